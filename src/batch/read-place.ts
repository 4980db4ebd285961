// Takes the text of a data file, gives the place of its report at sight, where it is written plainly; else undefined, and
// only loading can tell. Sight must never give another place than loading would, since it names the folder of a group.
import type { Host } from '../host.ts';
import type { Report } from '../report/schema.ts';

export type PlaceName = Report['place'];

const plain = /^(?:[\p{L}\p{N}（）()·_-]+|"[\p{L}\p{N}（）()·_ -]+"|'[\p{L}\p{N}（）()·_ -]+')$/u;
const levels: ReadonlySet<string> = new Set(['national', 'province', 'prefecture', 'county', 'township']);
const isLevel = (word: string): word is PlaceName['level'] => levels.has(word);

/** The keys and values between the braces of a flow map, or of the indented lines of a block. */
const pairsIn = (parts: readonly string[]): ReadonlyMap<string, string> | undefined => {
  const pairs = new Map<string, string>();
  for (const part of parts) {
    const [, key = '', value = ''] = /^\s*(name|short|level):[ \t]+(\S(?:.*\S)?)\s*$/u.exec(part) ?? [];
    if (key === '' || pairs.has(key) || !plain.test(value)) return undefined;
    pairs.set(key, value.replaceAll(/^["']|["']$/gu, ''));
  }
  return pairs;
};

/** The place on the one `place:` at the left edge of YAML text. */
export const placeAtTop = (text: string): PlaceName | undefined => {
  if ([...text.matchAll(/^(?:place|"place"|'place')\s*:/gmu)].length !== 1) return undefined;
  const flow = /^place:[ \t]+\{([^{}\n]*)\}[ \t]*\r?$/mu.exec(text)?.[1]?.split(',');
  const block = /^place:[ \t]*\r?\n((?:[ \t]+\S.*(?:\n|$))+)/mu.exec(text)?.[1]?.trimEnd().split('\n');
  const pairs = pairsIn(flow ?? block ?? ['']);
  const [name, short, level] = [pairs?.get('name'), pairs?.get('short'), pairs?.get('level')];
  if (name === undefined || short === undefined || level === undefined || !isLevel(level)) return undefined;
  return { name, short, level };
};

/** The place by loading the file; undefined when it has faults that hide it. */
export const placeByLoading = async (file: string, label: string, host: Host): Promise<PlaceName | undefined> => {
  const bytes = await host.read(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const { loadReport } = await import('../report/load.ts');
  return loadReport(label, bytes).value?.report.place;
};
