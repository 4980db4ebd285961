// Fonts of a DOCX: every font that text is set in is embedded, opens, and has the characters set in it; marks that
// Unicode shares between Latin and Chinese carry the East Asian hint (ECMA-376-1, 17.3.2.26).
import type { Ledger } from '../finding.ts';
import type { EmbeddedFont } from '../docx-reading/embedded-fonts.ts';
import type { DocxParagraph, DocxRun } from '../docx-reading/text.ts';

/** Marks that Word takes for Latin unless the run says East Asian. */
const shared = /[“”‘’—…·]/u;

const isEastAsian = (point: number): boolean =>
  (point >= 0x2e80 && point <= 0xd7ff) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0xfe30 && point <= 0xffef) ||
  point >= 0x20000;

/** The font that Word takes for a character of a run. */
const fontFor = ({ format, hint }: DocxRun, point: number): string => {
  if (isEastAsian(point)) return format.eastAsia;
  if (point < 0x80) return format.ascii;
  return hint === 'eastAsia' ? format.eastAsia : format.hAnsi;
};

const isInkless = (point: number): boolean => point <= 0x20 || point === 0xa0 || point === 0x3000 || point === 0x200b;

type Use = { readonly family: string; readonly bold: boolean; readonly points: Map<number, DocxParagraph> };

const usesOf = (paragraphs: readonly DocxParagraph[]): readonly Use[] => {
  const uses = new Map<string, Use>();
  for (const paragraph of paragraphs) {
    for (const run of paragraph.runs) {
      for (const character of run.text) {
        const point = character.codePointAt(0) ?? 0;
        if (isInkless(point)) continue;
        const family = fontFor(run, point);
        const key = `${family}\n${run.format.bold}`;
        const use = uses.get(key) ?? { family, bold: run.format.bold, points: new Map() };
        uses.set(key, use);
        if (!use.points.has(point)) use.points.set(point, paragraph);
      }
    }
  }
  return [...uses.values()];
};

export const judgeDocxFonts = (
  paragraphs: readonly DocxParagraph[],
  fonts: readonly EmbeddedFont[],
  ledger: Ledger,
): void => {
  ledger.check('font/not-embedded', 'font/damaged', 'font/missing-glyph', 'docx/hint');
  for (const { family, path, problem } of fonts) {
    if (problem === undefined) continue;
    ledger.add('font/damaged', { part: path }, { zh: `${family} ${problem.zh}`, en: `${family} ${problem.en}` });
  }
  for (const { family, bold, points } of usesOf(paragraphs)) {
    const own = fonts.filter((font) => font.family === family && !font.italic);
    // Word thickens the regular face where no bold one is embedded.
    const font = own.find((one) => one.bold === bold) ?? own.find((one) => !one.bold);
    const [first] = points.values();
    const part = first?.part ?? '';
    if (font === undefined) {
      const name = family === '' ? '?' : family;
      ledger.add(
        'font/not-embedded',
        { part, text: first?.text ?? '' },
        {
          zh: `${name} 没有嵌入`,
          en: `${name} is not embedded`,
        },
      );
      continue;
    }
    if (font.characters === undefined) continue;
    const lost = [...points].filter(([point]) => font.characters?.has(point) === false);
    const [place] = lost;
    if (place === undefined) continue;
    const shown = lost
      .map(([point]) => String.fromCodePoint(point))
      .slice(0, 20)
      .join('');
    ledger.add(
      'font/missing-glyph',
      { part, text: place[1].text },
      {
        zh: `${family}${bold ? ' 粗体' : ''}里没有“${shown}”`,
        en: `${family}${bold ? ' bold' : ''} has no “${shown}”`,
      },
    );
  }
  for (const paragraph of paragraphs) {
    const bare = paragraph.runs.find(({ text, hint }) => shared.test(text) && hint !== 'eastAsia');
    if (bare === undefined) continue;
    const mark = shared.exec(bare.text)?.[0] ?? '';
    ledger.add(
      'docx/hint',
      { part: paragraph.part, text: paragraph.text },
      {
        zh: `“${mark}”所在文字没有 eastAsia 提示`,
        en: `the run of “${mark}” has no hint`,
      },
    );
  }
};
