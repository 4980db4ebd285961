// Figures of each report as of its last build, one file a report under `.figures/` of the output folder,
// so that the next build can name those that changed, and one that changes nothing need not read them.
import path from 'node:path';
import type { Host } from '../host.ts';
import type { KeptFigure } from './task.ts';

/** Path in the output folder. */
export const figuresFile = (report: string): string => path.join('.figures', `${report}.json`);

/** The figures kept at the last build; none when the file is absent or not ours. */
export const readFigures = async (file: string, host: Host): Promise<readonly KeptFigure[]> => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await host.read(file)));
    // Our own file: one row of four strings a figure; anything else counts as no figures known.
    return Array.isArray(value)
      ? value.flatMap((row: unknown) =>
          Array.isArray(row) && row.every((cell) => typeof cell === 'string')
            ? [{ ref: row[0] ?? '', name: row[1] ?? '', period: row[2] ?? '', text: row[3] ?? '' }]
            : [],
        )
      : [];
  } catch {
    return [];
  }
};

/** One figure a line. */
export const figuresText = (figures: readonly KeptFigure[]): string =>
  `[\n${figures.map(({ ref, name, period, text }) => JSON.stringify([ref, name, period, text])).join(',\n')}\n]\n`;
