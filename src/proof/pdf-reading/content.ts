// Runs the content of a page and gives every glyph shown on it: text, place, size, font, and the mark it stands in.
// Follows the graphics and text state of ISO 32000-1, 8.4 and 9.3, through form XObjects; draws nothing.
import { applyActualText, markBoxes } from './actual-text.ts';
import type { PdfFile } from './file.ts';
import { readFont, type PageFont } from './font.ts';
import { createLexer } from './lexer.ts';
import { matrixOf, multiply, unit, type Matrix } from './matrix.ts';
import { isBytes, isDict, isName, isOperator, isRef, isStream, type PdfDict, type PdfValue } from './values.ts';

/** Marked content around a glyph: the innermost with a number, or an artifact. */
export type Mark = {
  /** Number within the page; -1 for none. */
  readonly mcid: number;
  /** `Artifact`, or the type of an artifact such as `Pagination`; empty for real content. */
  readonly artifact: string;
};

export type Glyph = {
  readonly text: string;
  /** What the font maps it to, where the content says that other text stands for it. */
  readonly mapped?: string;
  /** Points from the left edge of the page to the glyph's origin. */
  readonly x: number;
  /** Points from the top edge of the page down to the baseline. */
  readonly y: number;
  /** Advance in points, without character spacing. */
  readonly width: number;
  readonly size: number;
  readonly font: PageFont;
  readonly mark: Mark;
  /** Whether it stands upright. */
  readonly upright: boolean;
  readonly invisible: boolean;
  readonly missing: boolean;
  readonly blank: boolean;
};

export type PageContent = {
  readonly glyphs: readonly Glyph[];
  readonly fonts: readonly PageFont[];
  /** Paintings (text, paths, pictures) outside any marked content. */
  readonly unmarked: number;
  /** Pictures drawn. */
  readonly images: number;
};

type State = {
  matrix: Matrix;
  font: PageFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
};

const none: Mark = { mcid: -1, artifact: '' };
const deepestForm = 12;
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);

/** Fonts of a document by object number or dictionary, read once. */
export type FontCache = Map<number | PdfDict, PageFont>;

const fontNamed = (file: PdfFile, resources: PdfDict, name: string, cache: FontCache): PageFont | undefined => {
  const value = file.dict(resources.get('Font'))?.get(name);
  const dict = file.dict(value);
  if (dict === undefined) return undefined;
  const key = isRef(value) ? value.number : dict;
  const known = cache.get(key) ?? readFont(file, dict);
  cache.set(key, known);
  return known;
};

const isSpace = (byte: number | undefined): boolean => byte === undefined || byte <= 32;

/** Skips the data of an inline image: up to `EI` between white space. */
const afterInlineImage = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === 69 && bytes[at + 1] === 73 && isSpace(bytes[at - 1]) && isSpace(bytes[at + 2])) return at + 2;
  }
  return bytes.length;
};

/**
 * The content of one page. `toPage` turns user space into points from the top left corner.
 * @param bytes the page's content streams, decoded and put one after another
 */
export const readContent = (
  file: PdfFile,
  bytes: Uint8Array,
  resources: PdfDict,
  toPage: Matrix,
  cache: FontCache,
): PageContent => {
  const glyphs: Glyph[] = [];
  const fonts = new Set<PageFont>();
  let unmarked = 0;
  let images = 0;
  const marks: { readonly outer: Mark; readonly actualText: string | undefined; readonly from: number }[] = [];
  let mark: Mark = none;

  const openMark = (properties: PdfDict | undefined, tag: string): void => {
    const mcid = file.number(properties?.get('MCID'));
    const own = properties?.get('ActualText');
    const artifact = tag === 'Artifact' ? file.name(properties?.get('Type')) || 'Artifact' : mark.artifact;
    marks.push({ outer: mark, actualText: own === undefined ? undefined : file.text(own), from: glyphs.length });
    mark = {
      mcid: mcid ?? mark.mcid,
      artifact: mcid === undefined ? artifact : '',
    };
  };

  const paint = (): void => {
    if (mark.mcid < 0 && mark.artifact === '') unmarked += 1;
  };

  const run = (stream: Uint8Array, resource: PdfDict, base: State, depth: number): void => {
    let state: State = { ...base };
    const stack: State[] = [];
    let text: Matrix = unit;
    let line: Matrix = unit;
    let operands: PdfValue[] = [];
    const lexer = createLexer(stream);
    const n = (index: number): number => {
      const value = operands[index];
      return typeof value === 'number' ? value : 0;
    };

    const show = (value: PdfValue | undefined): void => {
      if (!isBytes(value) || state.font === undefined) return;
      paint();
      const { font, size, charSpace, wordSpace, scale, rise } = state;
      const whole = multiply(text, multiply(state.matrix, toPage));
      const across = Math.hypot(whole[0], whole[1]);
      const upward = Math.hypot(whole[2], whole[3]);
      const upright = Math.abs(whole[1]) < 1e-3 * across && whole[0] > 0 && whole[3] < 0;
      let x = 0;
      for (const code of font.codes(value)) {
        const space = code.length === 1 && code.code === 32 ? wordSpace : 0;
        const advance = code.width * size * scale;
        glyphs.push({
          text: code.text,
          x: whole[0] * x + whole[2] * rise + whole[4],
          y: whole[1] * x + whole[3] * rise + whole[5],
          width: advance * across,
          size: Math.abs(size) * upward,
          font,
          mark,
          upright,
          invisible: state.mode === 3,
          missing: code.missing,
          blank: code.blank,
        });
        x += advance + (charSpace + space) * scale;
      }
      text = multiply([1, 0, 0, 1, x, 0], text);
    };

    const moveLine = (x: number, y: number): void => {
      line = multiply([1, 0, 0, 1, x, y], line);
      text = line;
    };

    const draw = (name: PdfValue | undefined): void => {
      const object = file.resolve(isName(name) ? file.dict(resource.get('XObject'))?.get(name.name) : null);
      if (!isStream(object)) return;
      if (file.name(object.dict.get('Subtype')) !== 'Form') {
        images += 1;
        paint();
        return;
      }
      if (depth >= deepestForm) return;
      const own = matrixOf(file.array(object.dict.get('Matrix')).map((value) => file.number(value)));
      const inner = { ...state, matrix: multiply(own, state.matrix) };
      run(file.bytes(object), file.dict(object.dict.get('Resources')) ?? resource, inner, depth + 1);
    };

    const operators: Readonly<Record<string, () => void>> = {
      q: () => void stack.push({ ...state }),
      Q: () => {
        state = stack.pop() ?? state;
      },
      cm: () => {
        state.matrix = multiply(matrixOf([n(0), n(1), n(2), n(3), n(4), n(5)]), state.matrix);
      },
      BT: () => {
        text = unit;
        line = unit;
      },
      Tc: () => void (state.charSpace = n(0)),
      Tw: () => void (state.wordSpace = n(0)),
      Tz: () => void (state.scale = n(0) / 100),
      TL: () => void (state.leading = n(0)),
      Ts: () => void (state.rise = n(0)),
      Tr: () => void (state.mode = n(0)),
      Tf: () => {
        const [name] = operands;
        state.font = isName(name) ? fontNamed(file, resource, name.name, cache) : undefined;
        state.size = n(1);
        if (state.font !== undefined) fonts.add(state.font);
      },
      gs: () => {
        const [name] = operands;
        const settings = isName(name) ? file.dict(file.dict(resource.get('ExtGState'))?.get(name.name)) : undefined;
        const font = file.array(settings?.get('Font'));
        const dict = file.dict(font[0]);
        if (dict === undefined) return;
        state.font = cache.get(dict) ?? readFont(file, dict);
        cache.set(dict, state.font);
        state.size = file.number(font[1]) ?? state.size;
      },
      Td: () => moveLine(n(0), n(1)),
      TD: () => {
        state.leading = -n(1);
        moveLine(n(0), n(1));
      },
      Tm: () => {
        line = matrixOf([n(0), n(1), n(2), n(3), n(4), n(5)]);
        text = line;
      },
      'T*': () => moveLine(0, -state.leading),
      Tj: () => show(operands[0]),
      TJ: () => {
        const [items] = operands;
        if (!Array.isArray(items)) return;
        for (const item of items as readonly PdfValue[]) {
          if (typeof item === 'number') {
            text = multiply([1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0], text);
          } else show(item);
        }
      },
      "'": () => {
        moveLine(0, -state.leading);
        show(operands[0]);
      },
      '"': () => {
        state.wordSpace = n(0);
        state.charSpace = n(1);
        moveLine(0, -state.leading);
        show(operands[2]);
      },
      Do: () => draw(operands[0]),
      BMC: () => openMark(undefined, isName(operands[0]) ? operands[0].name : ''),
      BDC: () => {
        const [tag, properties] = operands;
        const dict = isName(properties)
          ? file.dict(file.dict(resource.get('Properties'))?.get(properties.name))
          : isDict(properties)
            ? properties
            : undefined;
        openMark(dict, isName(tag) ? tag.name : '');
      },
      EMC: () => {
        const closed = marks.pop();
        mark = closed?.outer ?? none;
        if (closed?.actualText !== undefined) applyActualText(glyphs, closed.from, closed.actualText);
      },
      ID: () => {
        images += 1;
        paint();
        lexer.moveTo(afterInlineImage(stream, lexer.position() + 1));
      },
    };

    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isOperator(token)) {
        operands.push(token);
        if (operands.length > 64) operands.shift();
        continue;
      }
      if (paints.has(token.name)) paint();
      else operators[token.name]?.();
      operands = [];
    }
  };

  const start: State = {
    matrix: unit,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  run(bytes, resources, start, 0);
  return { glyphs: markBoxes(glyphs), fonts: [...fonts], unmarked, images };
};
