// Parts a tokenised sentence into clauses, and a clause into groups of figures with the wording before and after each.
//   clause  := segment (group segment)*        group := item ((、|和|及|与) item)*
// A bracket with figures in it is a clause of its own; one without is set aside as a note.
// Times stand in a segment's text as the character TIME, in order with `times`.
import type { FigureToken, RankToken, RatioToken, Token } from './tokens.ts';
import type { Time } from './times.ts';
import { prefixModifiers, suffixBounds, modifierWords, boundWords } from './lexicon.ts';

export const TIME = '\ue000';

/** How many times a stretch of segment text holds. */
export const timesIn = (text: string): number => text.split(TIME).length - 1;

/** The wording between two groups of figures, or before the first or after the last. */
export type Segment = { readonly text: string; readonly times: readonly Time[]; readonly notes: readonly string[] };

export type Item = FigureToken | RankToken | RatioToken;

/** An item with the modifier around it. */
export type GroupItem = { readonly item: Item; readonly modifier?: string };

/** Figures in a row, joined by nothing but 、 or 和: 29％、23.6％和63.9％. */
export type Group = { readonly items: readonly GroupItem[]; readonly lead: Segment; readonly tail: Segment };

export type Clause = {
  readonly start: number;
  readonly end: number;
  /** The mark before it: 。 and ； part more than ，. Empty at the head of a sentence. */
  readonly mark: string;
  readonly groups: readonly Group[];
  /** Its wording when it has no figures. */
  readonly plain: Segment;
};

type Piece = { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'segment'; readonly segment: Segment };

const joiner = /^(?:、|和|及|与|以及|到|，)?$/;
const emptySegment: Segment = { text: '', times: [], notes: [] };

const eatPrefix = (text: string): { modifier?: string; rest: string } => {
  const word = prefixModifiers.find((entry) => text.endsWith(entry));
  if (word === undefined) return { rest: text };
  const modifier = modifierWords.get(word);
  return { rest: text.slice(0, -word.length), ...(modifier !== undefined && { modifier }) };
};
const eatBound = (text: string): { modifier?: string; rest: string } => {
  const word = suffixBounds.find((entry) => text.startsWith(entry));
  if (word === undefined) return { rest: text };
  const modifier = boundWords.get(word);
  return { rest: text.slice(word.length), ...(modifier !== undefined && { modifier }) };
};

/** Bounds and joiners between two items; undefined when other words stand there. */
const listJoint = (segment: Segment): { bound?: string; prefix?: string } | undefined => {
  if (segment.times.length > 0) return undefined;
  const { modifier: bound, rest } = eatBound(segment.text);
  const { modifier: prefix, rest: middle } = eatPrefix(rest);
  if (!joiner.test(middle) || middle === '，') return undefined;
  if (middle === '' || middle === '到') return undefined;
  return { ...(bound !== undefined && { bound }), ...(prefix !== undefined && { prefix }) };
};

/** Splits the wording between two groups: what belongs to the figure before, what leads to the one after. */
const splitBetween = (segment: Segment): readonly [Segment, Segment] => {
  const { text } = segment;
  if (/^(?:、|和|及|与|以及|并)/.test(text))
    return [emptySegment, { ...segment, text: text.replace(/^(?:、|和|及|与|以及|并)/, '、') }];
  const cut = lastJoint(text);
  if (cut === undefined) return [segment, segment];
  const head = text.slice(0, cut.at);
  const before = timesIn(head);
  return [
    { text: head, times: segment.times.slice(0, before), notes: segment.notes },
    { text: `、${text.slice(cut.end)}`, times: segment.times.slice(before), notes: [] },
  ];
};

/** The first joint after which a new object may begin: 、 or 和 that parts two counted things. */
const lastJoint = (text: string): { at: number; end: number } | undefined => {
  let found: { at: number; end: number } | undefined;
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === '、') return { at, end: at + 1 };
    if (
      found === undefined &&
      /[和及与]/.test(text[at]!) &&
      !/和(?:谐|平|睦|美)|及(?:时|其)|普及|参与|与会|总和|以及/.test(text.slice(at - 1, at + 2))
    ) {
      found = { at, end: at + 1 };
    }
    if (text.startsWith('以及', at)) found ??= { at, end: at + 2 };
  }
  return found;
};

const groupPieces = (pieces: readonly Piece[]): { groups: Group[]; plain: Segment } => {
  const first = pieces[0];
  const plain = first?.kind === 'segment' ? first.segment : emptySegment;
  const groups: Group[] = [];
  let lead = plain;
  let at = 1;
  while (at < pieces.length) {
    const items: GroupItem[] = [];
    const { modifier: leading } = eatPrefix(lead.text);
    let prefix = leading;
    let tail = emptySegment;
    for (;;) {
      const piece = pieces[at];
      if (piece?.kind !== 'item') break;
      const after = pieces[at + 1];
      const segment = after?.kind === 'segment' ? after.segment : emptySegment;
      const next = pieces[at + 2];
      const joint = next?.kind === 'item' && next.item.kind === piece.item.kind ? listJoint(segment) : undefined;
      const bound = joint ? joint.bound : eatBound(segment.text).modifier;
      const blur = piece.item.kind === 'figure' && piece.item.blur !== '' ? piece.item.blur : undefined;
      const modifier = bound ?? prefix ?? blur;
      items.push({ item: piece.item, ...(modifier !== undefined && { modifier }) });
      at += 2;
      tail = { ...segment, text: eatBound(segment.text).rest };
      if (!joint) break;
      prefix = joint.prefix;
    }
    if (items.length === 0) break;
    const last = at >= pieces.length;
    const [own, following] = last ? [tail, emptySegment] : splitBetween(tail);
    groups.push({ items, lead, tail: own });
    lead = following;
  }
  return { groups, plain };
};

const isItem = (token: Token): token is Item =>
  token.kind === 'figure' || token.kind === 'rank' || token.kind === 'ratio';

/** Index of the bracket that closes the one at `open`; -1 when none does within the sentence. */
const closing = (tokens: readonly Token[], open: number): number => {
  // an aside is short; a bracket that is left open must not be looked for to the end each time
  for (let index = open + 1; index < Math.min(tokens.length, open + 60); index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark' && /[）)]/.test(token.mark)) return index;
  }
  return -1;
};

/** The clauses of one sentence, in order. */
export const clausesOf = (tokens: readonly Token[]): Clause[] => {
  const clauses: Clause[] = [];
  let pieces: Piece[] = [];
  let text = '';
  let times: Time[] = [];
  let notes: string[] = [];
  let start = tokens[0]?.start ?? 0;
  let mark = '';
  const closeSegment = (): void => {
    const plain = text.replace(/[（(][^（）()]*[）)]/g, (aside) => {
      notes.push(aside.slice(1, -1));
      return '';
    });
    pieces.push({ kind: 'segment', segment: { text: plain, times, notes } });
    [text, times, notes] = ['', [], []];
  };
  const closeClause = (end: number, next: string): void => {
    closeSegment();
    const { groups, plain } = groupPieces(pieces);
    if (groups.length > 0 || plain.text !== '' || plain.times.length > 0)
      clauses.push({ start, end, mark, groups, plain });
    pieces = [];
    start = end;
    mark = next;
  };
  const later: { index: number; tokens: readonly Token[] }[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.kind === 'text') text += token.text;
    else if (token.kind === 'time') {
      text += TIME;
      times.push(token.time);
    } else if (isItem(token)) {
      closeSegment();
      pieces.push({ kind: 'item', item: token });
    } else if (token.mark === '、') text += '、';
    else if (/[（(]/.test(token.mark)) {
      const end = closing(tokens, index);
      if (end < 0) continue;
      const inner = tokens.slice(index + 1, end);
      if (inner.some((each) => isItem(each) && !(each.kind === 'rank' && each.vague)))
        later.push({ index: clauses.length + 1, tokens: inner });
      else notes.push(inner.map((each) => (each.kind === 'text' ? each.text : '')).join(''));
      index = end;
    } else if (!/[）)]/.test(token.mark)) closeClause(token.end, token.mark);
  }
  closeClause(tokens.at(-1)?.end ?? start, '');
  // brackets with figures come after the clause they stand in, as if said after a comma
  for (const { index, tokens: inner } of later.toReversed()) {
    clauses.splice(
      Math.min(index, clauses.length),
      0,
      ...clausesOf(inner).map((clause) => ({ ...clause, mark: '（' })),
    );
  }
  return clauses;
};
