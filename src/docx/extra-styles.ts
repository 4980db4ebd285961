// Styles that the theme has no entry for and Word needs: 黑 and 楷 within text, links, places to write in, empty lines of
// exact height, rules, the line that a chart stands in, and what Word gives notes and headers that are put in later.
import type { Face } from '../fonts/font-set.ts';
import { color, type Drawing } from './drawing.ts';
import { twips } from './page.ts';
import { extraStyles } from './style-names.ts';
import { border } from './table-styles.ts';
import { tag } from './xml.ts';

/** A face for Latin and Chinese alike. */
export const fontsOf = ({ family }: Face): string =>
  tag('w:rFonts', { 'w:ascii': family, 'w:hAnsi': family, 'w:eastAsia': family, 'w:cs': family, 'w:hint': 'eastAsia' });

const characterStyle = (id: string, name: string, custom: boolean, ...properties: readonly string[]): string =>
  tag(
    'w:style',
    { 'w:type': 'character', ...(custom ? { 'w:customStyle': '1' } : {}), 'w:styleId': id },
    tag('w:name', { 'w:val': name }),
    tag('w:uiPriority', { 'w:val': 20 }),
    tag('w:qFormat'),
    tag('w:rPr', {}, ...properties),
  );

/** A paragraph style that draws no text: exactly `points` high. */
const emptyLineStyle = (
  drawing: Drawing,
  id: string,
  name: string,
  points: number,
  borders: readonly string[],
): string =>
  tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': '1', 'w:styleId': id },
    tag('w:name', { 'w:val': name }),
    tag('w:uiPriority', { 'w:val': 99 }),
    tag(
      'w:pPr',
      {},
      ...borders,
      tag('w:snapToGrid', { 'w:val': '0' }),
      tag('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': Math.max(20, twips(points)), 'w:lineRule': 'exact' }),
      tag('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 }),
      tag('w:jc', { 'w:val': 'left' }),
    ),
    tag(
      'w:rPr',
      {},
      fontsOf(drawing.fonts.resolve('song', false)),
      tag('w:sz', { 'w:val': 2 }),
      tag('w:szCs', { 'w:val': 2 }),
    ),
  );

/** The paragraph that a chart stands in: as high as the chart, which an exact line would cut. */
const figureStyle = (): string =>
  tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': '1', 'w:styleId': extraStyles.figure },
    tag('w:name', { 'w:val': '图' }),
    tag('w:uiPriority', { 'w:val': 99 }),
    tag(
      'w:pPr',
      {},
      tag('w:snapToGrid', { 'w:val': '0' }),
      tag('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' }),
      tag('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 }),
      tag('w:jc', { 'w:val': 'left' }),
    ),
    tag('w:rPr', {}, tag('w:sz', { 'w:val': 2 }), tag('w:szCs', { 'w:val': 2 })),
  );

/**
 * Built-in styles that Word takes for notes and headers put in by hand: set as the theme's notes, not as body text with
 * the leading of the grid.
 */
const laterStyles = ({ page, fonts }: Drawing): string[] => {
  const { role, bold, size, leading } = page.styles.note;
  const look = [
    fontsOf(fonts.resolve(role, bold)),
    tag('w:sz', { 'w:val': size * 2 }),
    tag('w:szCs', { 'w:val': size * 2 }),
  ];
  const paragraph = (id: string, name: string): string =>
    tag(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': id },
      tag('w:name', { 'w:val': name }),
      tag('w:uiPriority', { 'w:val': 99 }),
      tag('w:unhideWhenUsed'),
      tag(
        'w:pPr',
        {},
        tag('w:snapToGrid', { 'w:val': '0' }),
        tag('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(leading), 'w:lineRule': 'exact' }),
        tag('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 }),
        tag('w:jc', { 'w:val': 'left' }),
      ),
      tag('w:rPr', {}, ...look),
    );
  const mark = tag('w:vertAlign', { 'w:val': 'superscript' });
  return [
    paragraph('Header', 'header'),
    paragraph('FootnoteText', 'footnote text'),
    paragraph('EndnoteText', 'endnote text'),
    characterStyle('FootnoteReference', 'footnote reference', false, mark),
    characterStyle('EndnoteReference', 'endnote reference', false, mark),
  ];
};

/** The styles as text. */
export const extraStylesXml = (drawing: Drawing): string => {
  const { page, fonts } = drawing;
  const hei = fonts.resolve('hei', false);
  const kai = fonts.resolve('kai', false);
  const slate = tag('w:color', { 'w:val': color(drawing, 'slate') });
  const hairline = tag('w:pBdr', {}, border('w:bottom', page.rules.hairline, color(drawing, 'mid')));
  return [
    characterStyle(extraStyles.strong, 'Strong', false, fontsOf(hei), ...(hei.bold ? [tag('w:b')] : [])),
    characterStyle(extraStyles.emphasis, 'Emphasis', false, fontsOf(kai), ...(kai.bold ? [tag('w:b')] : [])),
    characterStyle(extraStyles.hyperlink, 'Hyperlink', false, slate),
    characterStyle(extraStyles.blank, '填空', true, tag('w:u', { 'w:val': 'single' })),
    emptyLineStyle(drawing, extraStyles.spacer, '间隔', page.gap, []),
    emptyLineStyle(drawing, extraStyles.rule, '分隔线', page.gap, [hairline]),
    figureStyle(),
    ...laterStyles(drawing),
  ].join('');
};
