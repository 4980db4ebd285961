// Makes a working folder: writes the files that are not there yet and says which were kept.
import path from 'node:path';
import { notWritable } from '../batch/messages.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { StarterFile } from './starter-files.ts';

export type MadeFolder = { readonly made: readonly string[]; readonly kept: readonly string[] };

/** Never writes over a file that is there. Error: write/not-writable, for each file. */
export const makeFolder = async (
  folder: string,
  files: readonly StarterFile[],
  host: Host,
): Promise<Outcome<MadeFolder>> => {
  const [made, kept]: [string[], string[]] = [[], []];
  const diagnostics: Diagnostic[] = [];
  for (const { to, content } of files) {
    const file = path.join(folder, ...to.split('/'));
    try {
      const fresh = await host.createNew(
        file,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
      (fresh ? made : kept).push(to);
    } catch (error) {
      diagnostics.push(notWritable(to, error));
    }
  }
  return { value: { made, kept }, diagnostics };
};
