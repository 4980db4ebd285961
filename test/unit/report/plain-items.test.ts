import { array, assert, constantFrom, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePlainItems } from '../../../src/report/plain-items.ts';
import { readYaml } from '../../../src/report/yaml-source.ts';

/** A text that holds this character is read by the library alone. */
const whole = (text: string): unknown => readYaml('a.yaml', `# \u{E000}\n${text}`).value?.value;

const filler = Array.from({ length: 8 }, (_, index) => `  - { id: a${index}, at: [${index}, 9] }`).join('\n');

const expectSame = (text: string): void => {
  const read = readYaml('a.yaml', text);
  expect(read.value?.value, text).toStrictEqual(whole(text));
};

describe('items of one line', () => {
  it.each([
    '{ id: gdp-2016, value: 157.50, unit: 亿元, at: [363, 370], source: { section: 1.1, sentence: 2 } }',
    '{ unit: \'%\', text: "十", optional: true, period: 2016-2020, date: 2021-07-28 }',
    '{ a: -3, b: 1.2.3, c: 甲 乙, d: [ 甲, 乙 ], e: [{ f: "" }], g: 007 }',
  ])('reads %s as the library does', (item) => {
    const text = `list:\n${filler}\n  - ${item}`;
    expect(takePlainItems(text)?.count).toBe(9);
    expectSame(text);
  });

  it.each([
    '{ a: 1, a: 2 }',
    '{ a: 1e5 }',
    '{ a: 0x1F }',
    '{ a: 1. }',
    '{ a: .5 }',
    '{ a: +5 }',
    '{ a: ~ }',
    '{ a: null }',
    '{ a: }',
    '{ a }',
    '{ a: 1, }',
    '{}',
    '{ a: [] }',
    '{ a: 1 } # b',
    '{ a: b # c }',
    '{ a: &b c }',
    '{ a: *b }',
    '{ a: !!str 1 }',
    "{ a: 'it''s' }",
    '{ a: "b\\n" }',
    '{ a: b: c }',
    '{ a: - b }',
    '{ a: -b }',
    '{ "a": 1 }',
    '{ a: b',
    '{ a: 1 } }',
    '{ a: 71,5 }',
    '{ a: \u0007 }',
  ])('leaves %s to the library', (item) => {
    const text = `list:\n${filler}\n  - ${item}\n`;
    expect(takePlainItems(text)?.count).toBe(8);
    expectSame(text);
  });

  it('knows an item inside a text for text', () => {
    expectSame(`list:\n${filler}\ntext: |\n${filler}\n`);
    expectSame(`list:\n${filler}\ntext: a\n  - { a: 1 }\n`);
    expectSame(`list:\n${filler}\n    more\n`);
  });

  it('finds places in the text as it stands', () => {
    const { value } = readYaml('a.yaml', `list:\n${filler}\n`);
    expect(value?.spanOf(['list', 2, 'id'])).toMatchObject({ line: 4, column: 11 });
    expect(value?.has(['list', 2, 'id'])).toBe(true);
    expect(value?.keySpanOf(['list', 7, 'at'])).toMatchObject({ line: 9, column: 15 });
  });

  it('reads any text as the library alone does', () => {
    const scalar = constantFrom(
      '1',
      '-2.50',
      '1e3',
      '2016-2020',
      '甲乙',
      '甲 乙',
      "'%'",
      '"a"',
      "''",
      'true',
      'No',
      'null',
      '-',
      '- a',
      'a:b',
      'a: b',
      'a#b',
      '[1, 2]',
      '[ 甲,乙 ]',
      '{ a: 1 }',
      '{a: 1}',
      '{ a: 1, a: 2 }',
      '',
    );
    const pair = tuple(constantFrom('a', 'b', 'c-d', '甲', '1', '"q"'), constantFrom(': ', ':', ':  '), scalar);
    const map = array(pair, { maxLength: 3 }).map((pairs) => `{ ${pairs.map((parts) => parts.join('')).join(', ')} }`);
    const item = tuple(constantFrom('  - ', '  - ', '- ', '    - '), map, constantFrom('', '', '', ' ', ' # c')).map(
      (parts) => parts.join(''),
    );
    const line = constantFrom('', 'k:', '  - k: v', '    more', '# c', 'text: >-', '  x: 1', 'l: [', ']', '  - x', '"');
    const lines = array(oneof({ weight: 3, arbitrary: item }, line), { maxLength: 10 });
    assert(
      property(lines, (all) => expectSame(`list:\n${filler}\n${all.join('\n')}`)),
      { numRuns: 500 },
    );
  });
});
