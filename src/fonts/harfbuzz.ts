// Takes a TrueType font and characters, gives the font with the glyphs of these characters: harfbuzz, called as it is
// compiled. A font stays loaded for the next cut: loading is most of the time that a cut takes, and a batch cuts the
// same few faces for every document. The names of functions are those of hb-subset.h.
import { loadProgram } from '../load-program.ts';

/** The compiled program, part of the package harfbuzzjs. */
export const program = 'harfbuzzjs/dist/harfbuzz-subset.wasm';

/** Addresses in the program's memory, and what it calls by them. */
type Address = number;

type Harfbuzz = {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (size: number) => Address;
  readonly free: (at: Address) => void;
  readonly hb_blob_create: (data: Address, size: number, mode: number, user: number, destroy: number) => Address;
  readonly hb_blob_destroy: (blob: Address) => void;
  readonly hb_blob_get_data: (blob: Address, size: Address) => Address;
  readonly hb_blob_get_length: (blob: Address) => number;
  readonly hb_face_create: (blob: Address, index: number) => Address;
  readonly hb_face_destroy: (face: Address) => void;
  readonly hb_face_reference_blob: (face: Address) => Address;
  readonly hb_set_add: (set: Address, member: number) => void;
  readonly hb_set_clear: (set: Address) => void;
  readonly hb_subset_input_create_or_fail: () => Address;
  readonly hb_subset_input_destroy: (input: Address) => void;
  readonly hb_subset_input_set: (input: Address, which: number) => Address;
  readonly hb_subset_input_set_flags: (input: Address, flags: number) => void;
  readonly hb_subset_input_unicode_set: (input: Address) => Address;
  readonly hb_subset_or_fail: (face: Address, input: Address) => Address;
};

const writableMemory = 2;
const nameIds = 4;
const layoutFeatures = 6;
const noHinting = 0x001;
const noLayoutClosure = 0x200;
/** Copyright, family, style, id, full name, version, PostScript name, licence and its address. */
const keptNames = [0, 1, 2, 3, 4, 5, 6, 13, 14];

// The program's own exports, as hb-subset.h declares them.
const start = async (): Promise<Harfbuzz> => (await loadProgram(program)) as Harfbuzz;

type Loaded = { readonly face: Address; readonly data: Address };

const load = (font: Uint8Array, harfbuzz: Harfbuzz): Loaded => {
  const data = harfbuzz.malloc(font.length);
  // The memory may have grown and moved with every call: looked at anew each time.
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, writableMemory, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  return { face, data };
};

const unload = ({ face, data }: Loaded, harfbuzz: Harfbuzz): void => {
  harfbuzz.hb_face_destroy(face);
  harfbuzz.free(data);
};

const bytesOf = (face: Address, harfbuzz: Harfbuzz): Uint8Array => {
  const blob = harfbuzz.hb_face_reference_blob(face);
  const [at, length] = [harfbuzz.hb_blob_get_data(blob, 0), harfbuzz.hb_blob_get_length(blob)];
  const bytes = new Uint8Array(harfbuzz.memory.buffer, at, length).slice();
  harfbuzz.hb_blob_destroy(blob);
  return bytes;
};

const cut = (face: Address, codePoints: Iterable<number>, harfbuzz: Harfbuzz): Uint8Array => {
  const input = harfbuzz.hb_subset_input_create_or_fail();
  if (input === 0) throw new RangeError('harfbuzz: out of memory');
  harfbuzz.hb_set_clear(harfbuzz.hb_subset_input_set(input, layoutFeatures));
  const names = harfbuzz.hb_subset_input_set(input, nameIds);
  for (const id of keptNames) harfbuzz.hb_set_add(names, id);
  harfbuzz.hb_subset_input_set_flags(input, noHinting | noLayoutClosure);
  const characters = harfbuzz.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) harfbuzz.hb_set_add(characters, codePoint);
  const made = harfbuzz.hb_subset_or_fail(face, input);
  harfbuzz.hb_subset_input_destroy(input);
  const bytes = made === 0 ? new Uint8Array() : bytesOf(made, harfbuzz);
  if (made !== 0) harfbuzz.hb_face_destroy(made);
  if (bytes.length === 0) throw new RangeError('harfbuzz cannot cut it');
  return bytes;
};

/** How many fonts stay loaded, the ones used last: the six faces of a set, and some of a document with rare characters. */
const remembered = 8;

let started: Promise<Harfbuzz> | undefined;
const loaded = new Map<Uint8Array, Loaded>();

/**
 * The glyphs of these characters, without hints and layout features; what a font lacks is left out. Same font and
 * characters, same bytes, whatever was cut before. `keep` leaves the font loaded. Throws when harfbuzz cannot cut it.
 */
export const cutGlyphs = async (
  font: Uint8Array,
  codePoints: Iterable<number>,
  { keep }: { readonly keep: boolean },
): Promise<Uint8Array> => {
  started ??= start();
  const harfbuzz = await started;
  const known = loaded.get(font);
  const { face, data } = known ?? load(font, harfbuzz);
  try {
    return cut(face, codePoints, harfbuzz);
  } finally {
    loaded.delete(font);
    if (known || keep) loaded.set(font, { face, data });
    else unload({ face, data }, harfbuzz);
    const [oldest] = loaded;
    if (loaded.size > remembered && oldest) {
      loaded.delete(oldest[0]);
      unload(oldest[1], harfbuzz);
    }
  }
};
