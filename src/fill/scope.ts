// What names mean at a place in a template: the contexts opened by each, with and partials, and their `as |names|`.
// Takes a path expression and gives the shape it leads to, or the problem with it. Nothing is rendered.
import { fieldNames, flag, number, text, type Shape } from './shape.ts';
import { maybeAbsent, unknownPath, type Problem } from './messages.ts';

/** Where a path begins: an object of its own for each context or block parameter, so that narrowing knows it again. */
export type Base = { readonly shape: Shape };

export type Scope = {
  /** Contexts, the innermost last. */
  readonly contexts: readonly Base[];
  /** Names given by `as |item index|`, the innermost meaning. */
  readonly names: ReadonlyMap<string, Base>;
  readonly root: Base;
  /** Paths made sure of by an `if` around. */
  readonly present: readonly Found[];
};

/** A path that leads somewhere. */
export type Found = { readonly base: Base; readonly parts: string; readonly shape: Shape };

export type Path = Pick<hbs.AST.PathExpression, 'data' | 'depth' | 'parts' | 'original'>;

/** What `@index` and its like hold inside each. */
const loopData: Readonly<Record<string, Shape>> = { index: number, first: flag, last: flag, key: text };

const isPresent = (scope: Scope, base: Base, parts: string): boolean =>
  scope.present.some((one) => one.base === base && one.parts === parts);

/** The path as written up to, and without, its part number `index`; empty before the first. */
const pathBefore = (path: Path, index: number): string => {
  const rest = path.parts.slice(index).join('.');
  return path.original.slice(0, Math.max(0, path.original.length - rest.length)).replace(/[./]+$/u, '');
};

/** Follows `path.parts` from number `from` on. */
const follow = (scope: Scope, base: Base, from: number, path: Path): Found | Problem => {
  let shape = base.shape;
  const done: string[] = [];
  const unwrap = (): Shape => (shape.is === 'maybe' && isPresent(scope, base, done.join('.')) ? shape.of : shape);
  for (const [index, part] of path.parts.entries()) {
    if (index < from) continue;
    shape = unwrap();
    const before = pathBefore(path, index);
    if (shape.is === 'maybe') return maybeAbsent(before);
    const next = shape.is === 'record' && Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
    if (next === undefined) {
      return unknownPath(
        before,
        part,
        before === '' ? [...scope.names.keys(), ...fieldNames(shape)] : fieldNames(shape),
      );
    }
    done.push(part);
    shape = next;
  }
  return { base, parts: done.join('.'), shape: unwrap() };
};

/** The shape at the end of a path, or what is wrong with the path. */
export const findPath = (path: Path, scope: Scope): Found | Problem => {
  const [first = ''] = path.parts;
  if (path.data) {
    if (first === 'root') return follow(scope, scope.root, 1, path);
    const shape = path.parts.length === 1 && Object.hasOwn(loopData, first) ? loopData[first] : undefined;
    if (shape === undefined) return unknownPath('', `@${first}`, ['@root', '@index', '@first', '@last', '@key']);
    return { base: { shape }, parts: '', shape };
  }
  const named = path.depth === 0 && !/^(\.|this\b)/u.test(path.original) ? scope.names.get(first) : undefined;
  if (named) return follow(scope, named, 1, path);
  const context = scope.contexts.at(-1 - path.depth);
  if (context === undefined) return unknownPath('', path.original, []);
  return follow(scope, context, 0, path);
};

export const isProblem = (found: Found | Problem): found is Problem => 'code' in found;
