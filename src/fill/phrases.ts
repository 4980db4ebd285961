// Takes rows, targets and tasks, gives the phrases that documents say them with, figure by figure.
// A phrase is a list of pieces, text or figure, so that every figure keeps the ref of its statement. The wording is
// ours and short; what the report does not state is not said.
import { compare, isDecimal } from '../figures/decimal.ts';
import type { CitedView } from './cited.ts';
import type { FigureView, RowView, SectionView, TargetView, TaskView, WorkView } from './view-shape.ts';

export type Piece = string | Pick<FigureView, 'text' | 'ref'>;

/** Width in em as printed: ASCII takes half, and a quarter stands between it and hanzi. */
export const widthOf = (pieces: readonly Piece[]): number => {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x100 ? 0.5 : 1;
  const gaps = text.match(/(?<=\p{Script=Han})[\dA-Za-z]|[\dA-Za-z%](?=\p{Script=Han})/gu)?.length ?? 0;
  return width + gaps / 4;
};

/** Phrases with a mark between them; empty phrases are left out. */
export const joinPhrases = (phrases: readonly (readonly Piece[])[], mark: string): readonly Piece[] =>
  phrases.filter((phrase) => phrase.length > 0).flatMap((phrase, index) => (index === 0 ? phrase : [mark, ...phrase]));

const towards = (from: FigureView, to: FigureView): string => {
  if (from.unit !== to.unit || !isDecimal(from.plotted) || !isDecimal(to.plotted)) return '到';
  const order = compare(to.plotted, from.plotted);
  return order > 0 ? '增至' : order < 0 ? '降至' : '仍为';
};

const nameOf = (row: RowView): string => `${row.prefix}${row.name}`;

/** `增幅四区第一`: the label is ours, the rank the report's. */
export const rankPhrase = (rank: RowView['ranks'][number]): readonly Piece[] =>
  rank.label === '' ? [rank] : [rank.label, rank];

const growthPhrase = (row: RowView): readonly Piece[] =>
  row.growth ? [`${row.growth.against}${row.growth.word}`, row.growth] : [];

const ratioPhrase = (row: RowView): readonly Piece[] =>
  row.parts
    .flatMap((part, index) => (index === 0 ? [part.value] : [':', part.value]))
    .map((piece) =>
      typeof piece === 'string' ? piece : { text: piece.plotted === '' ? piece.text : piece.plotted, ref: piece.ref },
    );

/** `地区生产总值157.5亿元`; for a row without a value, its growth or rank. */
const mainPhrase = (row: RowView): readonly Piece[] => {
  if (row.value && row.from)
    return [`${row.name}由${row.from.period}的`, row.from, towards({ ...row.from }, row.value), row.value];
  if (row.value) return [nameOf(row), row.value];
  if (row.parts.length > 0) return [nameOf(row), ...ratioPhrase(row)];
  return [nameOf(row)];
};

/** What stands beside the value, each a phrase of its own: growth, average, multiple, share, completion, rank. */
export const besidePhrases = (row: RowView): readonly (readonly Piece[])[] => [
  growthPhrase(row),
  row.multiple ? [row.multiple.base === '' ? '是原来的' : `是${row.multiple.base}的`, row.multiple] : [],
  row.average ? [`${row.average.against}${row.average.word}`, row.average] : [],
  row.share ? [`占${row.share.of}的`, row.share] : [],
  row.completion ? [`为${row.completion.of}的`, row.completion] : [],
  row.versus ? [`${row.versus.word}${row.versus.than}`, row.versus] : [],
  ...row.ranks.map(rankPhrase),
];

const started = (row: RowView, beside: readonly (readonly Piece[])[]): readonly Piece[] => {
  const rest = beside.filter((phrase) => phrase.length > 0);
  const [first = [], ...others] = rest;
  if (row.value || row.parts.length > 0) return joinPhrases([mainPhrase(row), ...rest], '，');
  return joinPhrases([[nameOf(row), ...first], ...others], '，');
};

/** Whether a card says all of a row: beside its value one comparison and one rank. */
export const isToldByCard = (row: RowView): boolean => {
  const beside = besidePhrases({ ...row, ranks: [] }).filter((phrase) => phrase.length > 0).length;
  const bare = beside === 0 && row.ranks.length === 0;
  return (
    row.value !== null &&
    beside <= 1 &&
    row.ranks.length <= 1 &&
    row.from === null &&
    row.parts.length === 0 &&
    row.qualifiers === '' &&
    (row.prefix === '' || bare)
  );
};

/** The whole of a row as a clause, without a full stop: every figure that the observation states. */
export const rowSentence = (row: RowView): readonly Piece[] => [
  ...started(row, besidePhrases(row)),
  ...(row.qualifiers === '' || isSaid(row) ? [] : [`（${row.qualifiers}）`]),
];

/** Whether the growth or average beside the value already says the row's qualifiers. */
const isSaid = ({ qualifiers, growth, average }: RowView): boolean =>
  qualifiers !== '' &&
  [growth, average].some((change) => change?.basis.includes(qualifiers.replace(/^(实际|名义)增长$/u, '$1')));

/** A total over years says over which, where its name does not: 2021—2025年新增学位90万个. */
const withYears = (row: RowView): RowView =>
  row.period.includes('-') && row.prefix === '' && row.value && !row.from && !/^.{0,6}[年期]来?|累计/u.test(row.name)
    ? { ...row, name: `${row.period.replace('-', '—')}年${row.name}` }
    : row;

/** A row in short: value, growth and first rank; for a change over years the multiple or average. */
export const rowClause = (row: RowView): readonly Piece[] =>
  started(withYears(row), [
    growthPhrase(row),
    row.from && row.multiple ? [row.multiple.base === '' ? '是原来的' : `是${row.multiple.base}的`, row.multiple] : [],
    row.from && row.average && !row.multiple ? [`年均${row.average.word}`, row.average] : [],
    !row.growth && row.share ? [`占${row.share.of}的`, row.share] : [],
    ...row.ranks.slice(0, 1).map(rankPhrase),
  ]);

/** Everything that a table with name, value and unit columns leaves unsaid of a row. */
export const rowRemarks = (row: RowView): readonly Piece[] => {
  const from: readonly Piece[] = row.value && row.from ? [`${row.from.period}为`, row.from] : [];
  const parts: readonly Piece[] = row.parts.flatMap((part, index) => [
    `${index === 0 ? '' : '、'}${part.name}`,
    part.value,
  ]);
  const note = [row.prefix, isSaid(row) ? '' : row.qualifiers, row.note].filter((one) => one !== '').join('，');
  return joinPhrases([parts, from, ...besidePhrases(row), note === '' ? [] : [note]], '，');
};

const clip = (text: string, em: number): string => {
  const clauses = text.split(/(?<=[，；。])/u);
  let kept = '';
  for (const clause of clauses) {
    if (widthOf([(kept + clause).replace(/[，；。]$/u, '')]) > em) break;
    kept += clause;
  }
  return kept.replace(/[，；。、]$/u, '');
};

const score = (row: RowView): number =>
  (row.optional ? -9 : 0) +
  (row.value || row.parts.length > 0 ? 2 : 0) +
  (row.ranks.length > 0 ? 2 : 0) +
  (row.growth ? 1 : 0) +
  (row.completion ? 1 : 0) +
  (row.unit.endsWith('元') ? 0.5 : 0) -
  (row.nested ? 2 : 0);

/** A row said in full, then ever shorter: without its rank, then with its value alone. */
const clausesOf = (row: RowView): readonly (readonly Piece[])[] => {
  const full = rowClause(row);
  const unranked = rowClause({ ...row, ranks: [] });
  return row.value ? [full, unranked, mainPhrase(row)] : row.growth ? [full, unranked] : [full];
};

/** The clauses that fit into `em`, those that say most first, in the report's order. */
const fitting = (rows: readonly RowView[], em: number): readonly (readonly Piece[])[] => {
  const order = rows
    .map((row, index) => ({ row, index }))
    .toSorted((a, b) => score(b.row) - score(a.row) || a.index - b.index);
  const kept = new Map<RowView, readonly Piece[]>();
  let left = em;
  for (const { row } of order) {
    const clause = row.optional ? undefined : clausesOf(row).find((one) => widthOf(one) + 1 <= left);
    if (clause === undefined) continue;
    kept.set(row, clause);
    left -= widthOf(clause) + 1;
  }
  return rows.flatMap((row) => {
    const clause = kept.get(row);
    return clause === undefined ? [] : [clause];
  });
};

/** The shortest clause of rows of which none fits: it runs on to a second line rather than say nothing. */
const shortest = (rows: readonly RowView[]): readonly Piece[] =>
  rows.map((row) => clausesOf(row).at(-1) ?? []).toSorted((a, b) => widthOf(a) - widthOf(b))[0] ?? [];

/**
 * What a section achieved in at most `em`: its figures, without those of `except` while there are others; its
 * honours; else the opening of its summary, else its shortest clause.
 */
export const sectionGist = (section: SectionView, em: number, except: readonly RowView[] = []): readonly Piece[] => {
  const ids = new Set(except.map((row) => row.id));
  const fresh = fitting(
    section.rows.filter((row) => !ids.has(row.id)),
    em,
  );
  const clauses = fresh.length > 0 || section.honours.length > 0 ? fresh : fitting(section.rows, em);
  let width = clauses.reduce((sum, clause) => sum + widthOf(clause) + 1, 0);
  const honours: Piece[][] = [];
  for (const honour of section.honours) {
    const phrase = `获“${honour.name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
    if (width + widthOf([phrase]) + 1 > em) continue;
    honours.push([phrase]);
    width += widthOf([phrase]) + 1;
  }
  const said = joinPhrases([...clauses, ...honours], '；');
  if (said.length > 0) return [...said, '。'];
  const summary = clip(section.summary, em - 1);
  if (summary !== '') return [summary, '。'];
  const one = shortest(section.rows);
  if (one.length > 0) return [...one, '。'];
  const [honour] = section.honours;
  return honour === undefined ? [] : [`获“${honour.name.replaceAll('“', '‘').replaceAll('”', '’')}”。`];
};

/** A name that says the movement itself: 能耗下降, 电价降低. */
const moving = /(增长|提高|增加|扩大|上升|降低|下降|减少|压减|回落)$/u;

/** `实际利用外资增长5%`, `金融业增加值占比10%以上`. */
export const taskFigurePhrase = ({ name, word, value }: TaskView['figures'][number]): readonly Piece[] => {
  if (word === '占') return [/(占比|比重|比例)$/u.test(name) ? name : `${name}占比`, value];
  return [moving.test(name) ? name : `${name}${word}`, value];
};

/** What a task is, with its figures, in a clause. */
const taskClause = (task: TaskView): readonly Piece[] => [task.text.replace(/[。；]$/u, '')];

/** The tasks of an area in at most `em`: figures first, then the tasks that fit, then the summary. */
export const workGist = (work: WorkView, em: number): readonly Piece[] => {
  const figured = work.tasks.filter((task) => task.figures.length > 0 && !task.optional);
  const phrases: (readonly Piece[])[] = [];
  let left = em;
  const add = (phrase: readonly Piece[]): void => {
    const width = widthOf(phrase) + 1;
    if (width > left) return;
    phrases.push(phrase);
    left -= width;
  };
  for (const task of figured) for (const figure of task.figures) add(taskFigurePhrase(figure));
  for (const task of work.tasks) if (!figured.includes(task)) add(taskClause(task));
  if (phrases.length > 0) return [...joinPhrases(phrases, '；'), '。'];
  const texts = [work.summary, ...work.tasks.map((task) => task.text)].filter((one) => one !== '');
  const said = texts.map((one) => clip(one, em - 1)).find((one) => one !== '') ?? texts[0]?.split(/[，；。]/u)[0];
  if (said !== undefined) return [said, '。'];
  const rows = fitting(work.rows, em);
  const clauses = rows.length > 0 ? joinPhrases(rows, '；') : shortest(work.rows);
  return clauses.length === 0 ? [] : [...clauses, '。'];
};

/** `增长8%`, `4.5%以内`, or the words of a target without a figure. */
export const goalPhrase = ({ goal, word, reach, relative }: TargetView): readonly Piece[] =>
  goal ? [word, goal, ...(reach ? ['，达到', reach] : [])] : [relative];

/** `公共财政预算收入增长5%左右（可比口径）`. */
export const citedPhrase = (one: CitedView): readonly Piece[] => [
  `${one.name}${one.word}`,
  one,
  ...(one.qualifiers === '' ? [] : [`（${one.qualifiers}）`]),
];
