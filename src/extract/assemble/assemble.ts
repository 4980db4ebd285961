// Takes a report text's facts and outline, gives a Report in the project's schema: sections with observations, honours
// and projects, targets, tasks, set phrases, problems. Nothing is dropped: a doubtful figure carries its reason in `review`.
import type { IndicatorTable, Report, Section, Term } from '../../report/schema.ts';
import type { Fact } from '../fact.ts';
import type { ReadText } from '../facts.ts';
import { indicatorFinder } from '../indicators.ts';
import { sentencesOf } from '../sentences.ts';
import { distinctIds } from './ids.ts';
import { honoursOf, projectsOf, termsOf } from './mentions.ts';
import { composeObservations } from './observations.ts';
import { readPlan, targetsOf } from './plan.ts';
import { problemsOf } from './problems.ts';

import { reportHead, type ReportContext } from './report-head.ts';

export type AssembleContext = ReportContext & { readonly indicators?: IndicatorTable };

type Mentioned = {
  honours: Section['honours'];
  projects: Section['projects'];
  terms: Term[];
  paragraphs: { text: string; source: { section: string; sentence: number } }[];
};

/** What the sentences of every section mention beside figures. */
const mentionsOf = ({ outline, clean }: ReadText): Map<string, Mentioned> => {
  const all = new Map<string, Mentioned>();
  const counts = new Map<string, number>();
  for (const section of outline.sections) {
    const mentioned: Mentioned = all.get(section.id) ?? { honours: [], projects: [], terms: [], paragraphs: [] };
    all.set(section.id, mentioned);
    const before = counts.get(section.id) ?? 0;
    for (const { start, end, number, paragraphHead } of sentencesOf(clean.text, section.bodyStart, section.end)) {
      const sentence = before + number;
      counts.set(section.id, sentence);
      const source = { section: section.id, sentence };
      const text = clean.text.slice(start, end);
      const last = mentioned.paragraphs.at(-1);
      if (paragraphHead || !last) mentioned.paragraphs.push({ text, source });
      else last.text += text;
      mentioned.terms.push(...termsOf(text, source));
      mentioned.projects.push(...projectsOf(text, source));
      if (section.part !== 'plan') mentioned.honours.push(...honoursOf(text, source));
    }
  }
  return all;
};

/** The first item of each key, in order. */
const byKey = <T>(list: readonly T[], key: (item: T) => string): T[] => {
  const seen = new Set<string>();
  return list.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
};

/** Figures that are observations, not targets. */
const stated = (fact: Fact): boolean => fact.kind !== 'target_level' && fact.kind !== 'target_growth';

/** Assembles the Report. */
export const assembleReport = (read: ReadText, context: AssembleContext): Report => {
  const { outline, facts, clean } = read;
  const observationId = distinctIds();
  const find = indicatorFinder(context.indicators);
  const ids = { target: distinctIds(), task: distinctIds() };
  const plan = readPlan(clean, outline, facts, ids, find);
  // figures planned outside the plan part (by 2020, in a review) are targets too
  const planSections = new Set(outline.sections.filter((section) => section.part === 'plan').map(({ id }) => id));
  const others = facts.filter((fact) => !stated(fact) && !planSections.has(fact.section));
  const mentioned = mentionsOf(read);
  const sections = outline.sections
    .filter((section) => !section.continues)
    .map((section): Section => {
      const own = facts.filter((fact) => fact.section === section.id && stated(fact));
      const { honours = [], projects = [] } = mentioned.get(section.id) ?? {};
      return {
        id: section.id,
        number: section.number,
        title: section.title,
        part: section.part,
        observations: composeObservations(own, observationId),
        honours: byKey(honours, (honour) => honour.name),
        projects: byKey(projects, (project) => project.name),
      };
    })
    .filter((section) => section.id !== '0' || facts.some((fact) => fact.section === '0'));
  const kept = new Set(sections.map((section) => section.id));
  const terms = byKey(
    [...mentioned.values()].flatMap((each) => each.terms),
    (term) => term.term,
  );
  const paragraphs = outline.sections.flatMap((section) =>
    section.part === 'plan' || section.continues ? [] : (mentioned.get(section.id)?.paragraphs ?? []),
  );
  return {
    ...reportHead(outline, clean.text, context),
    briefing: { recipients: [] },
    sections,
    problems: problemsOf(paragraphs).filter((problem) => kept.has(problem.source?.section ?? '')),
    targets: [...targetsOf(others, '', ids.target), ...plan.targets],
    tasks: plan.tasks.filter((task) => kept.has(task.area)),
    terms: terms.filter((term) => kept.has(term.source?.section ?? '')).slice(0, 80),
    questions: [],
    accepted: [],
  };
};
