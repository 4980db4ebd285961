// Comparisons: what is wrong with one is told at its place.
import { expect, it } from 'vitest';
import { loadSelection } from '../../../src/report/selection.ts';

const known = { reports: ['luohu-2023', 'baoan-2023'], indicators: ['gdp'] };
const load = (text: string) => loadSelection('data/comparisons/a.yaml', new TextEncoder().encode(text), known);

it('reads one', () => {
  const text = 'id: two\ntitle: 两区比较\nreports: [luohu-2023, baoan-2023]\nindicators: [gdp]\n';
  expect(load(text)).toEqual({
    value: { id: 'two', title: '两区比较', reports: ['luohu-2023', 'baoan-2023'], indicators: ['gdp'] },
    diagnostics: [],
  });
});

it.each([
  ['id: two\ntitle: x\nreports: [luohu-2023, luohu-2032]\n', ['check/unknown-reference 3:23']],
  ['id: two\ntitle: x\nreports: [luohu-2023, luohu-2023]\n', ['check/duplicate-id 3:23']],
  ['id: two\ntitle: x\nreports: [luohu-2023, baoan-2023]\nindicators: [gdb]\n', ['check/unknown-reference 4:14']],
  ['id: two\nreport: [luohu-2023, baoan-2023]\n', ['check/unknown-key 2:1', 'check/missing-key 1:1']],
  ['id: two\ntitle: x\nreports: [luohu-2023]\n', ['check/wrong-value 3:1']],
  ['id: a/b\ntitle: x\nreports: [luohu-2023, baoan-2023]\n', ['check/wrong-value 1:5']],
  ['id: two\ntitle: x\nreports: [\n', ['load/bad-yaml 3:10']],
])('%j', (text, expected) => {
  const { value, diagnostics } = load(text);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`).toSorted()).toEqual(
    expected.toSorted(),
  );
});
