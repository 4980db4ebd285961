// Fonts of a PDF: embedded, subset, readable as text, and no glyph missing where text is shown.
import type { Ledger, Place } from '../finding.ts';
import type { Glyph } from '../pdf-reading/content.ts';
import type { PageFont } from '../pdf-reading/font.ts';
import type { PdfPage } from '../pdf-reading/pages.ts';
import type { RuleId } from '../rules.ts';
import type { Message } from '../../diagnostics/diagnostic.ts';

/** What is wrong with a font as a whole. */
const faultsOf = (font: PageFont): (readonly [RuleId, Message])[] => {
  const { name } = font;
  const isType3 = font.subtype === 'Type3';
  return [
    ...(font.embedded
      ? []
      : ([['font/not-embedded', { zh: `${name} 没有嵌入`, en: `${name} is not embedded` }]] as const)),
    ...(font.embedded && !font.subset && !isType3
      ? ([['font/whole', { zh: `${name} 整套嵌入`, en: `${name} is embedded whole` }]] as const)
      : []),
    ...(font.hasToUnicode
      ? []
      : ([['font/no-unicode', { zh: `${name} 没有 ToUnicode`, en: `${name} has no ToUnicode map` }]] as const)),
    ...(isType3 ? ([['font/type3', { zh: `${name} 是 Type 3 字体`, en: `${name} is a Type 3 font` }]] as const) : []),
  ];
};

const badGlyph = ({ missing, blank }: Glyph): 'font/notdef' | 'font/blank' | undefined =>
  missing ? 'font/notdef' : blank ? 'font/blank' : undefined;

/** The most characters that a finding names. */
const mostNamed = 8;

/** What one font fails to draw, told once with the first of its characters. */
const badGlyphs = (id: 'font/notdef' | 'font/blank', font: PageFont, texts: ReadonlySet<string>): Message => {
  const all = [...texts].map((text) => (text === '' ? '?' : text));
  const named = all.slice(0, mostNamed).join('');
  const zh = all.length > mostNamed ? `“${named}”等 ${all.length} 字` : `“${named}”`;
  const en = all.length > mostNamed ? `“${named}” and ${all.length - mostNamed} more` : `“${named}”`;
  if (id === 'font/notdef') {
    return { zh: `${font.name} 里没有${zh}，印出来是方框`, en: `${font.name} has no ${en} and shows a box` };
  }
  return { zh: `${zh}是空白字形`, en: `${en} ${all.length === 1 ? 'has' : 'have'} no outline` };
};

/** A simple font whose standard encoding says what its codes are can do without a ToUnicode map. */
const needsUnicode = (font: PageFont): boolean => !font.readable || font.subtype.startsWith('CID');

type BadGlyphs = { readonly page: number; readonly texts: Set<string> };

export const judgeFonts = (pages: readonly PdfPage[], ledger: Ledger): void => {
  const ids: readonly RuleId[] = ['font/not-embedded', 'font/whole', 'font/no-unicode', 'font/notdef', 'font/blank'];
  ledger.check(...ids, 'font/type3', 'text/unreadable');
  const known = new Set<PageFont>();
  const bad = { 'font/notdef': new Map<PageFont, BadGlyphs>(), 'font/blank': new Map<PageFont, BadGlyphs>() };
  for (const page of pages) {
    for (const font of page.fonts) {
      if (known.has(font)) continue;
      known.add(font);
      for (const [id, found] of faultsOf(font)) {
        const place: Place = { page: page.number };
        ledger.add(id, place, found, undefined, id === 'font/no-unicode' ? needsUnicode(font) : undefined);
      }
    }
    let unread = 0;
    for (const glyph of page.glyphs) {
      if (glyph.text === '' || glyph.text.includes('\ufffd')) unread += 1;
      const fault = badGlyph(glyph);
      if (fault === undefined || glyph.invisible) continue;
      const found = bad[fault].get(glyph.font) ?? { page: page.number, texts: new Set() };
      bad[fault].set(glyph.font, found);
      found.texts.add(glyph.text);
    }
    if (unread > 0) {
      ledger.add(
        'text/unreadable',
        { page: page.number },
        {
          zh: `${unread} 个字提取不出文字`,
          en: `${unread} glyphs cannot be extracted as text`,
        },
      );
    }
  }
  for (const id of ['font/notdef', 'font/blank'] as const) {
    for (const [font, { page, texts }] of bad[id]) {
      ledger.add(id, { page, text: [...texts][0] ?? '' }, badGlyphs(id, font, texts));
    }
  }
};
