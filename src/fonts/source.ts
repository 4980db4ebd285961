// Takes a found font file, gives what deciding needs of it (names, rights, metrics, coverage), checked for embedding.
// On a warm run these facts come from the cache and the file of a package is not opened at all.
import type { Diagnostic, Message, Outcome } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import type { Cache } from './cache.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import * as messages from './messages.ts';
import type { FontFile } from './find-file.ts';
import { damaged, openTables, readAdvances, readFacts, readGlyphs, type FontFacts, type Tables } from './sfnt.ts';

export type FontSource = {
  readonly label: string;
  /** Equal for equal bytes, wherever the file lies. */
  readonly identity: string;
  readonly facts: FontFacts;
  readonly coverage: Coverage;
  /** Opens the whole font. Rejects when the file has gone or changed for the worse since. */
  readonly tables: () => Promise<Tables>;
};

type Kept = { readonly facts: FontFacts; readonly coverage: Coverage };

/** OS/2 fsType, as the OpenType specification has it: bits 0–3 say how far embedding may go, 8 and 9 restrict it. */
const rightsOf = (fsType: number, label: string): readonly Diagnostic[] => {
  // Up to OS/2 version 2 several of bits 0–3 may be set; then the least restrictive holds.
  if ((fsType & 0x0f) === 0x02) return [messages.restricted(label)];
  if ((fsType & 0x0100) !== 0) return [messages.noSubsetting(label)];
  if ((fsType & 0x0200) !== 0) return [messages.bitmapOnly(label)];
  if ((fsType & 0x0f) === 0x04) return [messages.previewOnly(label)];
  return [];
};

/** Opens a font file. Errors: fonts/unreadable, fonts/not-embeddable. */
export const openSource = async (file: FontFile, cache: Cache, host: Host): Promise<Outcome<FontSource>> => {
  let problem: Message | undefined;
  const tables = async (): Promise<Tables> => {
    const opened = openTables(await host.read(file.path));
    if (opened.value) return opened.value;
    problem = opened.problem;
    throw new RangeError(`${file.label} ${opened.problem.en}`);
  };
  const look = async (): Promise<Uint8Array> => {
    const whole = await tables();
    const glyphs = readGlyphs(whole);
    if (glyphs.size === 0) throw new RangeError('no Unicode character map');
    readAdvances(whole);
    const kept: Kept = { facts: readFacts(whole), coverage: coverageOf(glyphs.keys()) };
    return new TextEncoder().encode(JSON.stringify(kept));
  };
  try {
    const identity = file.identity ?? `sha256 ${sha256(await host.read(file.path))}`;
    const entry = await cache.get(['facts 1', identity], look);
    // Written by `look` under a seal that was checked, so it has this shape.
    const kept = JSON.parse(new TextDecoder().decode(entry)) as Kept;
    const diagnostics = rightsOf(kept.facts.fsType, file.label);
    if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
    return { value: { label: file.label, identity, ...kept, tables }, diagnostics };
  } catch (error) {
    return { diagnostics: [messages.unreadable(file.label, problem ?? damaged(error))] };
  }
};
