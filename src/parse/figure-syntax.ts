// One construct for the directive that documents hold by the hundred, `:fig[157\.5亿元]{ref="gdp-2016"}`, in the plain form
// that fill writes. Read as a directive in general it takes some fifty events of micromark and a tokenizer of its own,
// which was most of the time that parsing took; here it takes two. The tree is the same, and any other form is left to
// remark-directive (test/unit/parse/figure-syntax.test.ts).

/** A character's code, below zero for an end of line or a tab, null at the end of the text. */
type Code = number | null;
type State = (code: Code) => State | undefined;

type Effects = {
  readonly enter: (type: string) => unknown;
  readonly exit: (type: string) => unknown;
  readonly consume: (code: Code) => void;
};

type Tokenizing = { readonly events: readonly (readonly [unknown, { readonly type: string }, unknown])[] };

type Point = { readonly line: number; readonly column: number; readonly offset: number };
type Token = { readonly type: string; readonly start: Point; readonly end: Point };

/** What the library gives to those who make nodes of tokens. */
type Building = {
  readonly enter: (node: object, token: Token) => void;
  readonly exit: (token: Token) => void;
  readonly sliceSerialize: (token: Token) => string;
};

const opening = ':fig[';
const middle = ']{ref="';
const closing = '"}';

const colon = 0x3a;
const backslash = 0x5c;
const endOfText = 0x5d;
const quote = 0x22;
const ampersand = 0x26;

/** ASCII punctuation, which may follow a backslash and may have a meaning without one. */
const isMark = (code: Code): boolean =>
  code !== null &&
  ((code > 0x20 && code < 0x30) ||
    (code > 0x39 && code < 0x41) ||
    (code > 0x5a && code < 0x61) ||
    (code > 0x7a && code < 0x7f));

const isPlain = (code: Code): boolean => code !== null && code >= 0x20 && !isMark(code);

/** A reference may hold any mark but the quote that ends it and the one that begins a character reference. */
const isOfRef = (code: Code): boolean => code !== null && code >= 0x20 && code !== quote && code !== ampersand;

// As with every directive: what follows another colon is none.
function previous(this: Tokenizing, code: Code): boolean {
  return code !== colon || this.events.at(-1)?.[1].type === 'characterEscape';
}

const tokenize = (effects: Effects, ok: State, nok: State): State => {
  const consume = (code: Code, next: State): State => {
    effects.consume(code);
    return next;
  };
  /** Takes exactly `text`, then goes on with `next`. */
  const literal = (text: string, next: State): State => {
    let at = 0;
    const read: State = (code) => {
      if (code !== text.charCodeAt(at)) return nok(code);
      at += 1;
      return consume(code, at === text.length ? next : read);
    };
    return read;
  };
  const end: State = (code) => {
    effects.exit('figure');
    return ok(code);
  };
  const ref: State = (code) => {
    if (code === quote) return literal(closing, end)(code);
    return isOfRef(code) ? consume(code, ref) : nok(code);
  };
  const text: State = (code) => {
    if (code === endOfText) return literal(middle, firstOfRef)(code);
    if (code === backslash) return consume(code, escaped);
    return isPlain(code) ? consume(code, text) : nok(code);
  };
  const escaped: State = (code) => (isMark(code) ? consume(code, text) : nok(code));
  // An empty text or reference has a tree of its own.
  const firstOfText: State = (code) => (code === endOfText ? nok(code) : text(code));
  const firstOfRef: State = (code) => (code === quote ? nok(code) : ref(code));
  return (code) => {
    effects.enter('figure');
    return literal(opening, firstOfText)(code);
  };
};

/** For micromark: tried before directives in general. */
export const figureSyntax = { text: { [colon]: { name: 'figure', tokenize, previous, add: 'before' } } };

const moved = ({ line, column, offset }: Point, by: number): Point => ({
  line,
  column: column + by,
  offset: offset + by,
});

/** For the tree: the directive with its text. */
export const figureTree = {
  enter: {
    figure(this: Building, token: Token): void {
      const source = this.sliceSerialize(token);
      const end = source.lastIndexOf(middle);
      const ref = source.slice(end + middle.length, -closing.length);
      this.enter({ type: 'textDirective', name: 'fig', attributes: { ref }, children: [] }, token);
      // It stands on one line, so columns go with characters.
      const text = { type: 'figureText', start: moved(token.start, opening.length), end: moved(token.start, end) };
      const value = source.slice(opening.length, end).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
      this.enter({ type: 'text', value }, text);
      this.exit(text);
    },
  },
  exit: {
    figure(this: Building, token: Token): void {
      this.exit(token);
    },
  },
};
