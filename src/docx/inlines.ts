// Inlines to runs: text with the East Asian hint where Word would else take the Latin font, 黑 and 楷 as character
// styles, links, breaks, and places to write in. A run names a font only where its face is not its style's.
import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Face } from '../fonts/font-set.ts';
import type { Role, StyleName } from '../theme/theme.ts';
import { unreachable, type Inline } from '../tree/tree.ts';
import type { Drawing } from './drawing.ts';
import { extraStyles } from './style-names.ts';

/**
 * Marks that Unicode shares between Latin and Chinese. Word sets them in the Latin font, and breaks lines at them as
 * Latin, unless the run carries the hint (ECMA-376 Part 1, 17.3.2.26).
 */
const shared = /[“”‘’—…·×±÷°§¶№→←↑↓①-⑳]/;

export const eastAsiaHint = { hint: 'eastAsia' } as const;

type Setting = {
  readonly role: Role;
  readonly bold: boolean;
  /** The face that the run has by its styles. */
  readonly face: Face;
  /** The character style, if any. */
  readonly style?: string;
  /** The type size, where it is not the style's. */
  readonly points?: number;
};

const fontOf = (face: Face, setting: Setting, text: string): Pick<IRunOptions, 'font' | 'bold'> => {
  const hint = shared.test(text) ? eastAsiaHint : {};
  const other = face.family === setting.face.family ? {} : familyOf(face);
  return {
    ...(Object.keys(hint).length + Object.keys(other).length === 0 ? {} : { font: { ...other, ...hint } }),
    ...(face.bold === setting.face.bold ? {} : { bold: face.bold }),
  };
};

const familyOf = ({ family }: Face): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({
  ascii: family,
  hAnsi: family,
  eastAsia: family,
  cs: family,
});

const drawText = (text: string, setting: Setting, drawing: Drawing): TextRun[] =>
  drawing.faceRuns(text, setting.role, setting.bold).map(
    (run) =>
      new TextRun({
        text: run.text,
        ...(setting.style === undefined ? {} : { style: setting.style }),
        ...fontOf(run.face, setting, run.text),
      }),
  );

/** Spaces that do not break, so that the rule is drawn whole at the end of a line too. */
const blankOf = (em: number, face: Face): string => {
  const space = '\u00A0';
  const width = face.advance(0xa0);
  return space.repeat(Math.max(1, Math.round(em / (width > 0 ? width : 0.25))));
};

const settingOf = (drawing: Drawing, role: Role, bold: boolean, style?: string): Setting => ({
  role,
  bold,
  face: drawing.fonts.resolve(role, bold),
  ...(style === undefined ? {} : { style }),
});

const draw = (inlines: readonly Inline[], setting: Setting, drawing: Drawing): ParagraphChild[] =>
  inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return drawText(inline.text, setting, drawing);
      case 'strong':
        return draw(inline.children, settingOf(drawing, 'hei', false, extraStyles.strong), drawing);
      case 'emphasis':
        return draw(inline.children, settingOf(drawing, 'kai', false, extraStyles.emphasis), drawing);
      case 'link': {
        const children = draw(inline.children, { ...setting, style: setting.style ?? extraStyles.hyperlink }, drawing);
        if (inline.target.startsWith('#')) {
          return [new InternalHyperlink({ anchor: drawing.bookmark(inline.target.slice(1)), children })];
        }
        return [new ExternalHyperlink({ link: inline.target, children })];
      }
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'blank':
        return drawText(blankOf(inline.em, setting.face), { ...setting, style: extraStyles.blank }, drawing);
      default:
        return unreachable(inline);
    }
  });

/** The runs of a paragraph of the named style. */
export const drawInlines = (inlines: readonly Inline[], style: StyleName, drawing: Drawing): ParagraphChild[] => {
  const { role, bold } = drawing.page.styles[style];
  return draw(inlines, settingOf(drawing, role, bold), drawing);
};

/** Runs in a character style of the theme, within a paragraph of another. */
export const drawStyled = (
  inlines: readonly Inline[],
  style: StyleName,
  styleId: string,
  drawing: Drawing,
): ParagraphChild[] => {
  const { role, bold } = drawing.page.styles[style];
  return draw(inlines, settingOf(drawing, role, bold, styleId), drawing);
};

/** Runs in a smaller type than their style's, for what would not fit its place. */
export const drawSized = (
  inlines: readonly Inline[],
  style: StyleName,
  points: number,
  drawing: Drawing,
): ParagraphChild[] => {
  const { role, bold } = drawing.page.styles[style];
  return draw(inlines, { ...settingOf(drawing, role, bold), points }, drawing);
};

/** A string that the tree holds outside its inlines: numbers of headings, names of series. */
export const drawPlain = (text: string, style: StyleName, drawing: Drawing): ParagraphChild[] =>
  text === '' ? [] : drawInlines([{ kind: 'text', text }], style, drawing);
