// Templates: damaged text, and calls put together of names that exist; checked, filled with a report, parsed, arranged.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { withBodies } from '../../../src/fill/bodies.ts';
import { blockHelpers, helpers } from '../../../src/fill/helpers.ts';
import { readTemplate, type PartialSource } from '../../../src/fill/template.ts';
import type { Engine } from '../../../src/engine.ts';
import { fieldNames } from '../../../src/fill/shape.ts';
import { rowShape, sectionShape, viewShape } from '../../../src/fill/view-shape.ts';
import { makeTree } from '../../../src/pipeline.ts';
import type { Subject } from '../../../src/subject.ts';
import { textOf, type Input, type Kind } from '../kind.ts';
import { damageText, edits } from '../mutate.ts';

const names = [...fieldNames(viewShape), ...fieldNames(rowShape), ...fieldNames(sectionShape)];

const directives = [
  ...['::pagebreak', '::lines{count=3}', '::contents', ':::keep', ':::cards', ':::table{widths="1 2"}', ':::chart'],
  ...['::::columns', ':::column', ':::terms', ':::note', ':::', '::::', ':fig[1]{ref="x"}', ':blank[x]{em=4}'],
  ...['| a | b |', '| - | - |', '# ', '##### ', '- ', '1. ', '> ', '![x](http://127.0.0.1:9/)', '[x](file:///etc)'],
  ...['**', '*', '~~', '`', '<b>', '<!--', '&#x1F;', '[^1]', '[^1]: x', '---', '***', '\\', 'limit: 1', 'page: sheet'],
];

const mustaches = [
  ...['{{', '}}', '{{{', '}}}', '{{{{raw}}}}', '{{!--', '--}}', '{{#', '{{/', '{{else}}', '{{^}}', '{{>', '{{~', '~}}'],
  ...[
    '{{#if ',
    '{{/if}}',
    '{{#each ',
    '{{/each}}',
    '{{#with ',
    '{{/with}}',
    '{{> cards}}',
    '{{> factsheet}}',
    '(',
    ')',
  ],
  ...[
    'this',
    '../',
    './',
    '@root',
    '@index',
    '@partial-block',
    'as |x|',
    'lookup',
    'log',
    'helperMissing',
    '__proto__',
  ],
  ...[
    'constructor',
    '[constructor]',
    'a=1',
    '"',
    "'",
    '0',
    '{{> (lookup this "x")}}',
    '{{#*inline "x"}}',
    '{{/inline}}',
  ],
];

const tokens = [...directives, ...mustaches, ...names, ...helpers.keys()];

const path = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map((two) => two.join('.')) },
  { weight: 1, arbitrary: fc.constantFrom(...mustaches, '"text"', '3', '-1', 'true', 'null', 'undefined') },
);

const expression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    path,
    fc
      .tuple(fc.constantFrom(...helpers.keys()), fc.array(tie('expression'), { maxLength: 3 }))
      .map(([name, given]) => `(${[name, ...given].join(' ')})`),
  ),
})).expression;

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...directives),
    expression.map((one) => `{{${one.startsWith('(') ? one.slice(1, -1) : one}}}`),
    fc
      .tuple(fc.constantFrom(...blockHelpers), expression, fc.array(tie('statement'), { maxLength: 3 }))
      .map(([name, given, inside]) => `{{#${name} ${given}}}\n${inside.join('\n')}\n{{/${name}}}`),
    fc
      .tuple(
        fc.constantFrom(':::keep', ':::note', '::::columns', ':::column'),
        fc.array(tie('statement'), { maxLength: 3 }),
      )
      .map(([open, inside]) => `${open}\n${inside.join('\n')}\n:::`),
  ),
})).statement;

const made = fc
  .array(statement, { minLength: 1, maxLength: 8 })
  .map((parts) => `---\ntitle: '{{title}}'\npage: sheet\n---\n${parts.join('\n\n')}\n`);

export const templateKind = (
  seeds: readonly string[],
  partials: ReadonlyMap<string, PartialSource>,
  bodies: ReadonlyMap<string, PartialSource>,
  subjects: readonly Subject[],
  engine: Engine,
): Kind => ({
  name: 'template',
  inputs: fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...seeds), edits)
          .map(([text, done]) => damageText(text, done, tokens, seeds)),
      },
      { weight: 2, arbitrary: made },
    )
    .map((content): Input => ({ name: 'templates/a.hbs', content })),
  answer: async (input) => {
    const text = textOf(input);
    const all = withBodies(text, partials, bodies);
    const sources = new Map([...[...all.values()].map(({ file, text: body }): [string, string] => [file, body])]);
    sources.set(input.name, text);
    const read = readTemplate('a', text, input.name, all);
    if (read.value === undefined) return { accepted: false, diagnostics: read.diagnostics, sources };
    const template = read.value;
    // Others are filled with more than one report.
    if (template.frontMatter.over !== 'report') return { accepted: true, diagnostics: [], sources };
    const trees = subjects.map((subject) => makeTree(subject, template, engine));
    return {
      accepted: trees.some(({ value }) => value !== undefined),
      diagnostics: [...read.diagnostics, ...trees.flatMap(({ diagnostics }) => diagnostics)],
      sources,
    };
  },
});
