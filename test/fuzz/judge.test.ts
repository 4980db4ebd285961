// The judge of the fuzzer: what it takes for a fault in an answer, and what it lets pass.
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { faultsOf } from './judge.ts';

const saying = (text: string): readonly string[] => {
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'load/unreadable',
    file: 'a.docx',
    message: { zh: text, en: text },
  };
  return faultsOf({ accepted: false, diagnostics: [diagnostic], sources: new Map() });
};

it.each([
  'the year undefined is not in the report',
  'undefined entities',
  'TypeError: x is not a function',
  'a [object Object]',
  'src/extract/read.ts:12:3',
])('a message that says “%s” shows a fault of ours', (text) => {
  expect(saying(text)).toHaveLength(1);
});

it.each(['document.xml:1:12: undefined entity.', 'the total of the parts is 3'])('“%s” is a right message', (text) => {
  expect(saying(text)).toEqual([]);
});

it('a refusal without a word, an unlisted code and a place outside the text are faults', () => {
  const span = { file: 'a.yaml', line: 9, column: 1, length: 1 };
  const diagnostic = { severity: 'error', code: 'no/such', message: { zh: '', en: '' }, span } as unknown as Diagnostic;
  expect(faultsOf({ accepted: false, diagnostics: [], sources: new Map() })).toEqual(['refused without a word']);
  expect(faultsOf({ accepted: true, diagnostics: [diagnostic], sources: new Map([['a.yaml', 'a: 1']]) })).toEqual([
    'the code no/such is not on the list',
    'no/such points to line 9 of 1',
  ]);
});
