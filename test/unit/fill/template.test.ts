// Templates are checked before rendering: each fault has its code and its place in the template.
import { describe, expect, it } from 'vitest';
import { blockHelpers, helpers } from '../../../src/fill/helpers.ts';
import { fieldNames, type Shape } from '../../../src/fill/shape.ts';
import { viewShape } from '../../../src/fill/view-shape.ts';
import { fill, fillWhole, head, parse, read, viewOf } from './sample.ts';

const lineOfBody = head.split('\n').length;

/** What is wrong with a body: `line:column code`, lines counted in the body. */
const faults = (body: string, partials: Readonly<Record<string, string>> = {}): string[] =>
  read(body, partials).diagnostics.map(
    ({ span, code }) =>
      `${span?.file === 'templates/sample.hbs' ? '' : `${span?.file} `}${(span?.line ?? 0) - (span?.file === 'templates/sample.hbs' ? lineOfBody - 1 : 0)}:${span?.column} ${code}`,
  );

describe('paths', () => {
  it('knows the shape of the view through each, with, block parameters, .. and @root', () => {
    const body = [
      '{{#each review.areas as |area index|}}{{area.title}}{{index}}{{@index}}{{../report.id}}{{@root.hash}}',
      '{{#each rows}}{{name}}{{this.id}}{{../title}}{{#if @first}}{{/if}}{{/each}}{{/each}}',
      '{{#with structure as |s|}}{{s.ratio}}{{ratio}}{{/with}}{{#each plan.areas}}{{#each tasks}}{{number}}{{/each}}{{/each}}',
    ].join('\n');
    expect(faults(body)).toEqual([]);
  });

  it('steps out of equal texts as out of others', () => {
    const inner =
      '{{#each (words "甲" "乙")}}{{this}}{{#if this}}{{join (words this "丙")}}{{/if}}{{../../hash}} {{/each}}';
    const id = viewOf().hash;
    expect(fill(`{{#each (words "甲" "乙")}}{{this}}：${inner}{{/each}}`).trim()).toBe(
      ['甲', '乙'].map((one) => `${one}：甲甲、丙${id} 乙乙、丙${id}`).join(' '),
    );
    expect(
      fill(
        '{{#each (words "甲")}}{{#with this}}{{#with this}}{{this}}{{../../../hash}}{{/with}}{{/with}}{{/each}}',
      ).trim(),
    ).toBe(`甲${id}`);
  });

  it('reports an unknown path with the nearest name', () => {
    const { diagnostics } = read('{{report.tilte}}');
    expect(diagnostics).toMatchObject([
      { code: 'fill/unknown-path', span: { line: lineOfBody, column: 3 }, hint: { en: 'did you mean title' } },
    ]);
    expect(diagnostics[0]?.message).toEqual({ zh: 'report 里没有 tilte 这一项', en: 'report has no tilte' });
  });

  it.each([
    ['{{nothing}}', '1:3 fill/unknown-path'],
    ['{{#each headline}}\n{{titel}}\n{{/each}}', '2:3 fill/unknown-path'],
    ['{{#each headline as |row|}}{{row.nam}}{{/each}}', '1:30 fill/unknown-path'],
    ['{{#each headline}}{{../../hash}}{{/each}}', '1:21 fill/unknown-path'],
    ['{{@indx}}', '1:3 fill/unknown-path'],
    ['{{report.constructor}}', '1:3 fill/unknown-path'],
    ['{{__proto__}}', '1:3 fill/unknown-path'],
    ['{{headline.length}}', '1:3 fill/unknown-path'],
    ['{{headline.[0].name}}', '1:3 fill/unknown-path'],
    ['{{#each headlines}}{{x}}{{/each}}', '1:9 fill/unknown-path'],
    ['{{figure report.gdp}}', '1:10 fill/unknown-path'],
    ['{{join headline with=report.x}}', '1:22 fill/unknown-path'],
    ['{{#each (take headlin 6)}}{{x}}{{/each}}', '1:15 fill/unknown-path'],
    ['{{figure (take headlin 6)}}', '1:16 fill/unknown-path'],
  ])('refuses %s', (body, fault) => {
    expect(faults(body)).toEqual([fault]);
  });

  it('lets the parts of what may be absent be taken only where it is made sure of', () => {
    expect(faults('{{structure.ratio}}')).toEqual(['1:3 fill/unknown-path']);
    expect(faults('{{#if structure}}{{structure.ratio}}{{else}}{{structure.name}}{{/if}}')).toEqual([
      '1:47 fill/unknown-path',
    ]);
    expect(
      faults(
        '{{#each headline as |row|}}{{#if (and row.value row.growth)}}{{row.value.text}}{{row.growth.word}}{{/if}}{{/each}}',
      ),
    ).toEqual([]);
    expect(faults('{{#unless structure}}无{{else}}{{structure.ratio}}{{/unless}}')).toEqual([]);
    expect(read('{{structure.ratio}}').diagnostics[0]?.hint?.en).toBe(
      'put it inside {{#if structure}} or {{#with structure}}',
    );
  });

  it('renders what it has checked without a fault, whatever is absent', () => {
    expect(fill('{{#with structure}}{{ratio}}{{else}}无{{/with}}')).toBe(String.raw`15\:30\:55`);
    expect(fill('{{#with structure}}{{ratio}}{{else}}无{{/with}}', { ...viewOf(), structure: null })).toBe('无');
  });
});

describe('helpers', () => {
  it('bear the name of no field, so that a bare name means one thing', () => {
    const names = new Set<string>();
    const collect = (shape: Shape): void => {
      for (const name of fieldNames(shape)) names.add(name);
      if (shape.is === 'record') Object.values(shape.fields).forEach(collect);
      if (shape.is === 'list' || shape.is === 'maybe') collect(shape.of);
    };
    collect(viewShape);
    expect(names.size).toBeGreaterThan(60);
    expect([...helpers.keys(), ...blockHelpers].filter((name) => names.has(name))).toEqual([]);
  });

  it.each([
    ['{{figur headline}}', '1:3 fill/unknown-helper'],
    ['{{lookup report "id"}}', '1:3 fill/unknown-helper'],
    ['{{log report.id}}', '1:3 fill/unknown-helper'],
    ['{{#each (tak headline 3)}}{{/each}}', '1:10 fill/unknown-helper'],
    ['{{#list headline}}{{/list}}', '1:4 fill/unknown-helper'],
    ['{{figure report}}', '1:10 fill/bad-template'],
    ['{{figure headline}}', '1:10 fill/bad-template'],
    ['{{#each report}}{{/each}}', '1:9 fill/bad-template'],
    ['{{eq report.id}}', '1:1 fill/bad-template'],
    ['{{join brief.recipients sep="、"}}', '1:25 fill/bad-template'],
    ['{{headline}}', '1:1 fill/bad-template'],
    ['{{report}}', '1:1 fill/bad-template'],
    ['{{#if}}{{/if}}', '1:1 fill/bad-template'],
  ])('refuses %s', (body, fault) => {
    expect(faults(body)).toEqual([fault]);
  });

  it('says at its place why a helper could not do its work', () => {
    const { template } = read('前\n{{numeral report.short}}');
    expect(template?.render(viewOf()).diagnostics).toMatchObject([
      {
        code: 'fill/helper-failed',
        span: { file: 'templates/sample.hbs', line: lineOfBody + 1, column: 1 },
        message: { zh: 'numeral：“曲阳县”不是整数' },
      },
    ]);
  });
});

describe('partials', () => {
  it('are filled with what they are given', () => {
    const row = '{{name}}：{{figure value}}{{suffix}}';
    expect(fill('{{#each (take headline 1)}}{{> row suffix="。"}}{{/each}}', viewOf(), { row })).toBe(
      String.raw`地区生产总值：:fig[95\.0亿元]{ref="gdp-2021"}。`,
    );
    expect(faults('{{#each headline}}{{> row}}{{/each}}', { row })).toEqual([
      'templates/partials/row.hbs 1:28 fill/unknown-path',
    ]);
  });

  it.each([
    ['{{> rwo}}', { row: '文' }, ['1:5 fill/unknown-partial']],
    ['{{> a}}', { a: '{{> b}}', b: '{{> a}}' }, ['templates/partials/b.hbs 1:5 fill/bad-template']],
    ['{{#*inline "x"}}文{{/inline}}', {}, ['1:1 fill/bad-template']],
    ['{{> (concat "r" "ow")}}', { row: '文' }, ['1:5 fill/unknown-partial']],
    ['文', { broken: '{{#if}' }, ['templates/partials/broken.hbs 1:6 fill/bad-template']],
  ])('refuse %s', (body, partials, expected) => {
    expect(faults(body, partials)).toEqual(expected);
  });
});

describe('markup', () => {
  it.each([
    ['{{{report.title}}}', '1:1 fill/bad-template'],
    ['{{&report.title}}', '1:1 fill/bad-template'],
    [':::chart[图]{unit="{{report.short}}"}', '1:19 fill/bad-template'],
    ['{{attr report.short}}', '1:1 fill/bad-template'],
  ])('refuses %s', (body, fault) => {
    expect(faults(body)).toEqual([fault]);
  });

  it('writes data into attributes through attr alone', () => {
    const view = { ...viewOf(), changeUnit: '"} :::note & <b>' };
    const text = fill(
      ':::chart[图]{type=bar unit="{{attr changeUnit}}"}\n| 指标 | 值 |\n|---|---|\n| 甲 | 1 |\n:::',
      view,
    );
    const { document, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(document?.blocks).toMatchObject([{ kind: 'chart', unit: '"} :::note & <b>' }]);
  });
});

describe('syntax', () => {
  it('places the three kinds of Handlebars errors', () => {
    expect(faults('{{#if hash}}\n文\n{{/each}}')).toEqual(['1:4 fill/bad-template']);
    expect(faults('甲乙\n丙{{report.id}')).toEqual(['2:13 fill/bad-template']);
    expect(faults('甲{{#if hash}}乙')).toHaveLength(1);
    expect(faults('{{report.id | upper}}')).toEqual(['1:13 fill/bad-template']);
  });

  it('reports every fault of body, title and partials at once, in order', () => {
    const body = '---\ntitle: "{{report.x}}"\nlimit: "{{hash}}"\n---\n{{y}}';
    const { diagnostics } = read(body);
    expect(diagnostics.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)).toEqual([
      '3:9 fill/bad-template',
      '3:1 parse/bad-front-matter',
    ]);
    const later = read('---\ntitle: "{{report.x}}"\n---\n{{y}}\n{{z}}').diagnostics;
    expect(later.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)).toEqual([
      '2:11 fill/unknown-path',
      '4:3 fill/unknown-path',
      '5:3 fill/unknown-path',
    ]);
  });

  it('reads a template with CRLF and a byte order mark as the same template', () => {
    const body = `${head}{{#if hash}}\n甲\n{{/if}}\n\n乙`;
    expect(fillWhole(`\uFEFF${body.replaceAll('\n', '\r\n')}`, viewOf())).toBe(fillWhole(body));
  });

  it('wants front matter', () => {
    expect(read('---\n甲').diagnostics).toMatchObject([{ code: 'parse/bad-front-matter', span: { line: 1 } }]);
  });
});
