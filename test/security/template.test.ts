// What a template can reach: the fields of the view, and nothing behind them; the partials of the project, and no file.
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/fill/fill.ts';
import { readTemplate } from '../../src/fill/template.ts';
import { viewOf } from '../unit/fill/sample.ts';

const head = '---\ntitle: 卡\npage: gongwen\n---\n';
const read = (body: string) =>
  readTemplate('x', head + body, 'templates/x.hbs', new Map([['p', { file: 'templates/partials/p.hbs', text: '值' }]]));
const codesOf = (body: string): readonly string[] => [...new Set(read(body).diagnostics.map(({ code }) => code))];

describe('prototypes', () => {
  it.each([
    ['{{constructor}}', 'fill/unknown-path'],
    ['{{this.constructor}}', 'fill/unknown-path'],
    ['{{report.constructor.name}}', 'fill/unknown-path'],
    ['{{report.[__proto__]}}', 'fill/unknown-path'],
    ['{{@root.constructor}}', 'fill/unknown-path'],
    ['{{@root.__proto__.polluted}}', 'fill/unknown-path'],
    ['{{@constructor}}', 'fill/unknown-path'],
    ['{{report.title.constructor}}', 'fill/unknown-path'],
    ['{{#with report}}{{../constructor}}{{/with}}', 'fill/unknown-path'],
    ['{{#with report as |constructor|}}{{constructor.constructor}}{{/with}}', 'fill/unknown-path'],
    ['{{#with __proto__}}x{{/with}}', 'fill/unknown-path'],
    ['{{#if report.hasOwnProperty}}x{{/if}}', 'fill/unknown-path'],
    ['{{#each headline}}{{toString}}{{/each}}', 'fill/unknown-path'],
    ['{{lookup this "constructor"}}', 'fill/unknown-helper'],
    ['{{join (lookup report "constructor")}}', 'fill/unknown-helper'],
    ['{{#with (lookup this "__proto__")}}x{{/with}}', 'fill/unknown-helper'],
    ['{{constructor "return process"}}', 'fill/unknown-helper'],
    ['{{toString report}}', 'fill/unknown-helper'],
    ['{{helperMissing report}}', 'fill/unknown-helper'],
    ['{{#blockHelperMissing report}}x{{/blockHelperMissing}}', 'fill/unknown-helper'],
    ['{{__lookupGetter__ "x"}}', 'fill/unknown-helper'],
  ])('%s', (body, code) => expect(codesOf(body)).toContain(code));
});

describe('files', () => {
  it.each(['../../data/secret', './p', '/etc/passwd', 'p.hbs', 'constructor', '__proto__', 'toString'])(
    '{{> %s}} is no partial',
    (name) => {
      for (const body of [`{{> ${name}}}`, `{{> "${name}"}}`])
        expect(codesOf(body)).toEqual([expect.stringMatching(/^fill\/(?:unknown-partial|bad-template)$/)]);
    },
  );

  it.each([
    ['a name that is worked out', '{{> (join report)}}'],
    ['a partial defined in the template', '{{#*inline "p"}}x{{/inline}}'],
    ['a block partial', '{{#> p}}x{{/p}}'],
  ])('%s is refused', (_, body) => expect(read(body).value).toBeUndefined());
});

describe('../', () => {
  it.each(['{{../hash}}', '{{#each headline}}{{../../hash}}{{/each}}', '{{#with this}}{{../../hash}}{{/with}}'])(
    'out of the outermost context is refused: %s',
    (body) => expect(codesOf(body)).toEqual(['fill/unknown-path']),
  );

  // Handlebars opens no context for the object that is open already: filling ended in a TypeError, or took another's.
  it.each([
    '{{#with this}}{{../report.id}}{{/with}}',
    '{{#with @root}}{{#with @root}}{{../../report.id}}{{/with}}{{/with}}',
    '{{#with report}}{{#with ../report}}{{../id}}{{/with}}{{/with}}',
    '{{#each (take headline 1)}}{{#each (take @root.headline 1)}}{{../../report.id}}{{/each}}{{/each}}',
    '{{#each (take headline 1) as |row|}}{{#with row}}{{../../report.id}}{{/with}}{{/each}}',
  ])('means a context for each block: %s', (body) => {
    const { value, diagnostics } = read(body);
    expect(diagnostics).toEqual([]);
    if (value === undefined) throw new Error('refused');
    expect(fillTemplate(value, viewOf()).value?.replaceAll('\\', '')).toContain('quyang-2022');
  });

  it('leads out of equal texts too', () => {
    const view = { ...viewOf(), brief: { ...viewOf().brief, recipients: ['区委'] } };
    const names = '{{#each brief.recipients}}{{#each @root.brief.recipients}}{{../../report.id}}{{/each}}{{/each}}';
    const { value } = read(names);
    if (value === undefined) throw new Error('refused');
    expect(fillTemplate(value, view).value).toContain('quyang');
  });

  it('that leads to nothing while a template is filled is told', () => {
    const { value } = read(
      '{{#each changes}}{{#with (sentence this)}}{{#with this}}{{../../../report.id}}{{/with}}{{/with}}{{/each}}',
    );
    if (value === undefined) throw new Error('refused');
    expect(fillTemplate(value, viewOf()).diagnostics).toMatchObject([
      { code: 'fill/bad-template', file: 'templates/x.hbs' },
    ]);
  });
});
