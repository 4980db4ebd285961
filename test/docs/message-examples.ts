// What each diagnostic code looks like when it is said: from the folders of bad input in test/errors/ where there is
// one, else from the functions that make the messages. With cause and remedy from the table of the page itself.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as batch from '../../src/batch/messages.ts';
import { diagnosticCodes, type Diagnostic, type DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../src/diagnostics/print.ts';
import * as extract from '../../src/extract/messages.ts';
import { readFontConfig } from '../../src/fonts/font-config.ts';
import * as fonts from '../../src/fonts/messages.ts';
import { notDrawn, notOurs } from '../../src/gallery/messages.ts';
import { loadReport } from '../../src/report/load.ts';
import type { Member } from '../../src/report/series.ts';
import { undecided } from '../../src/subject.ts';
import * as tables from '../../src/tables/messages.ts';
import { loadTheme } from '../../src/theme/load-theme.ts';
import { root } from '../helpers/project-engine.ts';
import { notWatched } from '../../src/watch/messages.ts';
import type { Language } from './command-reference.ts';

type Example = { readonly diagnostics: readonly Diagnostic[]; readonly text?: readonly [file: string, text: string] };

const inText = (
  file: string,
  text: string,
  read: (file: string, text: string) => { readonly diagnostics: readonly Diagnostic[] },
): Example => ({ diagnostics: read(file, text).diagnostics, text: [file, text] });

const theme = readFileSync(path.join(root, 'templates/theme.yaml'), 'utf8');
const fontConfig = readFileSync(path.join(root, 'fonts/fonts.yaml'), 'utf8');
const readTheme = (file: string, text: string): ReturnType<typeof loadTheme> => loadTheme(file, text, theme);
const failed = (code: DiagnosticCode, zh: string, en: string): Example => ({
  diagnostics: [{ severity: 'error', code, file: 'templates/brief.hbs', message: { zh, en } }],
});
const one = (diagnostic: Diagnostic): Example => ({ diagnostics: [diagnostic] });
const report = loadReport('smallest.yaml', readFileSync(path.join(root, 'examples/smallest.yaml'), 'utf8')).value?.report;
const memberOf = (id: string): Member => {
  if (report === undefined) throw new Error('examples/smallest.yaml cannot be loaded');
  return { report: { ...report, id }, file: `data/${id}.yaml`, hash: '' };
};
const full = Object.assign(new Error('full'), { code: 'ENOSPC' });

/** Codes that have no folder of bad input. */
const made: Readonly<Partial<Record<DiagnosticCode, Example>>> = {
  'import/unreadable': one(tables.oldExcel('主要指标.xls')),
  'import/no-figures': one(tables.noFigures('主要指标.xlsx')),
  'import/not-understood': one(
    tables.notUnderstood('主要指标.xlsx“Sheet1”D5', { zh: '没有写单位', en: 'no unit is stated' }),
  ),
  'import/conflict': one(
    tables.conflict('主要指标.xlsx“Sheet1”D5', { zh: '地区生产总值：表里是158.2，数据文件里是157.5', en: '地区生产总值: 158.2 in the table, 157.5 in the data file' }),
  ),
  'theme/unreadable': inText('templates/theme.yaml', 'colors: { red: "#A00000"\n', readTheme),
  'theme/wrong-value': inText('templates/theme.yaml', 'colors:\n  red: 大红\n', readTheme),
  'fill/unknown-template': {
    diagnostics: [
      {
        severity: 'error',
        code: 'fill/unknown-template',
        message: { zh: '没有模板“breif”', en: 'there is no template “breif”' },
        hint: { zh: '是不是想写 brief', en: 'did you mean brief' },
      },
    ],
  },
  'fonts/wrong-value': inText('fonts/fonts.yaml', fontConfig.replace('use: false', 'use: 不'), readFontConfig),
  'fonts/unreadable': one(
    fonts.unreadable('fonts/simfang.ttf', { zh: '读不了：没有权限', en: 'cannot be read: permission denied' }),
  ),
  'fonts/no-candidate': one(fonts.noCandidate({ role: 'kai', weight: 'regular' }, ['fonts/simkai*.ttf'])),
  'fonts/not-embeddable': one(fonts.restricted('fonts/simfang.ttf')),
  'fonts/missing-glyph': one(
    fonts.missingGlyph(0x31350, 'no-glyph', 2, { file: 'templates/brief.hbs', line: 26, column: 1 }),
  ),
  'fonts/role-fallback': one(
    fonts.roleFallback({ role: 'fangsong', weight: 'regular' }, { role: 'song', weight: 'regular' }),
  ),
  'pdf/layout': failed('pdf/layout', '无法排成 PDF：……', 'the document could not be set as PDF: …'),
  'docx/invalid': failed('docx/invalid', '无法生成 DOCX：……', 'the DOCX cannot be written: …'),
  'batch/bad-shard': one(batch.notAsManifest('shard-2/hongqi-2017/brief.pdf')),
  'batch/bad-manifest': one(batch.badManifest('output/manifest.json')),
  'batch/timeout': one(batch.timedOut('data/hongqi-2017.yaml', 120_000)),
  'batch/worker-died': one(batch.workerDied('data/hongqi-2017.yaml', '……')),
  'write/same-path': one(batch.samePath(['data/a.yaml', 'data/b.yaml'], 'hongqi-2017')),
  'write/not-writable': one(batch.notWritable('hongqi-2017/brief.pdf', full)),
  'write/altered': one(batch.keptAltered('hongqi-2017/brief.docx')),
  'watch/not-watched': one(notWatched('data', full)),
  'gallery/not-ours': one(notOurs('index.html')),
  'gallery/not-drawn': one(notDrawn('hongqi-2017/brief.pdf', '……')),
  'group/two-reports': one(
    undecided({
      year: 2020,
      used: memberOf('luohu-2021'),
      left: memberOf('luohu-2021-new'),
      reason: 'order',
    }),
  ),
  'group/two-places': one(
    batch.twoPlaces('place-新城区', ['data/a.yaml', 'data/b.yaml'], ['西安市新城区（county）', '呼和浩特市新城区（county）']),
  ),
  'group/no-selection': one(batch.noSelection('data')),
  'group/bad-member': one(batch.groupNotMade('place-罗湖区')),
  'extract/unreadable': one(extract.oldWord('report.doc')),
  'extract/bad-encoding': one(extract.badEncoding('report.txt')),
  'extract/not-a-report': one(extract.notReport('poem.txt')),
  'extract/too-large': one(extract.tooLarge('report.txt', 1)),
  'extract/no-text': one(extract.scanned('report.pdf')),
  'extract/bad-archive': one(extract.badArchive('report.docx')),
  'audit/conflict': one(batch.conflictsFound('data/hongqi-2017.yaml', 6)),
};

const printed = ({ diagnostics, text }: Example, language: Language): string =>
  printDiagnostics(diagnostics.slice(0, 1), new Map(text ? [text] : []), language).trimEnd();

/** The first message of a folder of bad input; it holds the English ones, then the Chinese. */
const fromFolder = (code: DiagnosticCode, language: Language): string | undefined => {
  const file = path.join(root, 'test/errors', code.replace('/', '-'), 'expected.txt');
  if (!existsSync(file)) return undefined;
  const severity = language === 'zh' ? '(?:错误|警告|说明)' : '(?:error|warning|note)';
  const head = new RegExp(String.raw`^\S* ?${severity} ${code}$`, 'mu');
  const text = readFileSync(file, 'utf8');
  const from = head.exec(text)?.index;
  if (from === undefined) return undefined;
  // Up to the head of the next message.
  const rest = text.slice(from);
  const next = /\n\n(?=\S+ (?:error|warning|note|错误|警告|说明) )/u.exec(rest)?.index;
  return rest.slice(0, next ?? rest.length).trimEnd();
};

/** Codes that a text may bring later, or that others add: they show when they have an example. */
export const exampleOf = (code: DiagnosticCode, language: Language): string | undefined => {
  const example = made[code];
  return fromFolder(code, language) ?? (example && printed(example, language));
};

const words = {
  cause: { zh: '原因', en: 'Cause' },
  remedy: { zh: '怎么办', en: 'What to do' },
} as const;

/** An entry a code: cause, what is said, remedy. `page` holds the table with the words. */
export const diagnosticReference = (page: string, language: Language): string =>
  diagnosticCodes
    .flatMap((code) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` |`));
      const [, , cause = '', remedy = ''] = (row ?? '').split(/(?<!\\)\|/u).map((cell) => cell.trim());
      const example = exampleOf(code, language);
      return [
        `### ${code}`,
        `${words.cause[language]}${language === 'zh' ? '：' : ': '}${cause}`,
        ...(example === undefined ? [] : [`\`\`\`text\n${example}\n\`\`\``]),
        `${words.remedy[language]}${language === 'zh' ? '：' : ': '}${remedy}`,
      ];
    })
    .join('\n\n');
