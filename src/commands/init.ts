// `jianbao init`: makes a working folder with an example, or with reports of one's own, and says what comes next.
import path from 'node:path';
import { findPackageFile, isReached } from '../actions/find-package-file.ts';
import { makeFolder, type MadeFolder } from '../actions/make-folder.ts';
import { isReportText, readReportText } from '../actions/read-reports.ts';
import { saveExtracted } from '../actions/save-extracted.ts';
import { ciSystems, starterFiles } from '../actions/starter-files.ts';
import { commandSpecs } from '../args.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { textTable } from '../diagnostics/table.ts';
import { readIndicators } from '../engine.ts';
import type { Extracted } from '../extract/extract.ts';
import type { OptionValues } from '../parse-arguments.ts';
import { readProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { packageVersion } from '../version.ts';
import { showDiagnostics, type Command, type CommandContext } from './run-command.ts';

/** Reads the reports that the folder is to begin with; nothing is written yet. */
const readThem = async (
  places: readonly string[],
  { root, host, packageFolder }: CommandContext,
): Promise<{ readonly extracted: readonly Extracted[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const { project } = await readProject(root, packageFolder, host);
  const { value: indicators = [] } = readIndicators(project);
  const read = await Promise.all(
    places.map((place) => readReportText(path.resolve(root, place), place, { indicators: [...indicators] }, host)),
  );
  return {
    extracted: read.flatMap(({ value }) => (value ? [value] : [])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
};

/** How the person calls the program: through npx when this run came through it. */
const callOf = (environment: CommandContext['host']['environment']): string =>
  environment['npm_command'] === 'exec' ? 'npx jianbao' : 'jianbao';

const tellMade = ({ made, kept }: MadeFolder, folder: string, terminal: Terminal): void => {
  const zh = terminal.locale === 'zh';
  const where = folder === '' ? (zh ? '本文件夹' : 'this folder') : zh ? `“${folder}”` : folder;
  terminal.out(zh ? `在${where}里建了 ${made.length} 个文件` : `made ${made.length} files in ${where}`);
  for (const file of made) terminal.out(`  ${file}`);
  if (kept.length > 0) terminal.out(zh ? `原有的没有动：${kept.join('、')}` : `left as they were: ${kept.join(', ')}`);
};

type Next = {
  readonly folder: string;
  readonly call: string;
  readonly install: boolean;
  /** Data files of the reports that the folder begins with; empty when it begins with the example. */
  readonly data: readonly string[];
};

const nextSteps = ({ folder, call, install, data }: Next, terminal: Terminal): readonly string[] => {
  const zh = terminal.locale === 'zh';
  const preview = commandSpecs.some(({ name }) => name === 'preview');
  const first = data[0] ?? 'data/example.yaml';
  const rows: (readonly [command: string, what: string] | undefined)[] = [
    folder === '' ? undefined : [`cd ${folder}`, ''],
    install ? ['npm install', zh ? '装上软件，CI 也用它' : 'install the program, for CI as well'] : undefined,
    [`${call} build`, zh ? '生成简报、一页纸和讲义，在 output/' : 'make brief, fact sheet and handout, in output/'],
    preview ? [`${call} preview`, zh ? '在浏览器里看，改了就刷新' : 'look at them in the browser; reloads'] : undefined,
    data.length > 0
      ? [`${call} audit`, zh ? '核对数字；待核的见数据文件里的 review' : 'check the figures; see `review` in the data']
      : [`${call} extract ${zh ? '报告.docx' : 'report.docx'}`, zh ? '读入自己的报告' : 'read a report of your own'],
  ];
  const edit = zh
    ? `改数据 ${first}，改版式 templates/theme.yaml（报头、颜色），改内容 templates/brief.hbs，再生成一次。`
    : `Change the data in ${first}, the look in templates/theme.yaml (masthead, colours), the content in templates/brief.hbs, and build again.`;
  const steps = rows.filter((row) => row !== undefined);
  const column = { header: '', align: 'left' } as const;
  return [
    zh ? '接下来：' : 'next:',
    ...textTable([column, column], steps)
      .slice(1)
      .map((line) => `  ${line}`),
    '',
    edit,
  ];
};

const listOf = (value: OptionValues[string]): readonly string[] =>
  typeof value === 'string' ? value.split(',').filter((item) => item !== '') : [];

export const initCommand: Command = async (positionals, options, context) => {
  const { terminal, host, root, packageFolder } = context;
  const zh = terminal.locale === 'zh';
  // `--from a.docx b.docx` leaves the second among the positionals: report texts there are reports too.
  const reports = [...listOf(options['from']), ...positionals.filter(isReportText)];
  const folders = positionals.filter((place) => !isReportText(place));
  if (folders.length > 1) {
    terminal.err(zh ? '一次只建一个文件夹' : 'one folder at a time');
    return 2;
  }
  if (reports.length > 0 && typeof options['from'] !== 'string') {
    terminal.err(zh ? `从报告开始，写 --from ${reports[0]}` : `to begin with a report, write --from ${reports[0]}`);
    return 2;
  }
  const folder = path.resolve(root, folders[0] ?? '.');
  const { extracted, diagnostics } = await readThem(reports, context);
  if (hasErrors(diagnostics)) {
    showDiagnostics(diagnostics, new Map(), terminal);
    return 1;
  }
  const problems: Diagnostic[] = [...diagnostics];
  const ci = ciSystems.find((name) => name === options['ci']) ?? 'github';
  const wishes = {
    locale: terminal.locale,
    example: extracted.length === 0,
    ci,
    version: packageVersion(),
    packageFile: await findPackageFile(folder, host),
  };
  const made = await makeFolder(folder, await starterFiles(wishes, packageFolder, host), host);
  problems.push(...made.diagnostics);
  const name = path.relative(root, folder).split(path.sep).join('/');
  if (made.value) tellMade(made.value, name, terminal);
  const data: string[] = [];
  for (const { report, facts } of extracted) {
    const saved = await saveExtracted(report, path.join(folder, 'data'), folder, host);
    problems.push(...saved.diagnostics);
    if (!saved.value) continue;
    data.push(saved.value.file);
    const doubtful = facts.filter(({ review }) => review !== undefined).length;
    terminal.out(
      zh
        ? `  ${saved.value.file}：${facts.length} 个数字，${doubtful} 个待核`
        : `  ${saved.value.file}: ${facts.length} figures, ${doubtful} to review`,
    );
  }
  showDiagnostics(problems, new Map(), terminal);
  if (hasErrors(problems)) return 1;
  terminal.out('');
  const reached = isReached(folder, packageFolder);
  const install = !reached && made.value?.made.includes('package.json') === true;
  const call = reached || install ? 'npx jianbao' : callOf(host.environment);
  for (const line of nextSteps({ folder: name, call, install, data }, terminal)) terminal.out(line);
  return 0;
};
