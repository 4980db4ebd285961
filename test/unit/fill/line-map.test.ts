// Lines of the filled text know the line of template or partial that they came from.
import { expect, it } from 'vitest';
import { fillTemplate } from '../../../src/fill/fill.ts';
import { head, parse, read, viewOf } from './sample.ts';

const fact = '{{!-- 一条 --}}\n- {{name}}\n:::leed\n:::\n';
const body = [
  '# {{report.short}}',
  '',
  '',
  '{{#if targets}}',
  '',
  '第一行',
  '{{#each targets}}',
  '{{> fact}}',
  '{{/each}}',
  '{{/if}}',
  '   {{hash}}末行{{report.id}}',
].join('\n');

const filled = () => {
  const { template, diagnostics } = read(body, { fact });
  if (!template) throw new Error(JSON.stringify(diagnostics));
  return fillTemplate(template, viewOf());
};

it('gives each line its place, through blocks, loops and partials', () => {
  const { value = '', placeOf } = filled();
  const first = head.split('\n').length;
  const places = value.split('\n').map((text, index) => {
    const place = placeOf(index + 1);
    return `${text} ← ${place?.file.replace(/^.*\//u, '')}:${place === undefined ? '' : place.line - (place.file.includes('partials') ? 0 : first - 1)}`;
  });
  expect(places.slice(5)).toEqual([
    '# 曲阳县 ← sample.hbs:1',
    ' ← sample.hbs:2',
    '第一行 ← sample.hbs:6',
    '- 地区生产总值 ← fact.hbs:2',
    ':::leed ← fact.hbs:3',
    '::: ← fact.hbs:4',
    '- 城镇登记失业率 ← fact.hbs:2',
    ':::leed ← fact.hbs:3',
    '::: ← fact.hbs:4',
    '- 居民人均可支配收入 ← fact.hbs:2',
    ':::leed ← fact.hbs:3',
    '::: ← fact.hbs:4',
    String.raw`   0a1b2c3d末行quyang\-2022 ← sample.hbs:11`,
    ' ← undefined:',
  ]);
});

it('puts faults of the filled text where their author can mend them', () => {
  const { value = '', placeOf } = filled();
  const { diagnostics } = parse(value, { file: 'templates/sample.hbs', placeOf });
  expect(diagnostics[0]).toMatchObject({
    code: 'parse/unknown-directive',
    span: { file: 'templates/partials/fact.hbs', line: 3, column: 1, endColumn: 8 },
  });
});

it('means the whole line where data changed it', () => {
  const { template } = read('甲{{report.short}}:figg[1]{ref=a}');
  if (!template) throw new Error('the template cannot be read');
  const { value = '', placeOf } = fillTemplate(template, viewOf());
  const line = head.split('\n').length;
  expect(parse(value, { file: 'templates/sample.hbs', placeOf }).diagnostics[0]?.span).toEqual({
    file: 'templates/sample.hbs',
    line,
    column: 1,
    endLine: line,
    endColumn: 33,
  });
});
