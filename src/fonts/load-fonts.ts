// Takes the font configuration and the machine's files, gives the library that every document's fonts come from.
//
//   fonts.yaml ──choose──▶ a whole font for each role ──cut──▶ faces of the fixed repertoire (cached on disk)
//                                   └── forDocument: characters beyond the repertoire ──cut──▶ faces of this document
//
// What a document embeds follows from its own characters alone. A document within the repertoire gets the shared faces;
// one with a rare hanzi gets faces cut to the repertoire and its own rare characters, whatever else the batch holds.
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { sha256, type Host } from '../host.ts';
import { openCache, type Cache } from './cache.ts';
import { chooseFonts, slotKey, type Choice } from './choose.ts';
import { covers } from './coverage.ts';
import { cutFace, recipe } from './cut.ts';
import { makeFace } from './face.ts';
import { createFinder, resolveInstalled, type FinderOptions } from './find-file.ts';
import type { FontConfig, Slot } from './font-config.ts';
import type { Face, FontSet } from './font-set.ts';
import { program } from './harfbuzz.ts';
import { makeFontSet } from './make-font-set.ts';
import { nameFaces, type NamedFace } from './name-faces.ts';
import * as messages from './messages.ts';
import { repertoire } from './repertoire.ts';
import { damaged } from './sfnt.ts';
import { writeSfnt } from './write-sfnt.ts';

export type FontOptions = {
  /** Folder for cut faces; may be deleted at any time. */
  readonly cacheDir: string;
  /** Folders that users drop font files into, in order. */
  readonly folders: readonly string[];
  /** Path of a file of an installed package; `resolveInstalled` unless a test gives another. */
  readonly resolve?: (specifier: string) => string | undefined;
  /** What a user's file is called towards people; its path unless given. */
  readonly labelOf?: (file: string) => string;
};

export type FontLibrary = {
  /**
   * The fonts of a document with these characters (tree/walk.ts, codePointsOf). Characters that no font has are no
   * fault here: checkGlyphs names them. Rejects only when a font file has gone since the library was loaded.
   */
  readonly forDocument: (codePoints: ReadonlySet<number>) => Promise<FontSet>;
  /** Hash of all that shapes the faces: fonts by content, repertoire, recipe. The same on every machine. */
  readonly fingerprint: string;
  readonly choices: readonly Choice[];
};

/** Repertoire, our recipe and harfbuzz: what the bytes of a cut face follow from besides its font and extra characters. */
const recipeHash = async (resolve: FinderOptions['resolve'], host: Host): Promise<string> => {
  const file = resolve(program);
  const knife = file === undefined ? '' : await host.read(file).then(sha256, () => '');
  return sha256([recipe, knife, ...repertoire()].join(' '));
};

type Knife = { readonly cache: Cache; readonly recipe: string };

const cutNamed = async (named: NamedFace, extra: readonly number[], { cache, recipe: hash }: Knife): Promise<Face> => {
  const { names, source } = named;
  const parts = ['face', hash, source.identity, names.family, names.key, extra.join(' ')];
  const bytes = await cache.get(parts, async () =>
    cutFace(await source.tables(), [...repertoire(), ...extra], names),
  );
  const { ascender, descender } = source.facts;
  // Another key for other bytes, so that what a writer remembers of a face by its key stays true.
  const key = extra.length === 0 ? names.key : `${names.key}-${sha256(extra.join(' ')).slice(0, 8)}`;
  return makeFace({ key, family: names.family, bold: names.bold, ascender, descender }, bytes);
};

/** The font that a face was cut from, its tables as they are; a signature would not hold under another name. */
const wholeFont = async ({ names, source }: NamedFace): Promise<Uint8Array> =>
  writeSfnt(new Map([...(await source.tables())].filter(([tag]) => tag !== 'DSIG')), names);

/** How many sets with rare characters are kept at hand; the disk cache has the rest. */
const remembered = 8;

/**
 * Chooses the fonts and cuts them to the repertoire, or takes the cuts from the cache.
 * Errors: fonts/unreadable, fonts/not-embeddable, fonts/no-candidate; notes: fonts/role-fallback.
 */
export const loadFonts = async (
  config: FontConfig,
  host: Host,
  options: FontOptions,
): Promise<Outcome<FontLibrary>> => {
  const cache = openCache(options.cacheDir, host);
  const resolve = options.resolve ?? resolveInstalled;
  const { folders, labelOf } = options;
  const finder = createFinder({ folders, systemFolders: config.system.folders, resolve, labelOf }, host);
  const { value: choices, diagnostics } = await chooseFonts(config, finder, cache, host);
  if (!choices) return { diagnostics };

  const knife: Knife = { cache, recipe: await recipeHash(resolve, host) };
  const named = nameFaces(choices);
  const faces = [...new Set(named.values())];
  const broken: Diagnostic[] = [];
  const shared = await Promise.all(
    faces.map((face) =>
      cutNamed(face, [], knife).catch((error: unknown) => {
        broken.push(messages.unreadable(face.source.label, damaged(error)));
        return undefined;
      }),
    ),
  );
  const cut = shared.filter((face) => face !== undefined);
  if (broken.length > 0) return { diagnostics: [...diagnostics, ...broken] };

  const setOf = (cuts: readonly Face[]): FontSet => {
    const byNamed = new Map(faces.map((face, index) => [face, cuts[index]]));
    const faceOf = (slot: Slot): Face => {
      const face = named.get(slotKey(slot));
      const found = face && byNamed.get(face);
      if (!found) throw new RangeError(`no face for ${slotKey(slot)}`); // chooseFonts answers for every slot
      return found;
    };
    return makeFontSet(faceOf, async (face) => {
      const source = faces[cuts.indexOf(face)];
      return source ? wholeFont(source) : face.bytes;
    });
  };
  const common = setOf(cut);

  const sets = new Map<string, Promise<FontSet>>();
  const within = repertoire();
  const forDocument = (codePoints: ReadonlySet<number>): Promise<FontSet> => {
    const extra = [...codePoints]
      .filter((codePoint) => !within.has(codePoint))
      .filter((codePoint) => faces.some(({ source }) => covers(source.coverage, codePoint)))
      .toSorted((a, b) => a - b);
    if (extra.length === 0) return Promise.resolve(common);
    const key = extra.join(' ');
    const known = sets.get(key);
    if (known) return known;
    const made = Promise.all(
      faces.map((face, index) => {
        const own = extra.filter((codePoint) => covers(face.source.coverage, codePoint));
        const asShared = cut[index];
        return own.length === 0 && asShared ? asShared : cutNamed(face, own, knife);
      }),
    ).then(setOf);
    sets.set(key, made);
    const oldest = sets.keys().next();
    if (sets.size > remembered && !oldest.done) sets.delete(oldest.value);
    return made;
  };

  const parts = [...named].map(([slot, face]) => `${slot}: ${face.source.identity} ${face.names.key}`);
  const fingerprint = sha256([knife.recipe, ...parts].join('\n'));
  return { value: { forDocument, fingerprint, choices }, diagnostics };
};
