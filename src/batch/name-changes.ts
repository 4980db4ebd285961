// Names the figures that changed between the state that people were last told of and what reports state now.
// A run that is killed has told nobody: until its end the manifest remembers, for each report that it made anew, the
// data that were told of last, whose figures are kept as long.
import path from 'node:path';
import type { Host } from '../host.ts';
import { figureChanges, type FigureChange } from './changes.ts';
import { figuresFile, readFigures } from './kept-figures.ts';
import type { ReportEntry } from './manifest.ts';
import type { KeptFigure } from './task.ts';

/** What changed from what is known of a report to these figures; nothing of a report that is new. */
export const changesTo = async (
  figures: readonly KeptFigure[],
  known: ReportEntry | undefined,
  out: string,
  host: Host,
): Promise<readonly FigureChange[]> => {
  if (known === undefined) return [];
  const { id, told, data } = known;
  const before = await readFigures(path.join(out, figuresFile({ id, data: told ?? data })), host);
  return before === undefined ? [] : figureChanges(id, before, figures);
};

/** What a run that was killed had made anew and could not tell. */
export const changesUntold = async (
  reports: readonly ReportEntry[],
  out: string,
  host: Host,
): Promise<readonly FigureChange[]> => {
  const changes = await Promise.all(
    reports.map(async (report) => {
      if (report.told === undefined) return [];
      const now = await readFigures(path.join(out, figuresFile(report)), host);
      return now === undefined ? [] : changesTo(now, report, out, host);
    }),
  );
  return changes.flat();
};
