import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellsBefore, codeFrame } from '../../../src/diagnostics/code-frame.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { didYouMean, editDistance, nearest } from '../../../src/diagnostics/did-you-mean.ts';
import { inOrder, printDiagnostics, toJson } from '../../../src/diagnostics/print.ts';

const file = 'data/hongqi-2017.yaml';
const wrongType = (line: number, column: number, endColumn: number): Diagnostic => ({
  severity: 'error',
  code: 'check/wrong-type',
  message: { zh: 'title 应为文字，这里是数字', en: 'title must be text, but this is a number' },
  hint: { zh: '加引号：title: "12"', en: 'put it in quotes: title: "12"' },
  span: { file, line, column, endColumn },
});

describe('codeFrame', () => {
  test('puts the caret under the cell, counting two for a Chinese character', () => {
    const text = 'id: hongqi\nsections:\n  - 标题: 12\n';
    expect(codeFrame(text, { file, line: 3, column: 9, endColumn: 11 })).toBe(
      '   1 | id: hongqi\n   2 | sections:\n   3 |   - 标题: 12\n     |           ^^',
    );
  });

  test('marks as many cells as the spot takes', () => {
    expect(codeFrame('地区生产总值', { file, line: 1, column: 3, endColumn: 5 })).toBe(
      '   1 | 地区生产总值\n     |     ^^^^',
    );
  });

  test('spreads tabs and shows control characters as replacement', () => {
    expect(codeFrame('\tid: \u001b[31mx', { file, line: 1, column: 6 })).toBe(
      '   1 |     id: \ufffd[31mx\n     |         ^',
    );
  });

  test('cuts a long line round the spot, within eighty cells', () => {
    const line = `text: ${'区'.repeat(120)}X${'县'.repeat(120)}`;
    const [shown = '', carets = ''] = codeFrame(line, { file, line: 1, column: 127 }).split('\n');
    expect(stringWidth(shown)).toBeLessThanOrEqual(80);
    expect(stringWidth(shown.slice(0, shown.indexOf('X')))).toBe(carets.indexOf('^'));
    expect(shown).toMatch(/\| ….*….?$/);
  });

  test('takes CRLF and a byte order mark for what they are', () => {
    expect(codeFrame('\ufeffid: a\r\nb: 1\r\n', { file, line: 2, column: 1 })).toBe(
      '   1 | id: a\n   2 | b: 1\n     | ^',
    );
  });

  test('gives nothing for a line that the text has not', () => {
    expect(codeFrame('a', { file, line: 7, column: 1 })).toBe('');
  });

  test('keeps a grapheme together when it counts', () => {
    expect(cellsBefore('👨‍👩‍👧x', '👨‍👩‍👧'.length)).toBe(2);
  });
});

describe('printDiagnostics', () => {
  test('prints place, message, frame, hint and trail', () => {
    const text = '- 标题: 12\n';
    const diagnostic: Diagnostic = {
      ...wrongType(1, 7, 9),
      trail: [{ zh: '为 brief 准备', en: 'while filling templates/brief.hbs:12:3' }],
    };
    expect(printDiagnostics([diagnostic], new Map([[file, text]]), 'en')).toBe(`${file}:1:9 error check/wrong-type
title must be text, but this is a number

   1 | - 标题: 12
     |         ^^
  hint: put it in quotes: title: "12"
  while filling templates/brief.hbs:12:3
`);
    expect(printDiagnostics([diagnostic], new Map(), 'zh')).toContain('  提示：加引号');
  });

  test('sorts by file and place and drops duplicates', () => {
    const list = [wrongType(9, 1, 2), wrongType(2, 5, 6), wrongType(9, 1, 2)];
    expect(inOrder(list).map((diagnostic) => diagnostic.span?.line)).toEqual([2, 9]);
  });

  test('shows fifty, errors first, and counts the rest', () => {
    const warnings = Array.from({ length: 60 }, (_, index): Diagnostic => ({
      ...wrongType(index + 1, 1, 2),
      severity: 'warning',
    }));
    const printed = printDiagnostics([...warnings, wrongType(99, 1, 2)], new Map(), 'en');
    expect(printed.match(/check\/wrong-type/g)).toHaveLength(50);
    expect(printed).toContain(`${file}:99:1 error`);
    expect(printed).toMatch(/and 11 more\n$/);
  });

  test('colours only when asked', () => {
    expect(printDiagnostics([wrongType(1, 1, 2)], new Map(), 'en')).not.toContain('\u001b');
    expect(printDiagnostics([wrongType(1, 1, 2)], new Map(), 'en', { color: true })).toContain('\u001b[31merror');
  });

  test('is plain JSON for editors', () => {
    expect(JSON.parse(JSON.stringify(toJson(wrongType(3, 4, 5))))).toMatchObject({
      file,
      span: { line: 3, column: 4 },
    });
  });
});

describe('didYouMean', () => {
  test.each([
    ['titel', 'title', 1],
    ['指标值', '指标', 1],
    ['brief', 'handout', 7],
    ['', 'ab', 2],
  ])('counts %s to %s as %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  test('finds the near word, in Chinese too', () => {
    expect(nearest('secton', ['summary', 'section'])).toBe('section');
    expect(nearest('地区生产总直', ['财政收入', '地区生产总值'])).toBe('地区生产总值');
    expect(nearest('a', ['b'])).toBeUndefined();
  });

  test('lists what is allowed when nothing is near', () => {
    expect(didYouMean('weather', ['level', 'count'])).toEqual({
      zh: '可以写：level、count',
      en: 'allowed here: level, count',
    });
    expect(didYouMean('x', [])).toBeUndefined();
  });
});
