// Table styles: 三线表 for tables of figures, and an empty one for tables that only lay out a page.
// A clerk restyles all tables of a document by changing the first.
import type { PageTheme } from '../theme/theme.ts';
import { twips } from './page.ts';
import { extraStyles } from './style-names.ts';
import { tag } from './xml.ts';

/** A border element; 0 points is none. Word's thinnest line is a quarter of a point. */
export const border = (name: string, points: number, color: string): string =>
  points === 0
    ? tag(name, { 'w:val': 'nil' })
    : tag(name, { 'w:val': 'single', 'w:sz': Math.max(2, Math.round(points * 8)), 'w:space': 0, 'w:color': color });

const cellMargins = (points: number): string =>
  tag(
    'w:tblCellMar',
    {},
    tag('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
    tag('w:left', { 'w:w': twips(points), 'w:type': 'dxa' }),
    tag('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
    tag('w:right', { 'w:w': twips(points), 'w:type': 'dxa' }),
  );

const open = (id: string, isDefault = false): Record<string, string> => ({
  'w:type': 'table',
  ...(isDefault ? { 'w:default': '1' } : { 'w:customStyle': '1' }),
  'w:styleId': id,
});

/** The table styles of a page of the theme; `ink` is six hexadecimal digits. */
export const tableStyles = ({ table }: PageTheme, ink: string): string =>
  [
    tag(
      'w:style',
      open('TableNormal', true),
      tag('w:name', { 'w:val': 'Normal Table' }),
      tag('w:uiPriority', { 'w:val': 99 }),
      tag('w:semiHidden'),
      tag('w:unhideWhenUsed'),
      tag('w:tblPr', {}, tag('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0)),
    ),
    tag(
      'w:style',
      open(extraStyles.table),
      tag('w:name', { 'w:val': '三线表' }),
      tag('w:basedOn', { 'w:val': 'TableNormal' }),
      tag('w:uiPriority', { 'w:val': 59 }),
      tag('w:qFormat'),
      tag(
        'w:tblPr',
        {},
        tag('w:tblBorders', {}, border('w:top', table.topRule, ink), border('w:bottom', table.bottomRule, ink)),
        cellMargins(table.cellPadding),
      ),
      tag(
        'w:tblStylePr',
        { 'w:type': 'firstRow' },
        tag('w:tblPr'),
        tag('w:tcPr', {}, tag('w:tcBorders', {}, border('w:bottom', table.headRule, ink))),
      ),
    ),
    tag(
      'w:style',
      open(extraStyles.layout),
      tag('w:name', { 'w:val': '排版用表' }),
      tag('w:basedOn', { 'w:val': 'TableNormal' }),
      tag('w:uiPriority', { 'w:val': 99 }),
      tag('w:tblPr', {}, cellMargins(0)),
    ),
  ].join('');
