// Figures of each report as of its last build, one file a report under `.figures/` of the output folder,
// so that the next build can name those that changed, and one that changes nothing need not read them.
// A file is named by the data that its figures are of. Those of the state that the manifest speaks of stay until the
// manifest speaks of another: a run that is killed in between loses no change, the next one names it.
import path from 'node:path';
import type { Host } from '../host.ts';
import type { KeptFigure } from './task.ts';

const folder = '.figures';

/** A report with the SHA-256 of its data. */
type Edition = { readonly id: string; readonly data: string };

/** Path in the output folder. */
export const figuresFile = ({ id, data }: Edition): string => path.join(folder, `${id}.${data.slice(0, 16)}.json`);

/** The figures kept at the last build; undefined when the file is absent or not ours. */
export const readFigures = async (file: string, host: Host): Promise<readonly KeptFigure[] | undefined> => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await host.read(file)));
    // Our own file: one row of four strings a figure.
    return Array.isArray(value)
      ? value.flatMap((row: unknown) =>
          Array.isArray(row) && row.every((cell) => typeof cell === 'string')
            ? [{ ref: row[0] ?? '', name: row[1] ?? '', period: row[2] ?? '', text: row[3] ?? '' }]
            : [],
        )
      : undefined;
  } catch {
    return undefined;
  }
};

/** One figure a line. */
export const figuresText = (figures: readonly KeptFigure[]): string =>
  `[\n${figures.map(({ ref, name, period, text }) => JSON.stringify([ref, name, period, text])).join(',\n')}\n]\n`;

/** Removes figures of data that the manifest speaks of no longer. One that cannot be removed does no harm. */
export const removeOldFigures = async (out: string, reports: readonly Edition[], host: Host): Promise<void> => {
  const wanted = new Set(reports.map(figuresFile));
  const there = await host.list(path.join(out, folder)).catch(() => []);
  for (const { name } of there) {
    const file = path.join(folder, name);
    if (name.endsWith('.json') && !wanted.has(file)) await host.remove(path.join(out, file)).catch(() => undefined);
  }
};
