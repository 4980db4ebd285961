// What a helper is: what it takes, what it gives, its line of help; and how it reads the arguments it is given.
// Arguments come from the view along paths whose shapes were checked, so a helper may take them for what it asked.
import type { Message } from '../diagnostics/diagnostic.ts';
import { list, text, type Shape } from './shape.ts';
import { citedShape } from './cited.ts';
import { changeShape, figureShape, rowShape, sectionShape, targetShape, taskShape, workShape } from './view-shape.ts';

/** What an argument must be; `any` takes everything. A record must have the fields of the shape it is named after. */
export type Wanted =
  | 'any'
  | 'text'
  | 'number'
  | 'list'
  | 'figure'
  | 'change'
  | 'row'
  | 'rows'
  | 'section'
  | 'work'
  | 'target'
  | 'task'
  | 'cited';

/** What a helper wants, in words. */
export const wantedNames: Readonly<Record<Wanted, Message>> = {
  any: { zh: '任何项', en: 'anything' },
  text: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  list: { zh: '列表', en: 'a list' },
  figure: { zh: '一个数据（value、unit）', en: 'a figure' },
  change: { zh: '增速', en: 'a change' },
  row: { zh: '一条指标', en: 'a row' },
  rows: { zh: '几条指标', en: 'rows' },
  section: { zh: '一节', en: 'a section' },
  work: { zh: '一项工作', en: 'a work' },
  target: { zh: '一个目标', en: 'a target' },
  task: { zh: '一项任务', en: 'a task' },
  cited: { zh: '几份报告里的一个数', en: 'a cited figure' },
};

export const wantedShapes: Readonly<Partial<Record<Wanted, Shape>>> = {
  figure: figureShape,
  change: changeShape,
  row: rowShape,
  rows: list(rowShape),
  section: sectionShape,
  work: workShape,
  target: targetShape,
  task: taskShape,
  cited: citedShape,
};

export type Options = Readonly<Record<string, unknown>>;

export type Helper = {
  readonly takes: readonly Wanted[];
  /** Whether the last argument may be given again and again. */
  readonly more?: boolean;
  readonly options?: readonly string[];
  readonly gives: (shapes: readonly (Shape | undefined)[]) => Shape;
  readonly help: Message;
  /** Arguments have been checked against `takes` when the template was read; any of them may be null. */
  readonly run: (values: readonly unknown[], options: Options) => unknown;
};

/** Thrown by a helper for a value that it cannot use; fill.ts turns it into a diagnostic with the template's place. */
export class HelperError extends Error {
  readonly text: Message;
  constructor(message: Message) {
    super(message.en);
    this.text = message;
  }
}

export const value = <T>(values: readonly unknown[], index: number): T | null => (values[index] ?? null) as T | null;
export const words = (values: readonly unknown[], index: number): string => String(values[index] ?? '');
export const items = (values: readonly unknown[], index: number): readonly unknown[] => {
  const found = values[index];
  return Array.isArray(found) ? found : [];
};
export const count = (values: readonly unknown[], index: number): number => {
  const found = Number(values[index]);
  if (Number.isInteger(found)) return found;
  throw new HelperError({
    zh: `“${words(values, index)}”不是整数`,
    en: `"${words(values, index)}" is not a whole number`,
  });
};
export const gives =
  (shape: Shape): Helper['gives'] =>
  () =>
    shape;
export const same: Helper['gives'] = ([first]) => first ?? text;
