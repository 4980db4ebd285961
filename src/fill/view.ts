// Takes a Report and the table of indicators, gives the view that templates print: the report's own fields and ready
// selections of them. It works for any report: what a report lacks is an empty text or list, and templates leave it out.
// Order is the report's own unless a comment says otherwise; nothing is worked out that the report does not state.
import { chineseDate, chineseNumeral } from '../figures/numerals.ts';
import type { Honour, Indicator, Project, Report, Section } from '../report/schema.ts';
import { chineseMarks } from './chinese-marks.ts';
import { cardRows, changeRows, headlineRows, livelihoodRows, measuredRows, otherRows, pickCards } from './select.ts';
import { shortTitle } from './short-title.ts';
import { bareNumber, placeIn } from './source-place.ts';
import { growthRows, notesOf, structureOf } from './view-charts.ts';
import { questionsOf } from './view-questions.ts';
import { periodText, rowView, targetView, taskView } from './view-rows.ts';
import type { HonourView, PartView, RowView, SectionView, View, WorkView } from './view-shape.ts';

export type ViewContext = {
  readonly indicators: readonly Indicator[];
  /** A short hash of the data file, printed at the foot so that a page can be traced. */
  readonly hash: string;
  /** What the audit found (auditView of audit/view.ts); without it, templates see an audit without findings. */
  readonly audit?: View['audit'];
};

const noFindings: View['audit'] = {
  figures: 0,
  checked: 0,
  checks: [],
  total: 0,
  conflicts: 0,
  unusual: 0,
  notes: 0,
  acceptedCount: 0,
  groups: [],
  accepted: [],
};

/** `一、`, `第一部分`, `1.`: the number of a section that opens a part. */
const opensPart = /^(第?[一二三四五六七八九十]+(、|部分|章|$)|\d+[.、．]?$)/u;

const levelNames: Readonly<Record<Honour['level'], string>> = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  county: '县区级',
  other: '',
};

/** Names that say their level themselves: 全国文明城市 needs no （国家级）. */
const saysLevel: Readonly<Record<Honour['level'], RegExp>> = {
  national: /全国|全球|中国|国家|世界/u,
  provincial: /全省|省级/u,
  municipal: /全市|市级/u,
  county: /全[区县]|[区县]级/u,
  other: /^/u,
};

const honourView = (honour: Honour): HonourView => ({
  name: honour.name,
  level: saysLevel[honour.level].test(honour.name) ? '' : levelNames[honour.level],
  by: honour.by ?? '',
});

const projectView = (project: Project): SectionView['projects'][number] => ({
  name: project.name,
  status: project.status ?? '',
});

/** A text of ours without the spaces that YAML leaves where it joined lines between Chinese characters. */
const prose = (text: string | undefined): string =>
  chineseMarks((text ?? '').trim()).replaceAll(
    /(?<=[\p{Script=Han}，。；：、！？”）》]) (?=[\p{Script=Han}“（《])/gu,
    '',
  );

/** The one value that all have; undefined when they differ or there are none. */
const common = (values: readonly string[]): string | undefined => (new Set(values).size === 1 ? values[0] : undefined);

export const buildView = (report: Report, context: ViewContext): View => {
  const placeOf = placeIn(report);
  const indicatorOf = new Map(context.indicators.map((indicator) => [indicator.id, indicator]));
  const { years, briefing, meeting } = report;
  const planned = String(years.planned ?? years.reviewed + 1);

  // Rows first: every selection below is made of these.
  const rowsOf = new Map<Section, readonly RowView[]>(
    report.sections.map((section) => [
      section,
      section.observations.map((one) => rowView(one, indicatorOf.get(one.indicator), placeOf)),
    ]),
  );
  const rowsIn = (part: Section['part'] | undefined): readonly RowView[] =>
    report.sections.filter((one) => part === undefined || one.part === part).flatMap((one) => rowsOf.get(one) ?? []);
  const questions = questionsOf(report, rowsIn(undefined), placeOf);

  const sectionView = (section: Section): SectionView => {
    const rows = rowsOf.get(section) ?? [];
    const changes = rows.filter((row) => row.from !== null && row.value !== null);
    return {
      id: section.id,
      number: section.number,
      title: section.title,
      short: shortTitle(section),
      summary: prose(section.summary),
      rows,
      cards: pickCards(rows, 3),
      changes: changes.length > 1 ? changes : [],
      details: rows.filter((row) => !row.optional && !(changes.length > 1 && changes.includes(row))),
      honours: section.honours.map(honourView),
      projects: section.projects.map(projectView),
      questions: questions.get(section.id) ?? [],
    };
  };

  const partSections = (part: Section['part']): { opening: readonly Section[]; areas: readonly Section[] } => {
    const all = report.sections.filter((section) => section.part === part);
    // A part of one section has no areas: its title would stand twice. Work planned goes by areas all the same.
    if (part !== 'plan' && all.length === 1) return { opening: all, areas: [] };
    const opening = all.length > 1 ? all.filter((section) => opensPart.test(section.number)) : [];
    return opening.length === all.length
      ? { opening: [], areas: all }
      : { opening, areas: all.filter((section) => !opening.includes(section)) };
  };
  const partView = (part: Section['part'], title: string): PartView => {
    const { opening, areas } = partSections(part);
    return {
      title: opening.length === 1 ? (opening[0]?.title ?? title) : title,
      opening: opening.map(sectionView),
      areas: areas.map(sectionView),
    };
  };

  // Tasks are numbered through, area after area; an area that is no section of the report comes last.
  const planSections = partSections('plan');
  let count = 0;
  const tasksOf = (area: string): WorkView['tasks'] =>
    report.tasks.filter((task) => task.area === area).map((task) => taskView(task, (count += 1), planned));
  const workOf = (section: Section): WorkView => ({
    id: section.id,
    number: section.number,
    title: section.title,
    short: shortTitle(section, true),
    summary: prose(section.summary),
    rows: rowsOf.get(section) ?? [],
    tasks: tasksOf(section.id),
  });
  const planIds = new Set([...planSections.areas, ...planSections.opening].map((section) => section.id));
  const strayAreas = [...new Set(report.tasks.map((task) => task.area))].filter((area) => !planIds.has(area));
  const works: WorkView[] = planSections.areas.map(workOf);
  for (const area of [...planSections.opening.map((section) => section.id), ...strayAreas]) {
    const tasks = tasksOf(area);
    const section = report.sections.find((one) => one.id === area);
    const title = section?.title ?? area;
    if (tasks.length > 0)
      works.push({
        id: area,
        number: '',
        title,
        short: shortTitle(section ?? { title }, true),
        summary: '',
        rows: [],
        tasks,
      });
  }

  const inReview = rowsIn('review');
  const spanRows = rowsIn('span');
  const allRows = rowsIn(undefined);
  // A report that does not tell review from plan is all review.
  const reviewRows = inReview.length > 0 ? inReview : rowsIn('other');
  const headline = headlineRows(report, reviewRows.length > 0 ? reviewRows : allRows, context.indicators);
  const changes = changeRows(spanRows, reviewRows);
  const cards = cardRows(headline, [...reviewRows, ...allRows]);
  const spanCount = years.span ? years.span.to - years.span.from + 1 : 0;
  const spanWord = spanCount > 0 ? `${chineseNumeral(spanCount)}年` : '';
  const opening = partSections('plan').opening;

  return {
    report: {
      id: report.id,
      title: report.title,
      place: report.place.name,
      short: report.place.short,
      meeting: meeting.name,
      date: meeting.date === undefined ? '' : chineseDate(meeting.date),
      hall: meeting.place ?? '',
      speaker: report.speaker?.name ?? '',
      office: report.speaker?.office ?? '',
      reviewed: String(years.reviewed),
      planned,
      spanFrom: years.span ? String(years.span.from) : '',
      spanTo: years.span ? String(years.span.to) : '',
      spanLength: spanWord,
      summary: prose(report.summary),
    },
    brief: {
      masthead: briefing.masthead ?? '工作简报',
      issue: briefing.issue === undefined ? '' : String(briefing.issue),
      issuer: briefing.issuer ?? report.place.short,
      date: chineseDate(briefing.date ?? meeting.date ?? ''),
      recipients: briefing.recipients,
      copies: briefing.copies === undefined ? '' : String(briefing.copies),
    },
    headline,
    cards,
    others: otherRows(reviewRows, cards),
    review: partView('review', `${years.reviewed}年工作回顾`),
    span: partView('span', spanWord === '' ? '近年工作回顾' : `过去${spanWord}工作回顾`),
    plan: {
      title: opening.length === 1 ? (opening[0]?.title ?? '') : `${planned}年工作安排`,
      opening: opening.map(sectionView),
      areas: works.filter((work) => work.tasks.length > 0 || work.rows.length > 0 || work.summary !== ''),
    },
    other: partView('other', '其他'),
    measured: measuredRows(report, rowsOf),
    changes,
    changeUnit: common(changes.map((row) => row.unit)) ?? '',
    changeFrom: common(changes.map((row) => row.from?.period ?? '')) ?? '期初',
    changeTo: common(changes.map((row) => periodText(row.period))) ?? '期末',
    growth: growthRows(report, [...headline, ...reviewRows], planned, context.indicators),
    structure: structureOf(allRows),
    livelihood: livelihoodRows(reviewRows, spanRows, headline),
    targets: report.targets.map((target) => targetView(target, [...headline, ...reviewRows], placeOf)),
    problems: report.problems.map((problem) => prose(problem.text)),
    honours: report.sections.flatMap((section) => section.honours.map(honourView)),
    terms: report.terms
      .filter((term) => term.text !== undefined)
      .map((term, index) => ({ number: index + 1, term: term.term, text: prose(term.text) })),
    // A figure in quotation marks (“9·7”) is no term.
    unexplained: report.terms
      .filter(({ term, text }) => text === undefined && /[\p{L}]/u.test(term))
      .map(({ term }) => term),
    questions: report.sections.flatMap((section) => {
      const items = questions.get(section.id) ?? [];
      return items.length > 0 ? [{ title: section.title, items }] : [];
    }),
    notes: notesOf(report, allRows, context.indicators),
    audit: context.audit ?? noFindings,
    source: sourceLine(report),
    hash: context.hash,
    taskCount: count,
  };
};

/** `《政府工作报告》，2017年4月21日，第一、二、三部分`: title, date, and the sections that the figures come from. */
const sourceLine = (report: Report): string => {
  const numbers = report.sections.map((section) => bareNumber(section.number)).filter((one) => one !== '');
  const tops = [...new Set(numbers.filter((one) => /^[一二三四五六七八九十]+$/u.test(one)))];
  const day = chineseDate(report.meeting.date ?? '');
  // Files are often named after the day; printed once is enough.
  const named = day === '' ? report.source.title : report.source.title.replace(/[（(]\d{4}-\d{2}-\d{2}[）)]$/u, '');
  const title = /[《》（]/u.test(named) ? named : `《${named}》`;
  const date = day === '' || title.includes(day) ? '' : `，${day}`;
  return `${title}${date}${tops.length > 0 ? `，第${tops.join('、')}部分` : ''}`;
};
