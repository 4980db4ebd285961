// Takes the candidates of fonts.yaml and what lies on this machine, gives for each role and weight the font that serves.
// The first candidate that is there wins; a dropped file that cannot be used is an error and not passed over in silence,
// since another font would change the pages.
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Cache } from './cache.ts';
import type { Finder } from './find-file.ts';
import { slots, type Candidate, type FontConfig, type Slot } from './font-config.ts';
import * as messages from './messages.ts';
import { openSource, type FontSource } from './source.ts';

/** Why a role is served by what it is served by. */
export type Choice = {
  readonly slot: Slot;
  /** The slot whose own font serves; the same as `slot` unless it fell to another role. */
  readonly served: Slot;
  readonly source: FontSource;
  readonly kind: 'file' | 'system' | 'package';
  /** Candidates before it, as shown to people, and why they were not taken. */
  readonly passed: readonly { readonly candidate: string; readonly why: 'absent' | 'system-off' }[];
};

export const slotKey = ({ role, weight }: Slot): string => `${role} ${weight}`;

const candidateName = (candidate: Candidate): string => {
  if ('file' in candidate) return `fonts/${candidate.file.join(' | ')}`;
  if ('system' in candidate) return candidate.system.join(' | ');
  if ('package' in candidate) return `${candidate.package}/${candidate.path}`;
  return `${candidate.role}${candidate.weight ? ` ${candidate.weight}` : ''}`;
};

type Found =
  | { readonly kind: 'own'; readonly choice: Choice }
  | { readonly kind: 'other'; readonly slot: Slot; readonly passed: Choice['passed'] }
  | { readonly kind: 'none'; readonly tried: readonly string[] }
  | { readonly kind: 'failed' };

/** Chooses for all slots. Errors: fonts/no-candidate and those of openSource; a note for each role that fell back. */
export const chooseFonts = async (
  config: FontConfig,
  finder: Finder,
  cache: Cache,
  host: Host,
): Promise<Outcome<readonly Choice[]>> => {
  const diagnostics: Diagnostic[] = [];
  const opened = new Map<string, Promise<Outcome<FontSource>>>();

  const look = async (slot: Slot): Promise<Found> => {
    const passed: { readonly candidate: string; readonly why: 'absent' | 'system-off' }[] = [];
    for (const candidate of config.roles[slot.role][slot.weight]) {
      if ('role' in candidate) {
        return { kind: 'other', slot: { role: candidate.role, weight: candidate.weight ?? slot.weight }, passed };
      }
      const kind = 'file' in candidate ? 'file' : 'system' in candidate ? 'system' : 'package';
      if (kind === 'system' && !config.system.use) {
        passed.push({ candidate: candidateName(candidate), why: 'system-off' });
        continue;
      }
      const file = await finder.find(candidate);
      if (!file) {
        passed.push({ candidate: candidateName(candidate), why: 'absent' });
        continue;
      }
      const known = opened.get(file.path);
      const opening = known ?? openSource(file, cache, host);
      opened.set(file.path, opening);
      const { value: source, diagnostics: found } = await opening;
      if (!known) diagnostics.push(...found);
      return source ? { kind: 'own', choice: { slot, served: slot, source, kind, passed } } : { kind: 'failed' };
    }
    return { kind: 'none', tried: passed.map(({ candidate }) => candidate) };
  };

  const found = new Map<string, Found>();
  // One after the other, so that diagnostics come in the same order each time.
  for (const slot of slots) found.set(slotKey(slot), await look(slot));

  const choices: Choice[] = [];
  for (const slot of slots) {
    const seen: string[] = [];
    let at: Slot = slot;
    let entry = found.get(slotKey(at));
    const passed: Choice['passed'][number][] = [];
    while (entry?.kind === 'other' && !seen.includes(slotKey(at))) {
      seen.push(slotKey(at));
      if (at === slot) passed.push(...entry.passed);
      at = entry.slot;
      entry = found.get(slotKey(at));
    }
    if (entry?.kind === 'own') {
      choices.push(at === slot ? entry.choice : { ...entry.choice, slot, served: at, passed });
      if (at.role !== slot.role) diagnostics.push(messages.roleFallback(slot, at));
    } else if (entry?.kind === 'other') {
      diagnostics.push(messages.noCandidate(slot, [...seen, slotKey(at)]));
    } else if (entry?.kind === 'none' && at === slot) {
      diagnostics.push(messages.noCandidate(slot, entry.tried));
    }
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return failed ? { diagnostics } : { value: choices, diagnostics };
};
