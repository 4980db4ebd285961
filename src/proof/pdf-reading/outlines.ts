// What an embedded TrueType program holds for each glyph: whether it is there and whether it has an outline.
// A glyph without outline is right for a space and wrong for a hanzi: such a page shows gaps where text should be.

export type Outlines = {
  readonly count: number;
  /** Whether the glyph draws anything. */
  readonly draws: (glyph: number) => boolean;
};

/** Undefined for a program that is no TrueType or is damaged. */
export const readOutlines = (bytes: Uint8Array): Outlines | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = new Map<string, number>();
    const count = view.getUint16(4);
    for (let index = 0; index < count; index += 1) {
      const at = 12 + 16 * index;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      tables.set(tag, view.getUint32(at + 8));
    }
    const [head, maxp, loca] = ['head', 'maxp', 'loca'].map((tag) => tables.get(tag));
    if (head === undefined || maxp === undefined || loca === undefined || !tables.has('glyf')) return undefined;
    const long = view.getInt16(head + 50) === 1;
    const glyphs = view.getUint16(maxp + 4);
    const offset = (glyph: number): number =>
      long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
    // Touches the last entry, so that a table cut short is found here and not while drawing.
    offset(glyphs);
    return { count: glyphs, draws: (glyph) => glyph < glyphs && offset(glyph + 1) > offset(glyph) };
  } catch {
    return undefined;
  }
};
