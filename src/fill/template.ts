// Takes the text of a template and its partials, gives a template ready to be filled, or every problem in it.
// This is the one file that knows Handlebars. Problems are found in the syntax tree before anything is rendered; the
// tree is then rewritten so that every `{{…}}` goes through our own escape, and compiled without prototype access.
import Handlebars from 'handlebars';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { readFrontMatter, type FrontMatter } from '../parse/front-matter.ts';
import { noFrontMatter } from '../parse/messages.ts';
import { checkTemplate, type ReadPartial } from './check-template.ts';
import { escapeMarkdown, foldLines } from './escape.ts';
import { handlebarsProblem } from './handlebars-errors.ts';
import { HelperError } from './helper-type.ts';
import { blockHelpers, helpers } from './helpers.ts';
import { Markup } from './markup.ts';
import { markLines, readLines, withoutMarks, type FilledLine, type MarkedFile } from './line-map.ts';
import { helperFailed, mustacheInFrontMatter, notFilled, type Problem } from './messages.ts';
import { placeShape, type PlaceView } from './place-shape.ts';
import { selectionShape, type SelectionView } from './selection-shape.ts';
import type { Shape } from './shape.ts';
import { viewShape, type View } from './view-shape.ts';

export type PartialSource = { readonly file: string; readonly text: string };

/** What a template is filled with: the view of what it is made over. */
export type AnyView = View | PlaceView | SelectionView;

const shapes: Readonly<Record<FrontMatter['over'], Shape>> = {
  report: viewShape,
  place: placeShape,
  selection: selectionShape,
};

/** A template that has been read and checked. */
export type Template = {
  readonly name: string;
  readonly file: string;
  /** What it asks of the page; `title` is as written, with its mustaches. */
  readonly frontMatter: FrontMatter;
  /** Lines of the front matter, and which of them is the title's. */
  readonly head: readonly string[];
  readonly titleLine: number;
  /** Takes a view of the shape that `frontMatter.over` names. */
  readonly render: (view: AnyView) => Rendered;
};

type Rendered = {
  readonly title: string;
  readonly body: readonly FilledLine[];
  readonly diagnostics: readonly Diagnostic[];
};

type Program = hbs.AST.Program;

const escapeHelper = 'markdown';

/**
 * Rewrites `{{x}}` to a call of our escape and marks lines of content with their place, through all blocks.
 * `file` is the number of the file in the list of marked files; the title is not marked. The tree given is not changed.
 */
const throughEscape = (program: Program, file: number | undefined): Program => {
  const rewrite = (node: Program | undefined): void => {
    for (const [index, statement] of (node?.body ?? []).entries()) {
      if (statement.type === 'BlockStatement') {
        // Handlebars tells nodes apart by `type` alone.
        const block = statement as hbs.AST.BlockStatement;
        rewrite(block.program);
        rewrite(block.inverse);
      } else if (statement.type === 'ContentStatement' && file !== undefined) {
        // What whitespace control took from the front is in `original`, whose type Handlebars states wrongly.
        const content = statement as unknown as { value: string; readonly original: string };
        const skipped = content.original.slice(0, Math.max(0, content.original.indexOf(content.value)));
        const line = statement.loc.start.line + skipped.split('\n').length - 1;
        content.value = markLines(content.value, file, line);
      } else if (statement.type === 'MustacheStatement' && node) {
        const { loc, path, params, hash, strip } = statement as hbs.AST.MustacheStatement;
        const isCall =
          params.length > 0 || hash !== undefined || ('original' in path && helpers.has(String(path.original)));
        const inner = isCall ? { type: 'SubExpression', path, params, hash, loc } : path;
        const outer: hbs.AST.PathExpression = {
          type: 'PathExpression',
          data: false,
          depth: 0,
          parts: [escapeHelper],
          original: escapeHelper,
          loc,
        };
        const call = { type: 'MustacheStatement', path: outer, params: [inner], escaped: false, strip, loc };
        node.body[index] = call as unknown as hbs.AST.Statement;
      }
    }
  };
  const copy = structuredClone(program);
  rewrite(copy);
  return copy;
};

const compileOptions = {
  knownHelpers: Object.fromEntries([...helpers.keys(), ...blockHelpers, escapeHelper].map((name) => [name, true])),
  knownHelpersOnly: true,
  strict: true,
  noEscape: true,
  preventIndent: true,
};

/** A text or number out of the object that `opening` puts it in. */
const bare = (value: unknown): unknown =>
  // oxlint-disable-next-line unicorn/no-instanceof-builtins -- the objects are made here, in the same realm
  value instanceof String || value instanceof Number ? value.valueOf() : value;

const printed = (value: unknown, escape: (text: string) => string): string => {
  if (value instanceof Markup) return value.source;
  return typeof value === 'string' || typeof value === 'number' ? escape(String(value)) : '';
};

type HelperOptions = { readonly hash: Readonly<Record<string, unknown>>; readonly loc?: hbs.AST.SourceLocation };

type BlockOptions = { readonly fn: (context: unknown, more: unknown) => string };
type BlockHelper = (this: unknown, context: unknown, options: BlockOptions) => unknown;

/** The same value, equal to no other. */
const distinct = (value: unknown): unknown => {
  if (typeof value === 'string' || typeof value === 'number') return Object(value);
  if (Array.isArray(value)) return [...(value as readonly unknown[])];
  return typeof value === 'object' && value !== null && !(value instanceof Markup) ? { ...value } : value;
};

/**
 * Handlebars' block that opens a context, made to open one always: it opens none for what equals that which is open
 * already, an object or a text, so that `../` would mean one step more than is written, or lead to nothing.
 */
const opening = (block: BlockHelper): BlockHelper =>
  function (context, options) {
    const fn: BlockOptions['fn'] = (inner, more) => options.fn(distinct(bare(inner)), more);
    return block.call(this, bare(context), { ...options, fn });
  };

/** Handlebars' block that asks for a value. */
const asking = (block: BlockHelper): BlockHelper =>
  function (context, options) {
    return block.call(this, bare(context), options);
  };

/** Handlebars' helpers made from ours; what fails is put on the list with its place in the template. */
const runtimeHelpers = (
  escape: (text: string) => string,
  failures: Diagnostic[],
): Record<string, (...all: unknown[]) => unknown> => {
  const made: Record<string, (...all: unknown[]) => unknown> = {
    [escapeHelper]: (value) => printed(bare(value), escape),
  };
  for (const [name, helper] of helpers) {
    made[name] = (...all) => {
      // The last argument is always Handlebars' own options.
      const { hash, loc } = all.at(-1) as HelperOptions;
      try {
        const plain = Object.fromEntries(Object.entries(hash).map(([key, value]) => [key, bare(value)]));
        return helper.run(all.slice(0, -1).map(bare), plain);
      } catch (error) {
        if (!(error instanceof HelperError)) throw new Error(`${name} broke`, { cause: error });
        const { code, message } = helperFailed(name, error.text);
        const span = loc && { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
        failures.push({ severity: 'error', code, message, ...(span && { span }) });
        return '';
      }
    };
  }
  return made;
};

type Body = Handlebars.TemplateDelegate<unknown>;

const withoutCarriage = (text: string): string =>
  withoutMarks(text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n'));

/** Partials read by their source: one serves many templates, and none of them changes its tree. */
const readPartials = new WeakMap<PartialSource, ReadPartial>();

/** Reads and checks a template. `partials` are all there are, by the name they are called. */
export const readTemplate = (
  name: string,
  text: string,
  file: string,
  partials: ReadonlyMap<string, PartialSource>,
): Outcome<Template> => {
  const diagnostics: Diagnostic[] = [];
  const report = ({ code, message, hint }: Problem, span: Diagnostic['span']): void =>
    void diagnostics.push({ severity: 'error', code, message, ...(span && { span }), ...(hint && { hint }) });
  const engine = Handlebars.create();

  const parse = (source: string, sourceFile: string, firstLine: number): Program | undefined => {
    try {
      return engine.parse(source, { srcName: sourceFile });
    } catch (error) {
      const { problem, span } = handlebarsProblem(error, source, sourceFile, firstLine);
      report(problem, span);
      return undefined;
    }
  };

  // Front matter: static but for the title, which is a template of its own kind, without Markdown.
  const lines = withoutCarriage(text).split('\n');
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---') : -1;
  if (end < 0) {
    report(noFrontMatter(), { file, line: 1, column: 1 });
    return { diagnostics };
  }
  const head = lines.slice(1, end);
  const titleLine = head.findIndex((line) => /^title\s*:/u.test(line));
  for (const [index, line] of head.entries()) {
    const at = line.indexOf('{{');
    if (at >= 0 && index !== titleLine) report(mustacheInFrontMatter(), { file, line: index + 2, column: at + 1 });
  }
  const front = readFrontMatter(head.join('\n'), { file, line: 2 });
  diagnostics.push(...front.diagnostics);

  // Body and title, each padded with empty lines before it so that places are those of the file.
  const titleSource =
    '\n'.repeat(titleLine + 1) + (head[titleLine] ?? '').replace(/^title\s*:/u, (key) => ' '.repeat(key.length));
  const bodySource = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  const title = parse(titleSource, file, 1);
  const body = parse(bodySource, file, 1);

  const read = new Map<string, ReadPartial>();
  for (const [label, partial] of partials) {
    const known = readPartials.get(partial);
    const source = withoutCarriage(partial.text);
    const program = known?.program ?? parse(source, partial.file, 1);
    if (!program) continue;
    const made = known ?? { program, text: source, file: partial.file };
    readPartials.set(partial, made);
    read.set(label, made);
  }
  if (diagnostics.length > 0 || !front.value || !title || !body) return { diagnostics };

  const context = { partials: read, root: shapes[front.value.over] };
  diagnostics.push(
    ...checkTemplate(title, titleSource, file, { ...context, plain: true }),
    ...checkTemplate(body, bodySource, file, context),
  );
  if (diagnostics.length > 0) return { diagnostics };

  const files: readonly MarkedFile[] = [
    { file, lines },
    ...[...read.values()].map((partial) => ({ file: partial.file, lines: partial.text.split('\n') })),
  ];
  const compile = (program: Program, number: number | undefined): Body =>
    engine.compile(throughEscape(program, number), compileOptions);
  const frontMatter = front.value;
  // Compiled for the first document: a run with nothing to do only checks its templates.
  const compileAll = (): { readonly title: Body; readonly body: Body; readonly partials: Record<string, Body> } => ({
    title: compile(engine.parse(frontMatter.title, { srcName: file }), undefined),
    body: compile(body, 0),
    partials: Object.fromEntries(
      [...read].map(([label, partial], index) => [label, compile(partial.program, index + 1)]),
    ),
  });
  let compiled: ReturnType<typeof compileAll> | undefined;
  const built = (block: string): BlockHelper => {
    const helper: BlockHelper | undefined = engine.helpers[block];
    if (helper === undefined) throw new Error(`Handlebars has no ${block}`);
    return helper;
  };
  const render = (view: AnyView): Rendered => {
    compiled ??= compileAll();
    const failures: Diagnostic[] = [];
    const blocks = {
      each: opening(built('each')),
      with: opening(built('with')),
      if: asking(built('if')),
      unless: asking(built('unless')),
    };
    const options = {
      partials: compiled.partials,
      allowProtoMethodsByDefault: false,
      allowProtoPropertiesByDefault: false,
    };
    try {
      return {
        title: compiled.title(view, { ...options, helpers: { ...runtimeHelpers(foldLines, failures), ...blocks } }),
        body: readLines(
          compiled.body(view, { ...options, helpers: { ...runtimeHelpers(escapeMarkdown, failures), ...blocks } }),
          files,
        ),
        diagnostics: failures,
      };
    } catch (error) {
      // Only a path that was checked and yet leads to nothing: what Handlebars' compiled code says then.
      if (!(error instanceof TypeError) && !(error instanceof Handlebars.Exception)) throw error;
      const { code, message, hint } = notFilled();
      return { title: '', body: [], diagnostics: [{ severity: 'error', code, message, file, ...(hint && { hint }) }] };
    }
  };
  return { value: { name, file, frontMatter, head, titleLine, render }, diagnostics };
};
