// Where short lines end, in cards and cells: as the composer ends them for the PDF, with figures whole and no character
// alone on a last line. Word has no word for either, so a paragraph that the composer breaks early is made narrower.
import { composeParagraph, type Run } from '../compose/compose.ts';
import type { Role, StyleName } from '../theme/theme.ts';
import { unreachable, type Inline } from '../tree/tree.ts';
import { textOf } from '../tree/walk.ts';
import { widthOf, type Drawing } from './drawing.ts';
import { twips } from './page.ts';

/** Points that a line has besides its width in the PDF: Word and LibreOffice round the advance of each character. */
export const play = 0.5;

type Setting = { readonly role: Role; readonly bold: boolean; readonly size: number; readonly unbreakable: boolean };

const runsOf = (inlines: readonly Inline[], setting: Setting, drawing: Drawing): Run<undefined>[] => {
  const textRuns = (text: string, unbreakable: boolean): Run<undefined>[] =>
    drawing.fonts.runs(text, setting.role, setting.bold).map((run) => {
      const advance = (codePoint: number): number => run.face.advance(codePoint);
      return { text: run.text, style: undefined, size: setting.size, advance, unbreakable };
    });
  return inlines.flatMap((inline): Run<undefined>[] => {
    switch (inline.kind) {
      case 'text':
        return textRuns(inline.text, setting.unbreakable);
      case 'figure':
        return textRuns(inline.text, true);
      case 'strong':
        return runsOf(inline.children, { ...setting, role: 'hei', bold: false }, drawing);
      case 'emphasis':
        return runsOf(inline.children, { ...setting, role: 'kai', bold: false }, drawing);
      case 'link':
        return runsOf(inline.children, setting, drawing);
      case 'break':
        return textRuns('\n', false);
      case 'blank':
        return textRuns('＿'.repeat(Math.max(1, Math.round(inline.em))), true);
      default:
        return unreachable(inline);
    }
  });
};

/**
 * Twips at the right by which a paragraph that runs over lines in `room` points is narrower, for its lines to end where
 * they do in the PDF; 0 where a full line ends there anyway.
 */
export const rightIndent = (
  inlines: readonly Inline[],
  style: StyleName,
  room: number,
  drawing: Drawing,
  points?: number,
): number => {
  if (widthOf(drawing, textOf(inlines), style, points) <= room) return 0;
  const { role, bold, size } = drawing.page.styles[style];
  const setting = { role, bold, size: points ?? size, unbreakable: false };
  const lines = composeParagraph(runsOf(inlines, setting, drawing), { measure: room, align: 'left' });
  const free = room - Math.max(...lines.map(({ width }) => width)) - play;
  return lines.length > 1 && free >= setting.size / 4 ? twips(free) : 0;
};
