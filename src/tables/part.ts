// What a table gives a report: sections with observations, targets, tasks; and what of the table was not understood.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Observation, Section, Target, Task } from '../report/schema.ts';

export type PartSection = Pick<Section, 'id' | 'number' | 'title' | 'short' | 'part'> & {
  readonly observations: readonly Observation[];
};

export type ReportPart = {
  readonly sections: readonly PartSection[];
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  /** The report that the table says it belongs to: keys of the head by path, `place.name`. */
  readonly head: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
};

export const joinParts = (parts: readonly ReportPart[]): ReportPart => {
  const sections = new Map<string, PartSection>();
  for (const section of parts.flatMap((part) => part.sections)) {
    const former = sections.get(section.id);
    const observations = [...(former?.observations ?? []), ...section.observations];
    sections.set(section.id, { ...(former ?? section), observations });
  }
  return {
    sections: [...sections.values()],
    targets: parts.flatMap(({ targets }) => targets),
    tasks: parts.flatMap(({ tasks }) => tasks),
    head: new Map(parts.flatMap(({ head }) => [...head])),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
};
