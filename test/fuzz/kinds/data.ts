// Data files: damaged text, and damaged structure in good YAML or JSON; through load, audit and every template.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { runAudit } from '../../../src/audit/audit.ts';
import type { Engine } from '../../../src/engine.ts';
import { sha256 } from '../../../src/host.ts';
import { makeDocument, makeTree } from '../../../src/pipeline.ts';
import { loadReport } from '../../../src/report/load.ts';
import { writeReport } from '../../../src/report/write.ts';
import { figureRows } from '../../../src/tables/figure-rows.ts';
import { writeFigures } from '../../../src/tables/write-figures.ts';
import { bytesOf, textOf, type Input, type Kind } from '../kind.ts';
import { damageBytes, damageText, damageValue, edits } from '../mutate.ts';

const tokens = [
  ...[
    'id: ',
    '- ',
    '- {',
    '}',
    ': ',
    '# ',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '!!binary ',
    '!x ',
    '? ',
    '|',
    '>-',
    '---',
  ],
  ...['...', '%YAML 1.1', '{}', '[]', '~', '0x1F', '0o17', '1_000', '.5', '+1', '.inf', '.nan', '2016-12-31', 'yes'],
  ...['sections:', 'observations:', 'value:', 'unit:', 'growth:', 'period: 2016', 'kind: none', 'source:', 'ranks:'],
  ...['indicator: gdp', '__proto__:', 'constructor: {', 'partOf:', 'min: 1', 'max: 2', 'modifier: 余', 'review: 待核'],
];

/** The first seeds are small, so that most inputs are quick. */
export const dataKind = (
  name: string,
  seeds: readonly { readonly text: string; readonly value: unknown }[],
  engine: Engine,
  /** Texts of the templates, by file. */
  templateTexts: ReadonlyMap<string, string>,
  /** One of how many accepted inputs is laid out as PDF and DOCX too; 0 for none. */
  laidOut: number,
): Kind => {
  const texts = seeds.map(({ text }) => text);
  const seed = fc.constantFrom(...seeds);
  const damagedText = fc
    .tuple(seed, edits)
    .map(([{ text }, made]): Input['content'] => damageText(text, made, tokens, texts));
  const damagedBytes = fc
    .tuple(seed, edits)
    .map(([{ text }, made]): Input['content'] => damageBytes(new TextEncoder().encode(text), made));
  const damagedValue = fc.tuple(seed, edits, fc.nat(2)).map(([{ value }, made, form]): Input['content'] => {
    const damaged = damageValue(value, made);
    return form === 0
      ? JSON.stringify(damaged)
      : form === 1
        ? JSON.stringify(damaged, undefined, 2)
        : stringify(damaged);
  });
  return {
    name,
    inputs: fc
      .oneof(
        { weight: 4, arbitrary: damagedText },
        { weight: 1, arbitrary: damagedBytes },
        { weight: 6, arbitrary: damagedValue },
      )
      .map((content): Input => ({ name: 'data/a.yaml', content })),
    answer: async (input) => {
      const bytes = bytesOf(input);
      const loaded = loadReport(input.name, bytes);
      const sources = new Map([...templateTexts, [input.name, textOf(input)]]);
      if (loaded.value === undefined) return { accepted: false, diagnostics: loaded.diagnostics, sources };
      const { report } = loaded.value;
      const audit = runAudit([report], { indicators: { indicators: [...engine.indicators] } });
      const hash = sha256(bytes);
      const subject = { over: 'report' as const, report, file: input.name, hash: hash.slice(0, 8), audit };
      const diagnostics = [...loaded.diagnostics];
      let accepted = false;
      const templates = [...engine.templates.values()].filter(({ frontMatter }) => frontMatter.over === 'report');
      for (const template of templates) {
        const tree = makeTree(subject, template, engine);
        diagnostics.push(...tree.diagnostics);
        accepted ||= tree.value !== undefined;
      }
      const faults: string[] = [];
      const written = loadReport(input.name, writeReport(report));
      if (written.value === undefined) faults.push(`written anew it is refused: ${written.diagnostics[0]?.message.en}`);
      for (const to of ['csv', 'xlsx', 'json'] as const) await writeFigures(report, figureRows(report), to);
      if (laidOut > 0 && Number.parseInt(hash.slice(0, 8), 16) % laidOut === 0) {
        const template = templates[Number.parseInt(hash.slice(8, 12), 16) % templates.length];
        if (template !== undefined)
          diagnostics.push(...(await makeDocument(subject, template, ['pdf', 'docx'], engine)).diagnostics);
      }
      return { accepted, diagnostics, sources, faults };
    },
  };
};
