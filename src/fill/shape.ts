// A small language for the shape of what templates see, so that a path in a template is checked before any report
// is filled in. The TypeScript type of the view is derived from its shape: the two cannot drift apart.

export type Shape =
  TextShape | FlagShape | NumberShape | MarkupShape | ListShape<Shape> | RecordShape<Fields> | MaybeShape<Shape>;

export type TextShape = { readonly is: 'text' };
export type FlagShape = { readonly is: 'flag' };
export type NumberShape = { readonly is: 'number' };
/** Markdown made by a helper; only a helper gives it. */
export type MarkupShape = { readonly is: 'markup' };
export interface ListShape<Item> {
  readonly is: 'list';
  readonly of: Item;
}
export interface Fields {
  readonly [name: string]: Shape;
}
export interface RecordShape<F> {
  readonly is: 'record';
  readonly fields: F;
}
/** May be null; its fields can be reached only where `if` or `with` has made sure of it. */
export interface MaybeShape<Inner> {
  readonly is: 'maybe';
  readonly of: Inner;
}

export const text: TextShape = { is: 'text' };
export const flag: FlagShape = { is: 'flag' };
export const number: NumberShape = { is: 'number' };
export const markup: MarkupShape = { is: 'markup' };
export const list = <const S extends Shape>(of: S): ListShape<S> => ({ is: 'list', of });
export const record = <const F extends Fields>(fields: F): RecordShape<F> => ({ is: 'record', fields });
export const maybe = <const S extends Shape>(of: S): MaybeShape<S> => ({ is: 'maybe', of });

/** The type of values that have the shape. */
export type ShapeOf<S> = S extends TextShape
  ? string
  : S extends FlagShape
    ? boolean
    : S extends NumberShape
      ? number
      : S extends ListShape<infer Item>
        ? readonly ShapeOf<Item>[]
        : S extends MaybeShape<infer Inner>
          ? ShapeOf<Inner> | null
          : S extends RecordShape<infer F>
            ? { readonly [K in keyof F]: ShapeOf<F[K]> }
            : never;

/** The names that may follow a path: the fields of a record, none for anything else. */
export const fieldNames = (shape: Shape): readonly string[] => (shape.is === 'record' ? Object.keys(shape.fields) : []);

/** How a shape is called in messages. */
export const shapeName = (shape: Shape): { readonly zh: string; readonly en: string } => {
  switch (shape.is) {
    case 'text':
      return { zh: '文字', en: 'a text' };
    case 'flag':
      return { zh: '是非', en: 'a flag' };
    case 'number':
      return { zh: '整数', en: 'a number' };
    case 'markup':
      return { zh: '标记', en: 'markup' };
    case 'list':
      return { zh: '列表', en: 'a list' };
    case 'record':
      return { zh: '一组项', en: 'a record' };
    case 'maybe':
      return { zh: '可能没有的项', en: 'something that may be absent' };
    default:
      return shape;
  }
};
