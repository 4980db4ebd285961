// Takes one line of a measured paragraph and the room it has, gives the points to add to each of its gaps.
// Squeeze comes before stretch, each in the order of CLREQ: to shrink, the mark at the line end, word spaces, brackets,
// ，、；：, Latin gaps, 。？！, at last the quad after a lead-in; to stretch, word spaces, Latin gaps and that quad, then
// all other gaps alike.
// Nothing is put inside figures and words or around connectors, dashes and slashes (their gaps have no share).
import { endShrink, naturalSpan, tolerance, type Span } from './break.ts';
import { Tier, tierCount, type Items } from './items.ts';
import type { Profile } from './paragraph.ts';

type Filling = {
  /** Width of the line after filling, points, without what hangs. */
  readonly width: number;
  /** See Line.ratio. */
  readonly ratio: number;
  /** Points that the last mark stands outside or is cut, beyond its ordinary half. */
  readonly endGiven: number;
  /** Justified but not flush, or spread beyond the house's limit. */
  readonly loose: boolean;
};

/**
 * Gives out the slack of a line. `items.extra[i]` becomes what is added before cluster i, for each i inside the line.
 * `stretch` is false for last lines and ragged text, which only shrink, and that only when they must.
 */
export const fillLine = (items: Items, span: Span, room: number, profile: Profile, stretch: boolean): Filling => {
  const { from, to } = span;
  const { extra } = items;
  for (let i = from; i < to; i += 1) extra[i] = 0;
  if (to <= from) return { width: 0, ratio: 0, endGiven: 0, loose: false };
  const natural = naturalSpan(items, from, to, profile);
  const slack = room - natural;
  if (slack < -tolerance) return shrinkLine(items, span, natural, -slack, profile);
  if (!stretch || slack <= tolerance) return { width: natural, ratio: 0, endGiven: 0, loose: false };
  return stretchLine(items, span, natural, slack, profile);
};

const shrinkLine = (items: Items, { from, to }: Span, natural: number, need: number, profile: Profile): Filling => {
  const { shrinks, tiers, extra } = items;
  const capacity = new Float64Array(tierCount);
  for (let i = from + 1; i < to; i += 1) {
    const tier = tiers[i] ?? 0;
    capacity[tier] = (capacity[tier] ?? 0) + (shrinks[i] ?? 0);
  }
  capacity[Tier.lineEnd] = endShrink(items, to - 1, profile);
  const total = capacity.reduce((sum, points) => sum + points, 0);
  let left = need;
  let endGiven = 0;
  for (let tier = 1; tier < tierCount && left > 0; tier += 1) {
    const possible = capacity[tier] ?? 0;
    if (possible <= 0) continue;
    const taken = Math.min(left, possible);
    left -= taken;
    if (tier === Tier.lineEnd) endGiven = taken;
    const part = taken / possible;
    for (let i = from + 1; i < to; i += 1) {
      if (tiers[i] === tier) extra[i] = -part * (shrinks[i] ?? 0);
    }
  }
  // A line that was broken so in the second pass closes its Latin gaps: less seen than hanzi spread beyond the limit.
  const gaps = capacity[Tier.latin] ?? 0;
  if (left > tolerance && gaps > 0) {
    const taken = Math.min(left, gaps);
    left -= taken;
    for (let i = from + 1; i < to; i += 1) {
      if (tiers[i] === Tier.latin) extra[i] = (extra[i] ?? 0) - (taken / gaps) * (shrinks[i] ?? 0);
    }
  }
  return {
    width: natural - need + Math.max(0, left),
    ratio: total > 0 ? -Math.min(1, (need - left) / total) : 0,
    endGiven,
    loose: false,
  };
};

const stretchLine = (items: Items, { from, to }: Span, natural: number, slack: number, profile: Profile): Filling => {
  const { stretches, tiers, spreads, extra } = items;
  let spaces = 0;
  let latin = 0;
  let spread = 0;
  for (let i = from + 1; i < to; i += 1) {
    if (tiers[i] === Tier.space) spaces += stretches[i] ?? 0;
    else latin += stretches[i] ?? 0;
    spread += spreads[i] ?? 0;
  }
  let left = slack;
  const bySpaces = Math.min(left, spaces);
  left -= bySpaces;
  const byLatin = Math.min(left, latin);
  left -= byLatin;
  // A line of words alone stretches its spaces as far as it takes.
  const unlimited = left > 0 && spread === 0 ? left : 0;
  const elastic = spaces + latin;
  const em = spread > 0 ? left / spread : 0;
  for (let i = from + 1; i < to; i += 1) {
    const points = stretches[i] ?? 0;
    let added = em * (spreads[i] ?? 0);
    if (points > 0) {
      added += tiers[i] === Tier.space ? (bySpaces / spaces) * points : (byLatin / latin) * points;
      added += (unlimited / elastic) * points;
    }
    extra[i] = added;
  }
  const short = unlimited > 0 && elastic === 0;
  const loose = short || em > profile.maxSpread || (unlimited > 0 && slack > 3 * elastic);
  return { width: short ? natural + slack - left : natural + slack, ratio: em, endGiven: 0, loose };
};
