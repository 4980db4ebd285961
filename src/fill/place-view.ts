// Takes the reports of one place and their targets against results, gives the view of a template over a place.
// What is known of a target and what is not are both shown: a year without a report, a target without a result.
import type { TargetOutcome, TargetRow } from '../audit/target-table.ts';
import { outcomeNames } from '../audit/words.ts';
import { chineseDate } from '../figures/numerals.ts';
import type { Target } from '../report/schema.ts';
import type { Member, PassedOver, Series } from '../report/series.ts';
import { statementsOf } from '../report/statements.ts';
import { citing, memberView, type CitedView } from './cited.ts';
import type { OutcomeView, PlaceView, TargetYearView } from './place-shape.ts';
import { placeIn } from './source-place.ts';

export type PlaceContext = {
  /** Id of the group: `place-罗湖区`. */
  readonly id: string;
  /** Unit that issues the paper; empty when the theme names none. */
  readonly issuer: string;
  readonly hash: string;
  /** Target against result over the reports, see audit/target-table.ts. */
  readonly targets: readonly TargetRow[];
};

/** Years that stand side by side in one table of the overview. */
const yearsAbreast = 10;

/** Years that a chart shows at most. */
const trendYears = 12;

const reasonNames: Readonly<Record<PassedOver['reason'], string>> = {
  replaces: '按数据里的 replaces 取',
  earlier: '取会议在前的，年初的报告定当年的目标',
  yearly: '取专讲这一年的，另一份总结一届',
  order: '没有写明取哪一份，暂按编号取前一份',
};

const plannedOf = ({ report }: Member): number => report.years.planned ?? report.years.reviewed + 1;

/** Two titles that are the same are told apart by the dates of the meetings, else by the ids. */
const titleOf = (member: Member, all: readonly Member[]): string => {
  const { title, meeting, id } = member.report;
  const same = all.filter(({ report }) => report.title === title);
  if (same.length < 2) return title;
  const dates = new Set(same.flatMap(({ report }) => report.meeting.date ?? []));
  return `${title}（${meeting.date !== undefined && dates.size === same.length ? chineseDate(meeting.date) : id}）`;
};

const isGrowth = (kind: string): boolean => /growth|average|multiple/u.test(kind);

/** Why a target and what the report gives cannot be held against each other. */
const reasonOf = (row: TargetRow, members: ReadonlyMap<string, Member>): string => {
  if (row.outcome !== 'unclear') return '';
  const statementAt = (one: TargetRow['target']) => {
    const member = one && members.get(one.report);
    return member && statementsOf(member.report).find(({ ref }) => ref === one.ref);
  };
  const [target, result] = [statementAt(row.target), statementAt(row.result)];
  if (target === undefined || result === undefined) return '报告只有其中一部分或别的说法';
  if (result.observation?.growth?.base !== undefined) return `结果是与${result.observation.growth.base}年相比`;
  if (result.period !== target.period) return `结果是${result.period.replace('-', '—')}年的`;
  if (isGrowth(target.kind) && !isGrowth(result.kind)) return '目标是增速，报告只有数额';
  if (!isGrowth(target.kind) && isGrowth(result.kind)) return '目标是数额，报告只有增速';
  const [before, after] = [target, result].map(({ qualifiers }) => qualifiers.join('，'));
  if (before !== after) return `口径不同${after === '' ? `，目标${before}` : `，结果${after}`}`;
  return target.unit === result.unit && result.modifier !== undefined
    ? `结果只说“${result.modifier}”`
    : '目标与结果的单位或说法不同';
};

const tallyOf = (rows: readonly Pick<OutcomeView, 'outcome'>[]): PlaceView['tally'] => {
  const count = (outcome: TargetOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    targets: rows.length - count('no-target'),
    judged: rows.length - count('no-target') - count('no-report'),
    met: count('met'),
    missed: count('missed'),
    unclear: count('unclear'),
    unreported: count('not-reported'),
    pending: count('no-report'),
  };
};

const hasTarget = ({ outcome }: Pick<OutcomeView, 'outcome'>): boolean => outcome !== 'no-target';

/** Indicators that had a target in these years, each with its outcome year by year; years in parts of like size. */
const overviewOf = (rows: readonly OutcomeView[], years: readonly string[]): PlaceView['overview'] => {
  const size = Math.ceil(years.length / Math.max(1, Math.ceil(years.length / yearsAbreast)));
  const parts: string[][] = [];
  for (let end = years.length; end > 0; end -= size) parts.push(years.slice(Math.max(0, end - size), end));
  return parts.map((part) => {
    const names = new Set(rows.filter((row) => hasTarget(row) && part.includes(row.year)).map(({ name }) => name));
    return {
      years: part,
      rows: [...names].map((name) => ({
        name,
        cells: part.map((year) => {
          const row = rows.find((one) => one.name === name && one.year === year);
          return { outcome: row?.outcome ?? '', word: row?.word ?? '—' };
        }),
      })),
    };
  });
};

const isDrawn = (one: CitedView | null): boolean => one !== null && one.plotted !== '';

/** Of the first indicator that has three years with a target and its result in one unit: both, year by year. */
const trendOf = (rows: readonly OutcomeView[]): PlaceView['trend'] => {
  for (const name of new Set(rows.map((row) => row.name))) {
    const all = rows.filter((row) => row.name === name && (row.outcome === 'met' || row.outcome === 'missed'));
    const drawn = all.filter(({ target, result }) => isDrawn(target) && isDrawn(result));
    const [first] = drawn;
    const unit = first?.result?.unitOnly ?? '';
    const same = drawn.filter(({ target, result }) => target?.unitOnly === unit && result?.unitOnly === unit);
    const of = same[0]?.result?.word === '' ? '' : '增速';
    if (unit !== '' && same.length >= 3) return { name: `${name}${of}`, unit, rows: same.slice(-trendYears) };
  }
  return null;
};

/** Targets of the planning report that are in no row: of unlisted indicators, of a part, or in words alone. */
const otherTargets = (planner: Member, rows: readonly TargetRow[]): TargetYearView['others'] => {
  const { report } = planner;
  const shown = new Set(rows.flatMap(({ target }) => (target?.report === report.id ? [target.ref] : [])));
  const cite = citing(planner);
  const place = placeIn(report);
  const isOfYear = ({ period }: Target): boolean => period === plannedOf(planner);
  return report.targets.filter(isOfYear).flatMap((target): TargetYearView['others'] => {
    const refs = [`target.${target.id}.growth`, `target.${target.id}.level`];
    if (refs.some((ref) => shown.has(ref))) return [];
    const goal = refs.map((ref) => cite(ref, target.name)).find((one) => one !== null) ?? null;
    if (goal === null && target.relative === undefined) return [];
    return [
      {
        name: target.name,
        goal,
        text: goal === null ? (target.relative ?? '') : '',
        place: place(target.source.section, target.source.sentence),
      },
    ];
  });
};

/** What a reader must know of how target and result are held against each other. */
export const placeNotes: readonly string[] = [
  '目标出自安排当年工作的报告，结果出自下一年回顾这一年的报告。',
  '达到或好于目标的为完成；目标是区间的，达到下限为完成；目标说“左右”“约”的，比率差0.5个百分点以内、数额差5%以内为完成。',
  '目标是增速、结果只有数额，或口径、时期、单位不同的，为无法比较；报告没有提到的，为未报告；数据里没有回顾这一年的报告的，为无该年报告。',
];

/** The view of one place. Years are those that have targets or results, the newest first. */
export const buildPlaceView = ({ members, passedOver }: Series, context: PlaceContext): PlaceView => {
  const byId = new Map(members.map((member) => [member.report.id, member]));
  const citers = new Map(members.map((member) => [member.report.id, citing(member)]));
  const all = [...members, ...passedOver.map(({ left }) => left)];
  const cited = (statement: TargetRow['target'], own: string): CitedView | null =>
    statement === undefined ? null : (citers.get(statement.report)?.(statement.ref, own) ?? null);
  const outcomes = context.targets.map((row): OutcomeView => ({
    name: row.name,
    year: String(row.year),
    outcome: row.outcome,
    word: outcomeNames[row.outcome].zh,
    target: cited(row.target, row.name),
    result: cited(row.result, row.name),
    reason: reasonOf(row, byId),
  }));

  const reviewed = members.map(({ report }) => report.years.reviewed);
  const years = [...new Set([...context.targets.map(({ year }) => year), ...members.map(plannedOf)])].toSorted(
    (a, b) => a - b,
  );
  const yearViews = years.toReversed().map((year): TargetYearView => {
    const rows = outcomes.filter((row) => row.year === String(year));
    const planner = members.find((member) => plannedOf(member) === year);
    const reviewer = members.find(({ report }) => report.years.reviewed === year);
    return {
      year: String(year),
      planner: planner === undefined ? '' : titleOf(planner, all),
      reviewer: reviewer === undefined ? '' : titleOf(reviewer, all),
      tally: tallyOf(rows),
      rows: rows.filter(hasTarget),
      untargeted: rows.filter((row) => !hasTarget(row)),
      others:
        planner === undefined
          ? []
          : otherTargets(
              planner,
              context.targets.filter((row) => row.year === year),
            ),
    };
  });
  const set = yearViews.filter(({ tally }) => tally.targets > 0).map(({ year }) => year);
  const missing = Array.from(
    { length: (reviewed.at(-1) ?? 0) - (reviewed[0] ?? 0) },
    (_, index) => (reviewed[0] ?? 0) + index,
  ).filter((year) => !reviewed.includes(year));
  const newest = members.at(-1)?.report;
  const named = (member: Member): string => titleOf(member, all);
  return {
    place: {
      id: context.id,
      name: newest?.place.name ?? '',
      short: newest?.place.short ?? '',
      issuer: context.issuer,
      from: set.at(-1) ?? String(years[0] ?? ''),
      to: set[0] ?? String(years.at(-1) ?? ''),
    },
    reports: members.toReversed().map((member) => ({ ...memberView(member), title: named(member) })),
    passedOver: passedOver.map(({ year, used, left, reason }) => ({
      year: String(year),
      used: named(used),
      left: named(left),
      reason: reasonNames[reason],
    })),
    missing: missing.map(String),
    tally: tallyOf(outcomes),
    overview: overviewOf(outcomes, set.toReversed()),
    trend: trendOf(outcomes),
    years: yearViews.filter(({ rows, untargeted, others }) => rows.length + untargeted.length + others.length > 0),
    notes: placeNotes,
    source: members.map((member) => `《${named(member)}》`).join('、'),
    hash: context.hash,
  };
};
