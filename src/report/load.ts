// Takes the bytes or text of a data file, gives the checked Report with the places of its parts.
// Nothing past this file sees an unchecked value; all faults of a file are reported at once.
import type { Diagnostic, Outcome, Span } from '../diagnostics/diagnostic.ts';
import { checkAgainst } from './check.ts';
import { indicatorKey, reportKey } from './key-words.ts';
import * as messages from './messages.ts';
import { checkReferences, placeText } from './references.ts';
import { indicatorTableSchema, reportSchema } from './schema.ts';
import type { IndicatorTable, Report } from './schema.ts';
import { readYaml } from './yaml-source.ts';
import type { Path, YamlSource } from './yaml-source.ts';

export type LoadedReport = {
  readonly report: Report;
  /** Where a part of the report stands in its file: `spanOf(['sections', 0, 'title'])`. */
  readonly spanOf: (path: Path) => Span;
  readonly file: string;
  readonly text: string;
};

const utf8 = { fatal: true } as const;

/** The text of UTF-8 bytes without byte order mark; load/bad-encoding at the line of the first wrong byte. */
export const decodeText = (file: string, bytes: Uint8Array): Outcome<string> => {
  const reads = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', utf8).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  try {
    return { value: new TextDecoder('utf-8', utf8).decode(bytes), diagnostics: [] };
  } catch {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      if (reads(middle)) good = middle;
      else bad = middle;
    }
    const before = new TextDecoder().decode(bytes.subarray(0, good)).split('\n');
    const span = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return { diagnostics: [{ severity: 'error', ...messages.badEncoding(), span }] };
  }
};

const read = <T>(file: string, input: Uint8Array | string, check: (source: YamlSource) => Outcome<T>): Outcome<T> => {
  const decoded = typeof input === 'string' ? { value: input, diagnostics: [] } : decodeText(file, input);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const yaml = readYaml(file, decoded.value);
  if (!yaml.value) return { diagnostics: yaml.diagnostics };
  const checked = check(yaml.value);
  // A number that is not plain digits has been reported where it stands: not a second time for its place in the schema.
  const taken = new Set(yaml.diagnostics.map(({ span }) => `${span?.line}:${span?.column}`));
  const more = checked.diagnostics.filter(({ span }) => !taken.has(`${span?.line}:${span?.column}`));
  const diagnostics = [...yaml.diagnostics, ...more];
  return checked.value === undefined || diagnostics.length > 0
    ? { diagnostics }
    : { value: checked.value, diagnostics };
};

/** Reads and checks one report. Codes: load/bad-encoding, load/bad-yaml, check/*. */
export const loadReport = (file: string, input: Uint8Array | string): Outcome<LoadedReport> =>
  read(file, input, (source) => {
    const checked = checkAgainst(reportSchema, source, reportKey);
    if (checked.value === undefined) return { diagnostics: checked.diagnostics };
    const loaded = { report: checked.value, spanOf: source.spanOf, file, text: source.text };
    const diagnostics = checkReferences(checked.value, source.spanOf);
    return diagnostics.length > 0 ? { diagnostics } : { value: loaded, diagnostics };
  });

/** Reads and checks the table of indicators; an id or a wording may stand for one indicator only. */
export const loadIndicators = (file: string, input: Uint8Array | string): Outcome<IndicatorTable> =>
  read(file, input, (source) => {
    const checked = checkAgainst(indicatorTableSchema, source, indicatorKey);
    if (checked.value === undefined) return checked;
    const first = new Map<string, Path>();
    const diagnostics: Diagnostic[] = [];
    for (const [index, indicator] of checked.value.indicators.entries()) {
      const words: (readonly [string, Path])[] = [
        [`#${indicator.id}`, ['indicators', index, 'id']],
        [indicator.name, ['indicators', index, 'name']],
        ...indicator.aliases.map((alias, at) => [alias, ['indicators', index, 'aliases', at]] as const),
      ];
      for (const [word, path] of words) {
        const other = first.get(word);
        if (!other) first.set(word, path);
        else {
          const [here, there] = [source.spanOf(path), source.spanOf(other)];
          const id = word.replace(/^#/, '');
          diagnostics.push({ severity: 'error', ...messages.duplicateId(id, placeText(there)), span: here });
          diagnostics.push({ severity: 'error', ...messages.duplicateId(id, placeText(here)), span: there });
        }
      }
    }
    return diagnostics.length > 0 ? { diagnostics } : { value: checked.value, diagnostics };
  });

/**
 * Reports of one batch must differ in id, since the id names their files; also in letter case and Unicode form, which
 * some file systems do not tell apart. Each of the clashing files gets check/duplicate-id.
 */
export const checkDistinct = (reports: readonly LoadedReport[]): Diagnostic[] => {
  const groups = new Map<string, LoadedReport[]>();
  for (const loaded of reports) {
    const key = loaded.report.id.normalize('NFC').toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), loaded]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map((loaded): Diagnostic => {
        const others = group.filter((other) => other !== loaded).map((other) => placeText(other.spanOf(['id'])));
        return {
          severity: 'error',
          ...messages.duplicateId(loaded.report.id, others.join(', ')),
          span: loaded.spanOf(['id']),
        };
      }),
    );
};
