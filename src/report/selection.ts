// Takes the bytes of a comparison (data/comparisons/*.yaml), gives it checked: the reports and indicators that it names
// are there, each once.
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { checkAgainst } from './check.ts';
import { decodeText } from './load.ts';
import * as messages from './messages.ts';
import { selectionSchema, type Selection } from './selection-schema.ts';
import { readYaml } from './yaml-source.ts';

/** What there is to choose from. */
export type Known = { readonly reports: readonly string[]; readonly indicators: readonly string[] };

/**
 * Reads and checks a comparison. Codes: load/bad-encoding, load/bad-yaml, check/*; check/unknown-reference for a report or
 * an indicator that is not there, check/duplicate-id for one named twice.
 */
export const loadSelection = (file: string, bytes: Uint8Array, known: Known): Outcome<Selection> => {
  const decoded = decodeText(file, bytes);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const yaml = readYaml(file, decoded.value);
  const { value: source } = yaml;
  if (source === undefined) return { diagnostics: yaml.diagnostics };
  const checked = checkAgainst(selectionSchema, source);
  if (checked.value === undefined || yaml.diagnostics.length > 0) {
    return { diagnostics: [...yaml.diagnostics, ...checked.diagnostics] };
  }
  const { value } = checked;
  const faultsOf = (key: 'reports' | 'indicators', all: readonly string[]): Diagnostic[] =>
    (value[key] ?? []).flatMap((one, index, given): Diagnostic[] => {
      const span = source.spanOf([key, index]);
      const first = given.indexOf(one);
      if (first < index) {
        const where = source.spanOf([key, first]);
        return [{ severity: 'error', ...messages.duplicateId(one, `${where.file}:${where.line}`), span }];
      }
      if (all.includes(one)) return [];
      return [{ severity: 'error', ...messages.unknownReference(key, one, didYouMean(one, all)), span }];
    });
  const diagnostics = [...faultsOf('reports', known.reports), ...faultsOf('indicators', known.indicators)];
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
};
