// Damages an input: takes a text, bytes or a plain value and a list of edits, gives the damaged one.
// An edit is four numbers, so that fast-check makes and shrinks it; the same edits of the same input give the same.
import * as fc from 'fast-check';

export type Edit = { readonly how: number; readonly at: number; readonly length: number; readonly pick: number };

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.nat(0xffff),
  at: fc.nat(0x7fffffff),
  // Mostly short stretches; now and then a long one.
  length: fc.oneof({ weight: 6, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(4000) }),
  pick: fc.nat(0x7fffffff),
});

/** None to a dozen edits, mostly one to three: a file damaged all over is refused at its first line. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.oneof(
  { weight: 8, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(edit, { maxLength: 12 }) },
);

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** Texts that break readers: controls, halves of characters, marks of direction, long runs, names of prototypes. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u0000',
  '\u0001',
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u200d',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '𠮷',
  '👩‍👩‍👧',
  'e\u0301\u0301\u0301\u0301',
  '__proto__',
  'constructor',
  'toString',
  '../../x',
  '</script>',
  '<!--',
  '&lt;',
  ']]>',
  '{{',
  '}}',
  '---',
  '```',
  '|',
  ':::',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '%',
  '-1',
  '0',
  '1e999',
  '9'.repeat(40),
  '0.'.padEnd(40, '1'),
  'NaN',
  'true',
  'null',
  '一'.repeat(300),
  '，'.repeat(200),
  'a'.repeat(500),
];

/** A text with edits made to it; `tokens` are words of its language, `others` texts of its kind to take lines from. */
export const damageText = (
  text: string,
  made: readonly Edit[],
  tokens: readonly string[],
  others: readonly string[] = [],
): string => {
  let current = text;
  for (const { how, at, length, pick } of made) {
    const start = at % (current.length + 1);
    const lines = current.split('\n');
    const line = at % lines.length;
    const token = chosen(tokens, pick) ?? '';
    switch (how % 14) {
      case 0:
        current = current.slice(0, start) + current.slice(start + 1 + length);
        break;
      case 1:
        current = current.slice(0, start) + token + current.slice(start);
        break;
      case 2:
        current = current.slice(0, start) + token + current.slice(start + token.length);
        break;
      case 3:
        current = current.slice(0, start) + (chosen(hostileTexts, pick) ?? '') + current.slice(start);
        break;
      case 4:
        current = current.slice(0, start);
        break;
      case 5:
        current = lines.toSpliced(line, 1).join('\n');
        break;
      case 6:
        current = lines.toSpliced(line, 0, ...lines.slice(line, line + 1 + (length % 8))).join('\n');
        break;
      case 7: {
        const other = (chosen(others, pick) ?? current).split('\n');
        current = lines.toSpliced(line, 0, ...other.slice(pick % other.length).slice(0, 1 + (length % 6))).join('\n');
        break;
      }
      case 8:
        current = lines.with(line, `${' '.repeat(length % 9)}${lines[line]?.trimStart() ?? ''}`).join('\n');
        break;
      case 9:
        current = current.slice(0, start) + token.repeat(1 + (length % 60)) + current.slice(start);
        break;
      case 10: {
        const stretch = current.slice(start, start + 1 + (length % 40));
        current = current.slice(0, start) + stretch.repeat(1 + (pick % 30)) + current.slice(start);
        break;
      }
      case 11:
        // A number or a word gives way to another.
        current = current.slice(0, start) + current.slice(start).replace(/[\p{L}\p{N}.-]+/u, () => token);
        break;
      case 12: {
        const other = pick % lines.length;
        current = lines
          .with(line, lines[other] ?? '')
          .with(other, lines[line] ?? '')
          .join('\n');
        break;
      }
      default:
        current =
          current.slice(0, start) +
          String.fromCharCode((current.charCodeAt(start) || 32) ^ (1 << (pick % 16))) +
          current.slice(start + 1);
    }
  }
  return current;
};

const words = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

/** Bytes with edits made to them. */
export const damageBytes = (bytes: Uint8Array, made: readonly Edit[]): Uint8Array => {
  let current = Uint8Array.from(bytes);
  for (const { how, at, length, pick } of made) {
    const start = at % (current.length + 1);
    const size = 1 + (length % 64);
    switch (how % 8) {
      case 0:
      case 1:
        if (start < current.length) current[start] = (current[start] ?? 0) ^ (1 << (pick % 8));
        break;
      case 2:
        current.fill(pick & 0xff, start, start + size);
        break;
      case 3:
        current = Uint8Array.from([...current.subarray(0, start), ...current.subarray(start + size)]);
        break;
      case 4:
        current = Uint8Array.from([
          ...current.subarray(0, start),
          ...current.subarray(start, start + size),
          ...current.subarray(start),
        ]);
        break;
      case 5:
        current = current.slice(0, start);
        break;
      case 6:
        if (start + 4 <= current.length)
          new DataView(current.buffer).setUint32(start, chosen(words, pick) ?? 0, pick % 2 === 0);
        break;
      default: {
        const from = pick % (current.length + 1);
        current.copyWithin(start, from, from + size);
      }
    }
  }
  return current;
};

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

const hostileValues: readonly Plain[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  ' ',
  '0',
  '-0',
  '99999999999999999999',
  '0.00000000000000000001',
  '1949',
  '2100',
  '2016',
  '2012-2016',
  '2016-2012',
  '2016-01-31',
  '%',
  '亿元',
  '万美元',
  '个百分点',
  'gdp',
  [],
  {},
  [[[[]]]],
  ...hostileTexts,
];

type Place = { readonly path: readonly (string | number)[]; readonly value: Plain };

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const placesIn = (value: Plain, path: readonly (string | number)[] = []): Place[] => [
  { path, value },
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]: [string, Plain]) =>
        placesIn(item, [...path, isList(value) ? Number(key) : key]),
      )
    : []),
];

/** The value with what stands at `path` made anew; undefined takes it out. */
const changeAt = (
  value: Plain,
  path: readonly (string | number)[],
  change: (old: Plain) => Plain | undefined,
): Plain | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isList(value)) {
    return value.flatMap((item, index) => (index === step ? (changeAt(item, rest, change) ?? []) : [item]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, Plain]) => {
      const made = key === step ? changeAt(item, rest, change) : item;
      return made === undefined ? [] : [[key, made]];
    }),
  );
};

/** A plain value with edits made to its structure: it stays well-formed, so that what comes after syntax is reached. */
export const damageValue = (value: unknown, made: readonly Edit[]): unknown => {
  // What JSON and YAML readers give is plain.
  let current = value as Plain;
  for (const { how, at, length, pick } of made) {
    const places = placesIn(current);
    const place = places[at % places.length];
    const other = places[pick % places.length];
    if (place === undefined || other === undefined) continue;
    const change = (old: Plain): Plain | undefined => {
      switch (how % 8) {
        case 0:
          return undefined;
        case 1:
        case 2:
          return chosen(hostileValues, pick);
        case 3:
          return other.value;
        case 4:
          return isList(old) ? old.flatMap((item) => Array.from({ length: 1 + (length % 30) }, () => item)) : [old];
        case 5:
          return isList(old) ? old.toReversed() : typeof old === 'string' ? `${old}${old}` : old;
        case 6:
          return typeof old === 'object' && old !== null && !isList(old)
            ? { ...old, [chosen(hostileTexts, pick) ?? '']: other.value }
            : old;
        default:
          return typeof old === 'number' || (typeof old === 'string' && /^-?[\d.]+$/.test(old))
            ? String(Number(old) * 10 ** ((pick % 40) - 20))
            : old;
      }
    };
    current = changeAt(current, place.path, change) ?? {};
  }
  return current;
};
