import { beforeAll, describe, expect, it } from 'vitest';
import { styles } from '../../../src/docx/style-names.ts';
import { styleNames } from '../../../src/theme/theme.ts';
import { part, render, styleOf, theme, type Opened } from './opened.ts';
import { sampleDocument, sampleSheet } from './sample-document.ts';

let gongwen: Opened;
let sheet: Opened;

beforeAll(async () => {
  gongwen = await render(sampleDocument);
  sheet = await render(sampleSheet);
});

describe('named styles', () => {
  it('writes one for every style of the theme that text can have', () => {
    const missing = styleNames.filter(
      (name) => styles[name].kind !== 'chart' && styleOf(gongwen, styles[name].id) === '',
    );
    expect(missing).toEqual([]);
  });

  it('uses the built-in names, so that Word shows them in its own language, and Chinese names else', () => {
    expect(styleOf(gongwen, 'Normal')).toContain('<w:name w:val="Normal"/>');
    expect(styleOf(gongwen, 'Heading1')).toContain('<w:name w:val="heading 1"/>');
    expect(styleOf(gongwen, 'Lead')).toContain('<w:name w:val="导语"/>');
  });

  it('gives headings their outline levels and keeps them with their text', () => {
    for (const level of [1, 2, 3, 4]) {
      expect(styleOf(gongwen, `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(styleOf(gongwen, `Heading${level}`)).toContain('<w:keepNext/>');
    }
    expect(styleOf(gongwen, 'Normal')).not.toContain('outlineLvl');
  });

  it('gives every style the theme’s size and exact leading', () => {
    const wrong = styleNames.filter((name) => {
      if (styles[name].kind !== 'paragraph') return false;
      const look = theme.pages['sheet']?.styles[name];
      const xml = styleOf(sheet, styles[name].id);
      return !(
        xml.includes(`w:line="${Math.round((look?.leading ?? 0) * 20)}" w:lineRule="exact"`) &&
        (name === 'masthead' || xml.includes(`<w:sz w:val="${(look?.size ?? 0) * 2}"/>`))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('scales the leading of a document that was tightened', async () => {
    const tightened = await render({ ...sampleSheet, leading: 0.9 });
    expect(styleOf(tightened, 'Normal')).toContain(`w:line="${Math.round(16 * 0.9 * 20)}"`);
  });

  it('names the theme’s faces for Latin and Chinese alike', () => {
    expect(styleOf(gongwen, 'Heading1')).toContain(
      '<w:rFonts w:ascii="Noto Sans SC" w:hAnsi="Noto Sans SC" w:eastAsia="Noto Sans SC"',
    );
  });

  it('spaces the masthead to two thirds of the text in its style', () => {
    // Four characters of 42 pt in 442.25 pt: three gaps, and one space more after the last.
    const [, spacing = ''] = /<w:spacing w:val="(\d+)"\/>/.exec(styleOf(gongwen, 'Masthead')) ?? [];
    expect(Number(spacing) / 20).toBeCloseTo((442.25 * (2 / 3) - 4 * 42) / 3, 1);
  });
});

describe('what is put in later in Word', () => {
  it.each(['Header', 'FootnoteText', 'EndnoteText'])('%s is set as a note, without the indent of the text', (id) => {
    const style = styleOf(gongwen, id);
    const { size, leading } = theme.pages['gongwen']?.styles.note ?? { size: 0, leading: 0 };
    expect(style).toContain(`<w:sz w:val="${size * 2}"/>`);
    expect(style).toContain(`w:line="${Math.round(leading * 20)}"`);
    expect(style).toContain('w:firstLineChars="0"');
  });
});

describe('numbers of headings', () => {
  it('are Word’s own, bound to the heading styles, so that Word renumbers', () => {
    const ids = [1, 2, 3, 4].map((level) => /<w:numId w:val="(\d+)"\/>/.exec(styleOf(gongwen, `Heading${level}`))?.[1]);
    expect(new Set(ids).size).toBe(1);
    const numbering = part(gongwen, 'word/numbering.xml');
    expect(numbering).toContain(`<w:num w:numId="${ids[0]}"><w:abstractNumId w:val="900"/></w:num>`);
    const levels = /<w:abstractNum w:abstractNumId="900">.*?<\/w:abstractNum>/s.exec(numbering)?.[0] ?? '';
    const found = [...levels.matchAll(/<w:pStyle w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]+)"\/>/gs)];
    expect(found.map(([, style, text]) => `${style} ${text}`)).toEqual([
      'Heading1 %1、',
      'Heading2 （%2）',
      'Heading3 %3．',
      'Heading4 （%4）',
    ]);
    // Definitions before lists, or Word calls the file damaged.
    expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '));
  });

  it('stand in no run', () => {
    const headings = [...part(gongwen, 'word/document.xml').matchAll(/<w:pStyle w:val="Heading\d"\/>.*?<\/w:p>/gs)];
    expect(headings.length).toBeGreaterThan(2);
    expect(headings.filter(([heading]) => />[一二三]、|>（[一二三]）/.test(heading))).toEqual([]);
  });

  it('are left out when the template does not number', async () => {
    const plain = await render({
      ...sampleDocument,
      blocks: sampleDocument.blocks.map((block) => (block.kind === 'heading' ? { ...block, number: '' } : block)),
    });
    expect(styleOf(plain, 'Heading1')).not.toContain('<w:numPr>');
    expect(part(plain, 'word/numbering.xml')).not.toContain('900');
  });
});

describe('Chinese line breaking', () => {
  it('turns on kinsoku, compression and the gaps between Chinese and Latin for all text', () => {
    const defaults = part(gongwen, 'word/styles.xml').match(/<w:pPrDefault>.*<\/w:pPrDefault>/s)?.[0] ?? '';
    for (const name of ['widowControl', 'kinsoku', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN']) {
      expect(defaults).toContain(`<w:${name}/>`);
    }
    expect(defaults).toContain('<w:overflowPunct w:val="0"/>');
    const settings = part(gongwen, 'word/settings.xml');
    expect(settings).toContain('<w:characterSpacingControl w:val="compressPunctuation"/>');
    expect(settings).toContain('<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
  });
});

/** What a style of the gridded page says of the space between its characters, twips. */
const own = (id: string): string | undefined => /<w:spacing w:val="(-?\d+)"\/>/.exec(styleOf(gongwen, id))?.[1];

describe('the grid of GB/T 9704', () => {
  it('has 22 lines that fit the text area and 28 characters that fit the line', () => {
    const [, pitch = ''] =
      /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)"/.exec(part(gongwen, 'word/document.xml')) ?? [];
    const [, height = '', top = '', bottom = ''] =
      /<w:pgSz [^>]*w:h="(\d+)".*?<w:pgMar w:top="(\d+)"[^>]*w:bottom="(\d+)"/.exec(
        part(gongwen, 'word/document.xml'),
      ) ?? [];
    expect(Math.floor((Number(height) - Number(top) - Number(bottom)) / Number(pitch))).toBe(22);
    const [, tracking = ''] = /<w:spacing w:val="(-\d+)"\/>/.exec(styleOf(gongwen, 'Normal')) ?? [];
    const text = 11906 - 1587 - 1474;
    expect(Math.floor(text / (320 + Number(tracking)))).toBe(28);
  });

  it('is the text’s alone: no style has its pitch from the one it is based on', () => {
    for (const id of ['TableCell', 'Note', 'CardLabel', 'Caption']) expect(own(id), id).toBe('0');
    expect(own('Heading1')).toBe(own('Normal'));
  });

  it('leaves the free page without a grid', () => {
    expect(part(sheet, 'word/document.xml')).not.toContain('linesAndChars');
    expect(styleOf(sheet, 'Normal')).not.toContain('snapToGrid');
  });

  it('indents by characters, so that the indent follows the type size', () => {
    expect(styleOf(gongwen, 'Normal')).toContain('w:firstLineChars="200"');
    expect(styleOf(gongwen, 'Flush')).toContain('w:firstLineChars="0"');
  });
});
