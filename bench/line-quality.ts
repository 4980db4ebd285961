// Sets the full text of many reports by this project, stock pdfmake and Typst, reads the finished PDFs back with proof's
// own reader, and prints what a reader sees of the lines: space between hanzi, torn figures, breaks of each rule.
// Usage: npm run bench:lines -- FOLDER [--reports N] [--json]; FOLDER holds plain texts, a line a paragraph.
import { parseArgs } from 'node:util';
import type { Ledger } from '../src/proof/finding.ts';
import { judgeLines } from '../src/proof/pdf-rules/lines.ts';
import { extraSpaces, isCell, isJudged, naturalPitches } from '../src/proof/pdf-rules/spacing.ts';
import { openForProof } from '../src/proof/pdf-reading/open.ts';
import type { RuleId } from '../src/proof/rules.ts';
import { percentile, rounded } from '../src/proof/statistics.ts';
import { packageFolder } from '../src/version.ts';
import { readTexts, setUp, type Maker } from './compared/compared.ts';
import { ours } from './compared/ours.ts';
import { stockPdfmake } from './compared/stock-pdfmake.ts';
import { typst } from './compared/typst.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reports: { type: 'string', default: '40' }, json: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: npm run bench:lines -- FOLDER [--reports N] [--json]');
  process.exit(2);
}

/** Counts what proof finds, without the limit that keeps its own list short. */
const createCounter = (): { readonly ledger: Ledger; readonly counts: Map<RuleId, number> } => {
  const counts = new Map<RuleId, number>();
  const ledger: Ledger = {
    check: (...ids) => ids.forEach((id) => counts.set(id, counts.get(id) ?? 0)),
    add: (id) => counts.set(id, (counts.get(id) ?? 0) + 1),
    findings: () => [],
    checked: () => [],
  };
  return { ledger, counts };
};

type Quality = {
  readonly maker: string;
  readonly version: string;
  readonly pages: number;
  readonly lines: number;
  /** Lines that are not the last of their paragraph. */
  readonly justified: number;
  /** Pairs of neighbouring hanzi on those. */
  readonly pairs: number;
  /** Space added between them, em. */
  readonly median: number;
  readonly p99: number;
  readonly most: number;
  readonly findings: Readonly<Record<string, number>>;
};

const texts = readTexts(folder, Number(values.reports));
const setup = await setUp(packageFolder(), texts);

const measure = async (maker: Maker): Promise<Quality> => {
  const { ledger, counts } = createCounter();
  const extras: number[] = [];
  let [pages, lines, justified] = [0, 0, 0];
  for (const text of texts) {
    const pdf = openForProof(await maker.make(text));
    if (pdf === undefined) throw new Error(`${maker.name}: ${text.name} is no PDF`);
    const found = judgeLines(pdf.paragraphs, ledger);
    pages += pdf.pages.length;
    lines += found.lines;
    justified += found.fullLines;
    const natural = naturalPitches(pdf.paragraphs);
    for (const paragraph of pdf.paragraphs.filter((one) => isJudged(one) && !isCell(one))) {
      for (const line of paragraph.lines.slice(0, -1)) extras.push(...extraSpaces(line, natural));
    }
  }
  return {
    maker: maker.name,
    version: maker.version,
    pages,
    lines,
    justified,
    pairs: extras.length,
    median: rounded(percentile(extras, 0.5), 4),
    p99: rounded(percentile(extras, 0.99), 4),
    most: rounded(percentile(extras, 1), 4),
    findings: Object.fromEntries(counts),
  };
};

const qualities: Quality[] = [];
for (const maker of [ours(setup), stockPdfmake(setup), typst(setup)]) qualities.push(await measure(maker));

const printTable = (): void => {
  const rules = [...new Set(qualities.flatMap(({ findings }) => Object.keys(findings)))];
  const rows: (readonly [string, (quality: Quality) => string | number])[] = [
    ['pages', ({ pages }) => pages],
    ['lines checked', ({ lines }) => lines],
    ['justified lines', ({ justified }) => justified],
    ['pairs of hanzi on them', ({ pairs }) => pairs],
    ['space added, median, em', ({ median }) => median.toFixed(4)],
    ['space added, 99th percentile, em', ({ p99 }) => p99.toFixed(4)],
    ['space added, most, em', ({ most }) => most.toFixed(4)],
    ...rules.map((rule) => [rule, ({ findings }: Quality) => findings[rule] ?? 0] as const),
  ];
  const [first, ...rest] = [34, ...qualities.map(() => 16)];
  const print = (name: string, cells: readonly (string | number)[]): void =>
    console.log(name.padEnd(first ?? 0) + cells.map((cell, index) => String(cell).padStart(rest[index] ?? 0)).join(''));
  console.log(
    `${texts.length} reports, ${texts.reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0)} characters`,
  );
  print(
    '',
    qualities.map(({ maker, version }) => `${maker} ${version}`),
  );
  for (const [name, cell] of rows) print(name, qualities.map(cell));
};

if (values.json) console.log(JSON.stringify({ reports: texts.length, qualities }, null, 2));
else printTable();
