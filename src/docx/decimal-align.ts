// Aligns the figures of a column on their decimal points, by an indent at the right of each cell. Word's decimal tabs
// would do it in Word only; an indent holds in Word, WPS and LibreOffice alike, and adds no characters to the text.

/** What stands before the point: words, a sign, digits. */
const whole = /^[^\d−-]*[−-]?\d[\d,]*/;

/**
 * The right indent of each cell in points, so that points stand under each other and the block of figures in the middle
 * of `room`; undefined for a cell without a number. `measure` gives the width of a text in points.
 */
export const decimalIndents = (
  texts: readonly string[],
  room: number,
  measure: (text: string) => number,
): readonly (number | undefined)[] => {
  const parts = texts.map((text) => {
    const before = whole.exec(text)?.[0];
    return before === undefined ? undefined : { before: measure(before), after: measure(text) - measure(before) };
  });
  const numbers = parts.filter((part) => part !== undefined);
  const before = Math.max(0, ...numbers.map((part) => part.before));
  const after = Math.max(0, ...numbers.map((part) => part.after));
  const margin = Math.max(0, (room - before - after) / 2);
  return parts.map((part) => {
    if (part === undefined) return undefined;
    // A figure that would not fit beside its indent stands at the right edge.
    const indent = margin + after - part.after;
    return part.before + part.after + indent > room ? Math.max(0, room - part.before - part.after) : indent;
  });
};
