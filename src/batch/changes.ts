// Takes the figures that a report stated at the last build and those it states now, gives those that changed.
import type { KeptFigure } from './task.ts';

export type FigureChange = {
  readonly report: string;
  readonly ref: string;
  readonly name: string;
  readonly period: string;
  /** As printed; absent when the figure is new. */
  readonly before?: string;
  /** Absent when the figure is gone. */
  readonly after?: string;
};

/** Changed, new and gone figures, in the order of the report now, gone ones last. */
export const figureChanges = (
  report: string,
  before: readonly KeptFigure[],
  after: readonly KeptFigure[],
): readonly FigureChange[] => {
  const old = new Map(before.map((figure) => [figure.ref, figure]));
  const now = new Set(after.map((figure) => figure.ref));
  const changed = after.flatMap((figure): FigureChange[] => {
    const was = old.get(figure.ref);
    if (was?.text === figure.text && was.period === figure.period) return [];
    const { ref, name, period, text } = figure;
    return [{ report, ref, name, period, after: text, ...(was && { before: was.text }) }];
  });
  const gone = before
    .filter((figure) => !now.has(figure.ref))
    .map(({ ref, name, period, text }): FigureChange => ({ report, ref, name, period, before: text }));
  return [...changed, ...gone];
};

/** `地区生产总值（2016）157.5亿元 → 158.2亿元`. */
export const changeText = ({ name, period, before, after }: FigureChange): string =>
  `${name}（${period}）${before ?? '—'} → ${after ?? '—'}`;
