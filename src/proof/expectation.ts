// What proof may know of a file beyond the file: the page rules to judge by, the reports and the tree it was made from.
import type { Report } from '../report/schema.ts';
import type { Document } from '../tree/tree.ts';

/** Which rules of the page apply: those of GB/T 9704 for `gongwen`; `auto` asks the tree, else the look of the pages. */
export type PageRules = 'auto' | 'gongwen' | 'sheet' | 'any';

export type Expectation = {
  readonly rules: PageRules;
  /** The data that the document was made from: one report, or all that it is made over. */
  readonly reports?: readonly Report[];
  /** Texts with figures that are worked out and stand in no data: those of the audit, counts, hashes. */
  readonly computed?: readonly string[];
  /** The tree as it was laid out, fitted to its page limit. */
  readonly document?: Document;
};
