// Takes a template's syntax tree, gives every problem in it before anything is rendered: helpers, partials and paths
// that do not exist, arguments of the wrong kind, data where it would become markup.
// Partials are checked where they are used, with what they are given there; they may not use one another in a circle.
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import { wantedNames, wantedShapes, type Helper, type Wanted } from './helper-type.ts';
import { blockHelpers, helpers } from './helpers.ts';
import * as say from './messages.ts';
import { findPath, isProblem, type Base, type Found, type Scope } from './scope.ts';
import { fieldNames, flag, number, shapeName, text, type Fields, type Shape } from './shape.ts';

export type ReadPartial = { readonly program: hbs.AST.Program; readonly text: string; readonly file: string };

export type CheckContext = {
  readonly partials: ReadonlyMap<string, ReadPartial>;
  readonly root: Shape;
  /** Whether markup has no place here, as in a title. */
  readonly plain?: boolean;
};

type Node = hbs.AST.Node;
type Call = Node & {
  readonly path: hbs.AST.PathExpression | hbs.AST.Literal;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
};

// Handlebars types a node by its `type` text only; these say so to the compiler.
const isCall = (node: Node): node is Call => 'path' in node && 'params' in node;
const isPath = (node: Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
const isBlock = (node: Node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
const isMustache = (node: Node): node is hbs.AST.MustacheStatement => node.type === 'MustacheStatement';
const isPartial = (node: Node): node is hbs.AST.PartialStatement => node.type === 'PartialStatement';

/** How an argument is called in a message: its path, or the helper that makes it. */
const sourceName = (node: Node): string =>
  isPath(node) ? node.original : isCall(node) && isPath(node.path) ? `(${node.path.original} …)` : '';

const printable: ReadonlySet<Shape['is']> = new Set(['text', 'number', 'markup']);

const known = [...helpers.keys()];

/** The scope inside a block that opens a context of its own. */
const opened = (scope: Scope, context: Base, names: readonly string[], bases: readonly Base[]): Scope => ({
  ...scope,
  contexts: [...scope.contexts, context],
  names: new Map([...scope.names, ...names.map((one, index): [string, Base] => [one, bases[index] ?? context])]),
});

/** Whether a value of a shape can be given where a helper wants something. */
const fits = (wanted: Wanted, shape: Shape): boolean => {
  const bare = shape.is === 'maybe' ? shape.of : shape;
  switch (wanted) {
    case 'any':
      return true;
    case 'text':
    case 'number':
      return bare.is === 'text' || bare.is === 'number';
    case 'list':
      return bare.is === 'list';
    default:
      return holds(bare, wantedShapes[wanted]);
  }
};

/** Whether a shape has all the fields of another, or is a list of such. */
const holds = (given: Shape, wanted: Shape | undefined): boolean => {
  if (wanted?.is === 'list') return given.is === 'list' && holds(given.of, wanted.of);
  const names = new Set(fieldNames(given));
  return wanted !== undefined && fieldNames(wanted).every((one) => names.has(one));
};

export const checkTemplate = (
  program: hbs.AST.Program,
  source: string,
  file: string,
  context: CheckContext,
): readonly Diagnostic[] => {
  const found = new Map<string, Diagnostic>();

  /** Checks one file's program with the names it is given; `trail` is the partials around it. */
  const checkFile = (
    root: hbs.AST.Program,
    lines: readonly string[],
    name: string,
    start: Scope,
    trail: readonly string[],
  ): void => {
    const spanOf = ({ loc }: Node): Span => ({
      file: name,
      line: loc.start.line,
      column: loc.start.column + 1,
      endLine: loc.end.line,
      endColumn: loc.end.column + 1,
    });
    const report = ({ code, message, hint }: say.Problem, node: Node): void => {
      const span = spanOf(node);
      const key = `${span.file}:${span.line}:${span.column} ${code}`;
      if (!found.has(key)) found.set(key, { severity: 'error', code, message, span, ...(hint && { hint }) });
    };

    const resolve = (path: hbs.AST.PathExpression, scope: Scope): Found | undefined => {
      const result = findPath(path, scope);
      if (!isProblem(result)) return result;
      report(result, path);
      return undefined;
    };

    const checkHelper = (helper: Helper, label: string, call: Call, scope: Scope): Shape | undefined => {
      const shapes = call.params.map((param) => expression(param, scope));
      const { takes, more = false, options = [] } = helper;
      if (more ? shapes.length < takes.length : shapes.length !== takes.length) {
        report(say.wrongCount(label, `${takes.length}${more ? '+' : ''}`, shapes.length), call);
      }
      for (const [index, shape] of shapes.entries()) {
        const wanted = takes[index] ?? takes.at(-1) ?? 'any';
        const param = call.params[index];
        if (shape === undefined || param === undefined || fits(wanted, shape)) continue;
        report(say.wrongShape(label, sourceName(param), wantedNames[wanted], shapeName(shape)), param);
      }
      for (const pair of call.hash?.pairs ?? []) {
        expression(pair.value, scope);
        if (!options.includes(pair.key)) report(say.unknownOption(label, pair.key, options), pair);
      }
      // What comes of an argument that is not there is not told again.
      return shapes.includes(undefined) ? undefined : helper.gives(shapes);
    };

    /** The shape of a parameter or subexpression; undefined when it has been reported. */
    const expression = (node: Node, scope: Scope): Shape | undefined => {
      if (isPath(node)) return resolve(node, scope)?.shape;
      if (node.type === 'SubExpression' && isCall(node)) return callShape(node, scope);
      return node.type === 'NumberLiteral' ? number : node.type === 'BooleanLiteral' ? flag : text;
    };

    /** What a call or a bare path gives. */
    const callShape = (call: Call, scope: Scope): Shape | undefined => {
      if (!isPath(call.path)) {
        report(say.badTemplate({ zh: '这里应是一项或一个助手', en: 'a path or a helper belongs here' }), call);
        return undefined;
      }
      const helper = call.path.data || call.path.depth > 0 ? undefined : helpers.get(call.path.original);
      const given = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
      if (helper && !scope.names.has(call.path.original)) return checkHelper(helper, call.path.original, call, scope);
      if (given || call.type === 'SubExpression') {
        report(say.unknownHelper(call.path.original, known), call.path);
        for (const param of call.params) expression(param, scope);
        return undefined;
      }
      return resolve(call.path, scope)?.shape;
    };

    /** Whether a mustache stands in the `{…}` of a directive, by the text before it on its line. */
    const inAttributes = (node: Node): boolean => {
      const before = (lines[node.loc.start.line - 1] ?? '').slice(0, node.loc.start.column);
      return /:[\p{L}\w-]+(\[[^\]]*\])?\{[^}]*$/u.test(before.replaceAll(/\{\{.*?\}\}/gu, ''));
    };

    const mustache = (node: hbs.AST.MustacheStatement, scope: Scope): void => {
      const shape = callShape(node, scope);
      const original = isPath(node.path) ? node.path.original : '';
      if (!node.escaped && shape?.is !== 'markup') report(say.tripleMustache(), node);
      else if (inAttributes(node)) {
        if (original !== 'attr') report(say.mustacheInAttribute(), node);
      } else if (original === 'attr') report(say.attrOutside(), node);
      else if (shape !== undefined && (!printable.has(shape.is) || (context.plain === true && shape.is === 'markup')))
        report(say.notPrintable(original, shapeName(shape)), node);
    };

    /** The paths that are surely there when a condition holds. */
    const madeSure = (node: Node | undefined, scope: Scope): readonly Found[] => {
      if (node === undefined) return [];
      if (isPath(node)) {
        const result = findPath(node, scope);
        return isProblem(result) ? [] : [result];
      }
      if (isCall(node) && isPath(node.path) && node.path.original === 'and') {
        return node.params.flatMap((param) => madeSure(param, scope));
      }
      return [];
    };

    // Handlebars leaves out a missing half, though its types say that both are there.
    const half = (part: hbs.AST.Program | undefined, inner: Scope): void => {
      if (part) statements(part, inner);
    };

    const block = (node: hbs.AST.BlockStatement, scope: Scope): void => {
      const label = node.path.original;
      const [param] = node.params;
      if (!blockHelpers.includes(label)) {
        report(say.unknownHelper(label, blockHelpers), node.path);
        return;
      }
      if (node.params.length !== 1 || param === undefined) {
        report(say.wrongCount(label, '1', node.params.length), node);
        return;
      }
      const shape = expression(param, scope);
      const names = node.program?.blockParams ?? [];
      switch (label) {
        case 'if':
        case 'unless': {
          const sure: Scope = { ...scope, present: [...scope.present, ...madeSure(param, scope)] };
          half(node.program, label === 'if' ? sure : scope);
          half(node.inverse, label === 'if' ? scope : sure);
          return;
        }
        case 'with': {
          const bare = shape?.is === 'maybe' ? shape.of : shape;
          if (bare !== undefined) half(node.program, opened(scope, { shape: bare }, names, []));
          half(node.inverse, scope);
          return;
        }
        default: {
          if (shape !== undefined && shape.is !== 'list') {
            report(say.wrongShape('each', sourceName(param), wantedNames.list, shapeName(shape)), param);
          }
          if (shape?.is === 'list')
            half(node.program, opened(scope, { shape: shape.of }, names, [{ shape: shape.of }, { shape: number }]));
          half(node.inverse, scope);
        }
      }
    };

    const partial = (node: hbs.AST.PartialStatement, scope: Scope): void => {
      const label = isPath(node.name) ? node.name.original : '';
      const target = context.partials.get(label);
      if (target === undefined) {
        report(say.unknownPartial(label, [...context.partials.keys()]), node.name);
        return;
      }
      if (trail.includes(label)) {
        report(say.partialCycle([...trail, label]), node.name);
        return;
      }
      const [param] = node.params;
      const given = param === undefined ? scope.contexts.at(-1)?.shape : expression(param, scope);
      const hash: Fields = Object.fromEntries(
        (node.hash?.pairs ?? []).map((pair) => [pair.key, expression(pair.value, scope) ?? text]),
      );
      if (given === undefined) return;
      const bare = given.is === 'maybe' ? given.of : given;
      const shape: Shape =
        Object.keys(hash).length === 0
          ? bare
          : { is: 'record', fields: { ...(bare.is === 'record' ? bare.fields : {}), ...hash } };
      const inner: Scope = { contexts: [{ shape }], names: new Map(), root: scope.root, present: [] };
      checkFile(target.program, target.text.split('\n'), target.file, inner, [...trail, label]);
    };

    const statements = (node: hbs.AST.Program, scope: Scope): void => {
      for (const statement of node.body) {
        if (isMustache(statement)) mustache(statement, scope);
        else if (isBlock(statement)) block(statement, scope);
        else if (isPartial(statement)) partial(statement, scope);
        else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
          report(say.decorator(), statement);
        }
      }
    };

    statements(root, start);
  };

  const root: Base = { shape: context.root };
  checkFile(program, source.split('\n'), file, { contexts: [root], names: new Map(), root, present: [] }, []);
  return [...found.values()];
};
