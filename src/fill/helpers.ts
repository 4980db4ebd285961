// The helpers that templates may call: name, arguments, what they give, and one line of help in each language.
// A helper is pure. One that gives markup has escaped every text in it. No helper bears the name of a field of the
// view, so that `{{name}}` never means two things; a test checks this.
import { figureHelpers } from './figure-helpers.ts';
import type { Helper } from './helper-type.ts';
import { phraseHelpers } from './phrase-helpers.ts';
import { plainHelpers } from './plain-helpers.ts';

/** Every helper of ours by name. */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  Object.entries({ ...plainHelpers, ...figureHelpers, ...phraseHelpers }),
);

/** Blocks that Handlebars itself has and templates may use. */
export const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with'];
