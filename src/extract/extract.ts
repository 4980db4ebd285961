// `jianbao extract`'s stage: a report file's bytes in; its Report, its facts and its text out.
//   bytes → readSource → text → readFacts → facts, outline → assembleReport → Report
// Takes what the caller knows (name, place, year, table of indicators); reads no file and keeps no state.
import { sha256 } from '../host.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { IndicatorTable, Report } from '../report/schema.ts';
import { assembleReport } from './assemble/assemble.ts';
import type { ReportContext } from './assemble/report-head.ts';
import type { Fact } from './fact.ts';
import { yearInName } from './file-name.ts';
import { readFacts, type ReadText } from './facts.ts';
import * as messages from './messages.ts';
import { readSource } from './read.ts';

export type ExtractContext = Partial<Pick<ReportContext, 'name' | 'place' | 'level'>> & {
  readonly indicators?: IndicatorTable;
  /** The year of the meeting, for a text that names none. */
  readonly year?: number;
};

export type Extracted = { readonly report: Report; readonly facts: readonly Fact[]; readonly text: string };

/** Whether a text reads like a work report: Chinese prose with its greeting or title, or with parts and many figures. */
const isReport = (text: string, { facts, outline }: ReadText): boolean => {
  const han = text.slice(0, 50_000).match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  if (han < 400 || han * 3 < Math.min(text.length, 50_000)) return false;
  const greeted = /各位代表|工作报告|政府工作/.test(text);
  const headed = outline.sections.filter((section) => section.level === 1).length >= 2;
  return facts.length >= 5 && (greeted || (headed && outline.yearsKnown && /(?:同比|比上年|增长)/.test(text)));
};

const baseName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(?:txt|docx|pdf)$/i, '');

/** Extracts one report file. Errors: extract/unreadable, bad-encoding, too-large, no-text, bad-archive, not-a-report. */
export const extractReport = async (
  file: string,
  bytes: Uint8Array,
  context: ExtractContext = {},
): Promise<Outcome<Extracted>> => {
  const source = await readSource(file, bytes);
  if (!source.value) return { diagnostics: source.diagnostics };
  const { text } = source.value;
  const name = context.name ?? baseName(file);
  const year = context.year ?? yearInName(name);
  const read = readFacts(text, {
    ...(context.indicators && { indicators: context.indicators }),
    ...(year !== undefined && { year }),
  });
  if (!isReport(text, read)) return { diagnostics: [...source.diagnostics, messages.notReport(file)] };
  const report = assembleReport(read, {
    name,
    sha256: sha256(bytes),
    ...(context.place !== undefined && { place: context.place }),
    ...(context.level !== undefined && { level: context.level }),
    ...(context.indicators && { indicators: context.indicators }),
  });
  const guessed: Diagnostic[] = read.outline.yearsKnown
    ? []
    : [messages.yearGuessed(file, read.outline.years.reviewed)];
  return { value: { report, facts: read.facts, text }, diagnostics: [...source.diagnostics, ...guessed] };
};
