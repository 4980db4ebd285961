// Takes the reports of one place, gives one report a year: of two that review the same year the one that says so itself
// (`replaces`), else that of the earlier meeting, which opens the year and sets its targets (a second one in the year is
// that of a new term), else the one with a part about the year alone, else the one whose id comes first. What was passed
// over is told, with the reason.
import type { Report } from './schema.ts';

/** A report with the name of its data file and a short hash of it. */
export type Member = { readonly report: Report; readonly file: string; readonly hash: string };

/** `order`: nothing in the data says which counts, and the ids decided; someone should. */
export type Reason = 'replaces' | 'earlier' | 'yearly' | 'order';

/** A report of one year, or one that closes a term and has no part about the last year. */
const isYearly = ({ report }: Member): boolean => report.sections.some(({ part }) => part === 'review');

export type PassedOver = {
  readonly year: number;
  readonly used: Member;
  readonly left: Member;
  readonly reason: Reason;
};

export type Series = {
  /** One report a year, by the year reviewed. */
  readonly members: readonly Member[];
  readonly passedOver: readonly PassedOver[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two reports of one year counts. */
const choose = (a: Member, b: Member): PassedOver => {
  const year = a.report.years.reviewed;
  const [one, other] = byText(a.report.id, b.report.id) < 0 ? [a, b] : [b, a];
  const replaces = (x: Member, y: Member): boolean => x.report.replaces?.includes(y.report.id) === true;
  if (replaces(one, other) !== replaces(other, one)) {
    return replaces(one, other)
      ? { year, used: one, left: other, reason: 'replaces' }
      : { year, used: other, left: one, reason: 'replaces' };
  }
  const [first, second] = [one.report.meeting.date, other.report.meeting.date];
  if (first !== undefined && second !== undefined && first !== second) {
    return first < second
      ? { year, used: one, left: other, reason: 'earlier' }
      : { year, used: other, left: one, reason: 'earlier' };
  }
  if (isYearly(one) !== isYearly(other)) {
    return isYearly(one)
      ? { year, used: one, left: other, reason: 'yearly' }
      : { year, used: other, left: one, reason: 'yearly' };
  }
  return { year, used: one, left: other, reason: 'order' };
};

/** The members in the order of years, whatever order they come in. */
export const seriesOf = (members: readonly Member[]): Series => {
  const byYear = new Map<number, Member>();
  const passedOver: PassedOver[] = [];
  for (const member of members.toSorted((a, b) => byText(a.report.id, b.report.id))) {
    const year = member.report.years.reviewed;
    const before = byYear.get(year);
    if (before === undefined) byYear.set(year, member);
    else {
      const choice = choose(before, member);
      byYear.set(year, choice.used);
      passedOver.push(choice);
    }
  }
  const years = [...byYear].toSorted(([a], [b]) => a - b).map(([, member]) => member);
  // Of three, the one that counts is the last that was chosen.
  return {
    members: years,
    passedOver: passedOver
      .map((one) => ({ ...one, used: byYear.get(one.year) ?? one.used }))
      .toSorted((a, b) => a.year - b.year),
  };
};
