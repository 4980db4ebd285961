// A project's settings: theme, font configuration, table of indicators, mapping of an import, manifest and lock.
import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { manifestText, readManifest } from '../../../src/batch/manifest.ts';
import type { Diagnostic, Outcome } from '../../../src/diagnostics/diagnostic.ts';
import { readFontConfig } from '../../../src/fonts/font-config.ts';
import { memoryHost } from '../../../src/host.ts';
import { loadIndicators } from '../../../src/report/load.ts';
import { readMapping } from '../../../src/tables/mapping.ts';
import { loadTheme } from '../../../src/theme/load-theme.ts';
import { textOf, type Input, type Kind } from '../kind.ts';
import { damageText, damageValue, edits } from '../mutate.ts';

const tokens = [
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '#',
  '"',
  '*a',
  '&a',
  '<<:',
  '!!map',
  'null',
  '~',
  '1e9',
  '-1',
  'like:',
  'scale:',
];

/** Damaged as text, or in its structure and written as YAML or JSON. */
const inputsOf = (name: string, seeds: readonly string[]): Kind['inputs'] => {
  const values = seeds.map((text): unknown => parse(text));
  return fc
    .oneof(
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...seeds), edits)
          .map(([text, done]) => damageText(text, done, tokens, seeds)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...values), edits)
          .map(([value, done]) => stringify(damageValue(value, done))),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...values), edits)
          .map(([value, done]) => JSON.stringify(damageValue(value, done))),
      },
    )
    .map((content): Input => ({ name, content }));
};

const kindOf = (
  name: string,
  file: string,
  seeds: readonly string[],
  read: (text: string) => Outcome<unknown>,
): Kind => ({
  name,
  inputs: inputsOf(file, seeds),
  answer: async (input) => {
    const text = textOf(input);
    const { value, diagnostics } = read(text);
    return { accepted: value !== undefined, diagnostics, sources: new Map([[file, text]]) };
  },
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const settingKinds = (
  theme: string,
  themes: readonly string[],
  fonts: string,
  indicators: readonly string[],
): readonly Kind[] => [
  kindOf('theme', 'templates/theme.yaml', [...themes, theme], (text) => loadTheme('templates/theme.yaml', text, theme)),
  kindOf('fonts', 'fonts/fonts.yaml', [fonts], (text) => readFontConfig('fonts/fonts.yaml', text)),
  kindOf('indicators', 'data/indicators.yaml', indicators, (text) => loadIndicators('data/indicators.yaml', text)),
  kindOf('mapping', 'map.yaml', [mapping], (text) => readMapping('map.yaml', encode(text))),
  manifestKind,
];

const mapping = `tables:
  - sheet: 主要指标
    title: 主要指标
    header: 1-2
    rows: 3-20
    unit: 亿元
    year: 2016
    columns:
      A: { as: name }
      B: { as: value, period: 2016, unit: 亿元, times: 10000 }
      C: { as: growth, basis: current, base: 2015 }
    names:
      国内生产总值: gdp
`;

const hash = 'a'.repeat(64);
const manifest = manifestText({
  version: 1,
  reports: [
    {
      id: 'hongqi-2017',
      title: '红旗区2017年政府工作报告',
      place: '河南省新乡市红旗区',
      year: 2017,
      source: 'data/hongqi-2017.yaml',
      data: hash,
      findings: { conflict: 1, unusual: 0, note: 2, accepted: 0 },
    },
  ],
  documents: (['pdf', 'docx'] as const).map((format) => ({
    file: `hongqi-2017/brief.${format}`,
    report: 'hongqi-2017',
    template: 'brief',
    format,
    source: 'data/hongqi-2017.yaml',
    data: hash,
    recipe: hash,
    sha256: hash,
    bytes: 100,
    pages: 2,
  })),
});

/** A manifest is ours: a broken one counts as none, without a word; one that is taken must not lead out of its folder. */
const manifestKind: Kind = {
  name: 'manifest',
  inputs: inputsOf('output/manifest.json', [manifest]),
  answer: async (input) => {
    const read = await readManifest(input.name, memoryHost(new Map([[input.name, input.content]])));
    const outside = (read?.documents ?? []).filter(({ file }) => /(?:^|[\\/])\.\.|^[\\/]|\\/.test(file));
    const broken: Diagnostic = {
      severity: 'warning',
      code: 'load/unreadable',
      file: input.name,
      message: { zh: '清单不可用', en: 'no manifest' },
    };
    return {
      accepted: read !== undefined,
      diagnostics: read === undefined ? [broken] : [],
      sources: new Map(),
      faults: outside.map(({ file }) => `the manifest speaks of ${file}`),
    };
  },
};
