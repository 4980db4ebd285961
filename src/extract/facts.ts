// Takes a report text, gives its facts: clean → outline → sentences → tokens → clauses → grammar → facts.
// The order of the stages is told here; each is a file of its own. Offsets of the facts are those of the source text.
import type { IndicatorTable } from '../report/schema.ts';
import { modifiers, type Modifier } from '../report/schema.ts';
import { cleanText, sourceSpan, type CleanText } from './clean.ts';
import { clausesOf } from './clauses.ts';
import { doubtOf } from './doubts.ts';
import type { Fact } from './fact.ts';
import type { Draft } from './grammar/draft.ts';
import { readSentence } from './grammar/sentence.ts';
import { indicatorFinder } from './indicators.ts';
import { readOutline, type Outline, type OutlineSection } from './outline.ts';
import type { PeriodState } from './period.ts';
import { sentencesOf } from './sentences.ts';
import { tokenise } from './tokens.ts';

export type FactContext = {
  /** The table of indicators; without one, facts carry no indicator ids. */
  readonly indicators?: IndicatorTable;
  /** The year of the meeting, for a text that names none. */
  readonly year?: number;
};

export type ReadText = { readonly facts: readonly Fact[]; readonly outline: Outline; readonly clean: CleanText };

const isModifier = (text: string | undefined): text is Modifier => modifiers.some((each) => each === text);

/** Reads all facts of a report text. */
export const readFacts = (source: string, context: FactContext = {}): ReadText => {
  const clean = cleanText(source);
  const outline = readOutline(clean.text, context.year);
  const find = indicatorFinder(context.indicators);
  let sticky = '';
  const sentences = new Map<string, number>();
  const facts = outline.sections.flatMap((section) => {
    if ((section.level === 1 && !section.continues) || section.ownPeriod) sticky = '';
    const state: PeriodState = {
      years: outline.years,
      part: section.part,
      section: section.period,
      current: '',
      sticky,
      base: undefined,
    };
    const found = sectionFacts(clean, outline, section, state, sentences, find);
    sticky = state.sticky;
    return found;
  });
  return { facts, outline, clean };
};

/** The facts of a report text; see readFacts for its outline too. */
export const extractFacts = (source: string, context: FactContext = {}): readonly Fact[] =>
  readFacts(source, context).facts;

const sectionFacts = (
  clean: CleanText,
  outline: Outline,
  section: OutlineSection,
  state: PeriodState,
  sentences: Map<string, number>,
  find: (subject: string) => string | undefined,
): Fact[] => {
  const facts: Fact[] = [];
  // a section that its subsections interrupted counts its sentences on
  const before = sentences.get(section.id) ?? 0;
  for (const sentence of sentencesOf(clean.text, section.bodyStart, section.end)) {
    if (sentence.paragraphHead) Object.assign(state, { current: '', base: undefined });
    const clauses = clausesOf(tokenise(clean.text, sentence.start, sentence.end));
    for (const draft of readSentence(
      clauses,
      state,
      sentence.paragraphHead,
      `${section.id}.${before + sentence.number}`,
    )) {
      facts.push(factOf(draft, clean, section, before + sentence.number, find, outline.yearsKnown));
    }
    sentences.set(section.id, before + sentence.number);
  }
  return facts;
};

const factOf = (
  draft: Draft,
  clean: CleanText,
  section: OutlineSection,
  sentence: number,
  find: (subject: string) => string | undefined,
  yearsKnown: boolean,
): Fact => {
  const [start, end] = sourceSpan(clean, draft.start, draft.end);
  const { modifier, ...rest } = draft;
  const indicator = find(draft.subject);
  const doubt = doubtOf(draft) ?? (yearsKnown ? undefined : '没有找到报告年份，时期为推定');
  return {
    ...rest,
    start,
    end,
    text: clean.source.slice(start, end),
    ...(indicator !== undefined && { indicator }),
    ...(isModifier(modifier) && { modifier }),
    ...(doubt !== undefined && { review: doubt }),
    section: section.id,
    sentence,
  };
};
