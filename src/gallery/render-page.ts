// Takes what the page shows, gives its HTML: one file with style, script and words in it, that loads nothing but the
// pictures beside it. The template, the style and the script are readable files in page/.
import Handlebars from 'handlebars';
import { sha256 } from '../host.ts';
import { ownColours } from './colours.ts';
import type { Counted, PageContent, PageDocument, PageFile } from './collect.ts';
import { chinese, words, type Word } from './words.ts';

export type PageSources = {
  readonly page: string;
  readonly report: string;
  readonly label: string;
  readonly style: string;
  readonly script: string;
};

type Option = {
  readonly value: string;
  readonly word?: Word;
  readonly name?: Counted['name'];
  readonly count?: number;
};

const choice = (name: string, legend: Word, options: readonly Option[]) => ({ name, legend, options });

const isWord = (value: string): value is Word => words.has(value);

const withWords = (options: readonly Counted[]): readonly Option[] =>
  options.map((one) => ({ ...one, ...(isWord(one.value) && { word: one.value }) }));

const foundWords: Readonly<Record<string, Word>> = {
  conflict: 'withConflict',
  unusual: 'withUnusual',
  note: 'withNote',
};

const formatNames: Readonly<Record<PageFile['format'], string>> = { pdf: 'PDF', docx: 'Word' };

const switches = [
  choice('group', 'arrange', [
    { value: 'place', word: 'byPlace' },
    { value: 'year', word: 'byYear' },
  ]),
  choice('view', 'view', [
    { value: 'pictures', word: 'pictures' },
    { value: 'list', word: 'list' },
  ]),
];

/** The choices that tell anything apart: one value alone is no choice. */
const choicesOf = ({ levels, kinds, formats, found }: PageContent) =>
  [
    choice('kind', 'kind', kinds),
    choice(
      'format',
      'format',
      formats.map((one) => ({ ...one, name: { zh: formatName(one.value), en: formatName(one.value) } })),
    ),
    choice('level', 'level', withWords(levels)),
    choice(
      'found',
      'audit',
      found.map((one) => ({ ...one, word: foundWords[one.value] ?? 'audit' })),
    ),
  ].filter(({ name, options }) => options.length > (name === 'found' ? 0 : 1));

const formatName = (format: string): string => (format === 'pdf' || format === 'docx' ? formatNames[format] : format);

const hash = (text: string): string => `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;

/** What a browser may load: nothing from elsewhere; of scripts and styles only those of the page itself. */
const policyOf = (style: string, script: string): string => {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src 'self' file: data:",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
};

const escape = Handlebars.escapeExpression;

const helpers = {
  say: (word: string) => chinese(word),
  t: (word: string, ...rest: readonly unknown[]) => {
    const [count] = rest;
    return new Handlebars.SafeString(
      typeof count === 'number'
        ? `<span data-t="${escape(word)}" data-n="${count}">${escape(chinese(word, count))}</span>`
        : `<span data-t="${escape(word)}">${escape(chinese(word))}</span>`,
    );
  },
  concat: (...all: readonly unknown[]) => all.slice(0, -1).join(''),
  list: (...all: readonly unknown[]) => all.slice(0, -1),
  // From the file system browsers show a PDF instead of saving it: then not in place of the page.
  files: ({ pdf, docx }: PageDocument) => [...(pdf ? [{ ...pdf, inTab: true }] : []), ...(docx ? [docx] : [])],
  formatName,
};

/** Levels with open findings, by name and count. */
const foundLevels = (counts: Readonly<Record<'conflict' | 'unusual' | 'note', number>>) =>
  (['conflict', 'unusual', 'note'] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => ({ level, count: counts[level] }));

/** Of more reports than so many, those after the first few are laid out only when they come near the screen. */
const [many, near] = [40, 8];

/** The whole page. */
export const renderPage = (content: PageContent, sources: PageSources): string => {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  engine.registerPartial('report', sources.report);
  engine.registerPartial('label', sources.label.trim());
  let number = 0;
  const places = content.places.map((place, index) => ({
    ...place,
    index,
    reports: place.reports.map((report) => {
      const levels = foundLevels(report.counts);
      number += 1;
      return {
        ...report,
        number,
        far: content.reports > many && number > near,
        levels,
        found: levels.map(({ level }) => level).join(' '),
        accepted: report.counts.accepted,
      };
    }),
  }));
  const [newest, oldest] = [content.years.at(0)?.value, content.years.at(-1)?.value];
  const style = sources.style + ownColours(content.look);
  return engine.compile(sources.page)({
    ...content,
    places,
    byLevel: content.levels.map(({ value: level }) => ({
      level,
      places: places.filter((place) => place.level === level),
    })),
    span: newest === oldest ? newest : `${oldest}—${newest}`,
    switches,
    choices: choicesOf(content),
    policy: policyOf(style, sources.script),
    style,
    masthead: content.look?.masthead || '简报',
    script: sources.script,
    // No `<` in it can end the element that it stands in.
    words: JSON.stringify(Object.fromEntries(words)).replaceAll('<', '\\u003c'),
  });
};
