// styles.xml: every style of the theme, what only Word needs, and the defaults of East Asian line breaking.
// Every style says all it needs, so that restyling one does not move another; text carries no formatting of its own.
import { styleNames, type StyleName, type TextStyle } from '../theme/theme.ts';
import type { Document } from '../tree/tree.ts';
import { color, type Drawing } from './drawing.ts';
import { extraStylesXml, fontsOf } from './extra-styles.ts';
import { hasNumbers, styleNumber } from './heading-numbers.ts';
import { mastheadFit } from './heads.ts';
import { gridOf, twips } from './page.ts';
import { compactNames, compactStyle, isBuiltIn, spaceAround, styles, tighter, type NamedStyle } from './style-names.ts';
import { tableStyles } from './table-styles.ts';
import { namespaces, tag, xmlPart } from './xml.ts';

const onOff = (name: string, on: boolean): string => tag(name, on ? {} : { 'w:val': '0' });

/** What the styles of one document are made from. */
type Sheet = {
  readonly drawing: Drawing;
  /** The theme's styles, with what this document changes in them. */
  readonly looks: Readonly<Record<StyleName, TextStyle>>;
  readonly grid: ReturnType<typeof gridOf>;
  readonly language: string;
  /** Whether headings are numbered. */
  readonly numbered: boolean;
};

/** Whether a style's characters stand on the grid's pitch: those of the body's size. */
const onGrid = (sheet: Sheet, style: TextStyle): boolean =>
  sheet.grid !== undefined && style.size === sheet.looks.body.size;

/**
 * Space after each character, twips. The grid's pitch is written into the styles, not left to snapping: LibreOffice
 * gives a character that is wider than its cell two cells. It also narrows the text area to whole cells and rounds
 * them, so the pitch is a twentieth of a point under the grid's; justified lines are filled all the same.
 */
const trackingOf = (sheet: Sheet, style: TextStyle): number =>
  twips(style.tracking) +
  (sheet.grid !== undefined && onGrid(sheet, style) ? Math.floor((sheet.grid.character - style.size) * 20) - 1 : 0);

/** Exact leading and the pitch in the styles hold the grid; snapping would only disturb tables and headings. */
const offGrid = (sheet: Sheet): string[] => (sheet.grid === undefined ? [] : [onOff('w:snapToGrid', false)]);

const runProperties = (sheet: Sheet, style: TextStyle): string => {
  const face = sheet.drawing.fonts.resolve(style.role, style.bold);
  const tracking = trackingOf(sheet, style);
  return tag(
    'w:rPr',
    {},
    fontsOf(face),
    onOff('w:b', face.bold),
    onOff('w:bCs', face.bold),
    ...offGrid(sheet),
    tag('w:color', { 'w:val': color(sheet.drawing, style.color) }),
    // Said where it is nothing too: every style is based on the body's, which may have the grid's pitch.
    ...(tracking === 0 && trackingOf(sheet, sheet.looks.body) === 0 ? [] : [tag('w:spacing', { 'w:val': tracking })]),
    tag('w:sz', { 'w:val': Math.round(style.size * 2) }),
    tag('w:szCs', { 'w:val': Math.round(style.size * 2) }),
  );
};

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

const indentOf = (sheet: Sheet, named: NamedStyle, style: TextStyle): string => {
  const em = onGrid(sheet, style) && sheet.grid !== undefined ? sheet.grid.character : style.size;
  const lead = twips(style.indent * em);
  const hundredths = Math.round(style.indent * 100);
  if (named.id === 'Footer') {
    // 7.5: one character in from the side that the number stands at.
    const inset = twips(style.size);
    return tag('w:ind', {
      'w:leftChars': 100,
      'w:left': inset,
      'w:rightChars': 100,
      'w:right': inset,
      'w:firstLineChars': 0,
      'w:firstLine': 0,
    });
  }
  // Tracking follows every character, so a centred line looks off by half of it unless the left gives as much.
  const left = named.block ? lead : style.align === 'center' ? twips(style.tracking) : 0;
  return named.block
    ? tag('w:ind', { 'w:left': left, 'w:firstLineChars': 0, 'w:firstLine': 0 })
    : tag('w:ind', { 'w:left': left, 'w:firstLineChars': hundredths, 'w:firstLine': lead });
};

const spacingOf = (sheet: Sheet, name: StyleName, style: TextStyle): string => {
  const { before, after } = spaceAround(name, sheet.drawing.page);
  return tag('w:spacing', {
    'w:before': twips(before),
    'w:after': twips(after),
    'w:line': twips(style.leading * sheet.drawing.leading),
    'w:lineRule': 'exact',
  });
};

/** The rule under the masthead: red, the width of the text, 4 mm below the line it belongs to. */
const bordersOf = (sheet: Sheet, named: NamedStyle): string[] =>
  named.id === styles['imprint-line'].id
    ? [
        tag(
          'w:pBdr',
          {},
          tag('w:bottom', {
            'w:val': 'single',
            'w:sz': Math.round(sheet.drawing.page.rules.masthead * 8),
            'w:space': 4,
            'w:color': color(sheet.drawing, 'red'),
          }),
        ),
      ]
    : [];

const tabsOf = (sheet: Sheet, named: NamedStyle): string[] => {
  const right = { 'w:val': 'right', 'w:pos': sheet.drawing.geometry.textWidth };
  if (named.id === styles['imprint-line'].id) return [tag('w:tabs', {}, tag('w:tab', right))];
  if (/^TOC\d$/.test(named.id)) return [tag('w:tabs', {}, tag('w:tab', { ...right, 'w:leader': 'dot' }))];
  return [];
};

const paragraphProperties = (sheet: Sheet, name: StyleName, named: NamedStyle, style: TextStyle): string =>
  tag(
    'w:pPr',
    {},
    onOff('w:keepNext', named.keepNext === true),
    ...(named.keepNext === true ? [onOff('w:keepLines', true)] : []),
    ...(sheet.numbered && named.outline !== undefined ? [styleNumber(named.outline)] : []),
    ...bordersOf(sheet, named),
    ...tabsOf(sheet, named),
    ...offGrid(sheet),
    spacingOf(sheet, name, style),
    indentOf(sheet, named, style),
    tag('w:jc', { 'w:val': alignments[style.align] }),
    ...(named.outline === undefined ? [] : [tag('w:outlineLvl', { 'w:val': named.outline })]),
  );

const priorities = (named: NamedStyle): string[] => [
  tag('w:uiPriority', { 'w:val': named.outline === undefined ? (named.id === 'Normal' ? 0 : 20) : 9 }),
  tag('w:qFormat'),
];

const themeStyle = (sheet: Sheet, name: StyleName, compact = false): string => {
  const named = compact ? compactStyle(name) : styles[name];
  const style = compact ? tighter(sheet.looks[name]) : sheet.looks[name];
  if (named.kind === 'chart') return '';
  const custom = isBuiltIn(named.id) ? {} : { 'w:customStyle': '1' };
  if (named.kind === 'character') {
    return tag(
      'w:style',
      { 'w:type': 'character', ...custom, 'w:styleId': named.id },
      tag('w:name', { 'w:val': named.name }),
      ...priorities(named),
      runProperties(sheet, style),
    );
  }
  const isDefault = named.id === 'Normal';
  return tag(
    'w:style',
    { 'w:type': 'paragraph', ...(isDefault ? { 'w:default': '1' } : {}), ...custom, 'w:styleId': named.id },
    tag('w:name', { 'w:val': named.name }),
    ...(isDefault ? [] : [tag('w:basedOn', { 'w:val': 'Normal' })]),
    ...(named.next === undefined ? [] : [tag('w:next', { 'w:val': styles[named.next].id })]),
    ...priorities(named),
    paragraphProperties(sheet, name, named, style),
    runProperties(sheet, style),
  );
};

const defaults = (sheet: Sheet): string => {
  const body = sheet.looks.body;
  const face = sheet.drawing.fonts.resolve(body.role, body.bold);
  return tag(
    'w:docDefaults',
    {},
    tag(
      'w:rPrDefault',
      {},
      tag(
        'w:rPr',
        {},
        fontsOf(face),
        tag('w:color', { 'w:val': color(sheet.drawing, body.color) }),
        tag('w:sz', { 'w:val': Math.round(body.size * 2) }),
        tag('w:szCs', { 'w:val': Math.round(body.size * 2) }),
        tag('w:lang', { 'w:val': 'en-US', 'w:eastAsia': sheet.language, 'w:bidi': 'ar-SA' }),
      ),
    ),
    tag(
      'w:pPrDefault',
      {},
      tag(
        'w:pPr',
        {},
        onOff('w:widowControl', true),
        onOff('w:kinsoku', true),
        onOff('w:wordWrap', true),
        // 5.1.10 of GB/T 15834: marks at the line end shrink, they do not hang.
        onOff('w:overflowPunct', false),
        onOff('w:topLinePunct', true),
        onOff('w:autoSpaceDE', true),
        onOff('w:autoSpaceDN', true),
        tag('w:textAlignment', { 'w:val': 'baseline' }),
      ),
    ),
  );
};

/** styles.xml as text. */
export const stylesXml = (document: Document, drawing: Drawing): string => {
  const { page, geometry } = drawing;
  const sheet: Sheet = {
    drawing,
    looks: { ...page.styles, masthead: { ...page.styles.masthead, ...mastheadFit(document, drawing) } },
    grid: gridOf(document, page, geometry),
    language: document.meta.language,
    numbered: hasNumbers(document),
  };
  return xmlPart(
    tag(
      'w:styles',
      { 'xmlns:w': namespaces.w },
      defaults(sheet),
      tag('w:latentStyles', {
        'w:defLockedState': 0,
        'w:defUIPriority': 99,
        'w:defSemiHidden': 1,
        'w:defUnhideWhenUsed': 1,
        'w:defQFormat': 0,
        'w:count': 376,
      }),
      ...styleNames
        .toSorted((a, b) => Number(b === 'body') - Number(a === 'body'))
        .map((name) => themeStyle(sheet, name)),
      ...compactNames.map((name) => themeStyle(sheet, name, true)),
      extraStylesXml(drawing),
      tableStyles(sheet.drawing.page, color(sheet.drawing, 'ink')),
    ),
  );
};
