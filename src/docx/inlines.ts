// Inlines to runs: text with the East Asian hint where Word would else take the Latin font, 黑 and 楷 as character
// styles, links, breaks, and places to write in. A run names a font only where its face is not its style's.
import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Face } from '../fonts/font-set.ts';
import type { Role, StyleName } from '../theme/theme.ts';
import { unreachable, type Inline } from '../tree/tree.ts';
import type { Drawing } from './drawing.ts';
import { extraStyles, styles } from './style-names.ts';

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
  /**
   * Whether the styles make the run bold: bold of a character style turns that of the paragraph's over
   * (ECMA-376 Part 1, 17.7.3).
   */
  readonly styledBold: boolean;
  /** Whether the paragraph's style is bold, within a character style. */
  readonly paragraphBold?: boolean;
  /** The character style, if any. */
  readonly style?: string;
  /** The type size, where it is not the style's. */
  readonly points?: number;
};

const fontOf = (face: Face, setting: Setting, text: string): Pick<IRunOptions, 'font' | 'bold' | 'size'> => {
  const hint = shared.test(text) ? eastAsiaHint : {};
  const other = face.family === setting.face.family ? {} : familyOf(face);
  return {
    ...(Object.keys(hint).length + Object.keys(other).length === 0 ? {} : { font: { ...other, ...hint } }),
    ...(face.bold === setting.styledBold ? {} : { bold: face.bold }),
    ...(setting.points === undefined ? {} : { size: Math.round(setting.points * 2) }),
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

/** The setting of a paragraph of a style. */
const paragraphSetting = (drawing: Drawing, name: StyleName): Setting => {
  const { role, bold } = drawing.page.styles[name];
  const face = drawing.fonts.resolve(role, bold);
  return { role, bold, face, styledBold: face.bold };
};

/** The setting within a paragraph's, in a character style of a role. */
const styled = (outer: Setting, drawing: Drawing, role: Role, bold: boolean, style: string): Setting => {
  const face = drawing.fonts.resolve(role, bold);
  const paragraphBold = outer.style === undefined ? outer.styledBold : outer.paragraphBold === true;
  return { ...outer, role, bold, face, style, paragraphBold, styledBold: paragraphBold !== face.bold };
};

const draw = (inlines: readonly Inline[], setting: Setting, drawing: Drawing): ParagraphChild[] =>
  inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return drawText(inline.text, setting, drawing);
      case 'strong':
        return draw(inline.children, styled(setting, drawing, 'hei', false, extraStyles.strong), drawing);
      case 'emphasis':
        return draw(inline.children, styled(setting, drawing, 'kai', false, extraStyles.emphasis), drawing);
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
export const drawInlines = (inlines: readonly Inline[], style: StyleName, drawing: Drawing): ParagraphChild[] =>
  draw(inlines, paragraphSetting(drawing, style), drawing);

/** Runs in a character style of the theme, within a paragraph of another style. */
export const drawStyled = (
  inlines: readonly Inline[],
  paragraph: StyleName,
  character: StyleName,
  drawing: Drawing,
): ParagraphChild[] => {
  const { role, bold } = drawing.page.styles[character];
  return draw(
    inlines,
    styled(paragraphSetting(drawing, paragraph), drawing, role, bold, styles[character].id),
    drawing,
  );
};

/** Runs in a smaller type than their style's, for what would not fit its place. */
export const drawSized = (
  inlines: readonly Inline[],
  style: StyleName,
  points: number,
  drawing: Drawing,
): ParagraphChild[] => draw(inlines, { ...paragraphSetting(drawing, style), points }, drawing);

/** A string that the tree holds outside its inlines: numbers of headings, names of series. */
export const drawPlain = (text: string, style: StyleName, drawing: Drawing): ParagraphChild[] =>
  text === '' ? [] : drawInlines([{ kind: 'text', text }], style, drawing);
