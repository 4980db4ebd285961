// Takes the text of a data file, gives the id of its report: at sight where it is written plainly, else by loading it.
// Sight must never give another id than loading would, since the id names the folder that is written to.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** An id as the schema has it (report/schema.ts), plain or in quotes that hold no escapes. */
const plainId =
  /^(?:id|"id"|'id'):[ \t]+(["']?)([\p{L}\p{N}][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*)\1[ \t]*(?:[ \t]#.*)?\r?$/gmu;
const anyId = /^(?:id|"id"|'id')\s*:/gmu;

/** The id on the one `id:` line at the left edge of YAML text; undefined when only loading can tell. */
export const idAtTop = (text: string): string | undefined => {
  const [found, ...more] = text.matchAll(plainId);
  const lines = [...text.matchAll(anyId)].length;
  return found !== undefined && more.length === 0 && lines === 1 ? found[2] : undefined;
};

/** The id by loading the file. Diagnostics: those of loading, when it has faults. */
export const idByLoading = async (
  label: string,
  bytes: Uint8Array,
): Promise<{ readonly id?: string; readonly diagnostics: readonly Diagnostic[] }> => {
  const { loadReport } = await import('../report/load.ts');
  const { value, diagnostics } = loadReport(label, bytes);
  return value === undefined ? { diagnostics } : { id: value.report.id, diagnostics: [] };
};
