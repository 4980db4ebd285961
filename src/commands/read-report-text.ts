// Reads a report text (.txt, .docx, .pdf) through extract, for the commands that take texts.
import { extractReport, type Extracted } from '../extract/extract.ts';
import { notReadable } from '../batch/messages.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { IndicatorTable } from '../report/schema.ts';

/** Whether a path names a report text and not a data file or folder. */
export const isReportText = (place: string): boolean => /\.(txt|docx|pdf)$/i.test(place);

/** `label` is the name in messages. */
export const readReportText = async (
  file: string,
  label: string,
  indicators: IndicatorTable,
  host: Host,
): Promise<Outcome<Extracted>> => {
  let bytes: Uint8Array;
  try {
    bytes = await host.read(file);
  } catch (error) {
    return { diagnostics: [notReadable(label, error)] };
  }
  return extractReport(label, bytes, { indicators });
};
