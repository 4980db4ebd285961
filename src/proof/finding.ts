// A finding of proof: the rule, where it is broken, what was found there and what is due.
// A Ledger collects findings while a file is looked at and keeps count of the rules that were really applied.
import type { Message } from '../diagnostics/diagnostic.ts';
import { rules, type RuleId, type Strength } from './rules.ts';

export type Place = {
  /** From 1. */
  readonly page?: number;
  /** Line of the page, from 1, counting every baseline from the top. */
  readonly line?: number;
  /** Part of a DOCX: `word/document.xml`. */
  readonly part?: string;
  /** Some of the text there. */
  readonly text?: string;
};

export type ProofFinding = Place & {
  readonly rule: RuleId;
  readonly severity: 'failure' | 'notice';
  readonly strength: Strength;
  readonly clause: Message;
  readonly found: Message;
  readonly due: Message;
};

export type Ledger = {
  /** Says that the rule has been looked at in this file. */
  readonly check: (...ids: readonly RuleId[]) => void;
  /** Adds a finding. `fails` overrules the rule where circumstances make it milder or harder. */
  readonly add: (id: RuleId, place: Place, found: Message, due?: Message, fails?: boolean) => void;
  readonly findings: () => readonly ProofFinding[];
  readonly checked: () => readonly RuleId[];
};

/** `第1—3、7页`, `pages 1–3, 7`: the pages of a fault that is told once. */
export const pagesInWords = (pages: readonly number[]): Message => {
  const runs: { from: number; to: number }[] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && page <= last.to + 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  const said = (dash: string): string[] =>
    runs.map(({ from, to }) => (from === to ? String(from) : `${from}${dash}${to}`));
  const [first] = runs;
  const single = runs.length === 1 && first?.from === first?.to;
  return { zh: `第${said('—').join('、')}页`, en: `${single ? 'page' : 'pages'} ${said('–').join(', ')}` };
};

/** The most characters of a place's text that a finding shows. */
const excerptLength = 24;

const excerpt = (text: string): string => {
  const characters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : characters.join('');
};

/** The most findings of one rule in one file; what is wrong everywhere need not be said on every line. */
const mostOfOneRule = 50;

export const createLedger = (): Ledger => {
  const found: ProofFinding[] = [];
  const checked = new Set<RuleId>();
  const counts = new Map<RuleId, number>();
  return {
    check: (...ids) => {
      for (const id of ids) checked.add(id);
    },
    add: (id, place, message, due = rules[id].title, fails = rules[id].fails) => {
      checked.add(id);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      if (count > mostOfOneRule) return;
      found.push({
        rule: id,
        severity: fails ? 'failure' : 'notice',
        strength: rules[id].strength,
        clause: rules[id].clause,
        ...place,
        ...(place.text === undefined ? {} : { text: excerpt(place.text) }),
        found: message,
        due,
      });
    },
    findings: () =>
      found
        .map((finding, index) => ({ finding, index }))
        .toSorted(
          (a, b) =>
            (a.finding.page ?? 0) - (b.finding.page ?? 0) ||
            (a.finding.line ?? 0) - (b.finding.line ?? 0) ||
            a.index - b.index,
        )
        .map(({ finding }) => finding),
    checked: () => [...checked],
  };
};

/** Whether a result makes the run fail. */
export const hasFailures = ({ findings }: { readonly findings: readonly ProofFinding[] }): boolean =>
  findings.some(({ severity }) => severity === 'failure');
