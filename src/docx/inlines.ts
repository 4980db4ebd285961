// Inlines to runs: text with the East Asian hint where Word would else take the Latin font, 黑 and 楷 as character
// styles, links, breaks, and places to write in. A run names a font only where its face is not its style's.
import type { ParagraphChild } from 'docx';
import type { Face } from '../fonts/font-set.ts';
import type { Role, StyleName } from '../theme/theme.ts';
import { unreachable, type Inline } from '../tree/tree.ts';
import type { Drawing } from './drawing.ts';
import { extraStyles, styles } from './style-names.ts';
import { asChildren, joined, Written } from './written.ts';
import { escapeXml, tag } from './xml.ts';

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

/** The properties of a run that its styles do not give it, in the order of the schema (CT_RPr). */
const propertiesOf = (face: Face, setting: Setting, text: string): string => {
  const { family, bold } = face;
  const own = family !== setting.face.family;
  const hint = shared.test(text) ? eastAsiaHint.hint : undefined;
  const weight = bold === setting.styledBold ? undefined : bold ? {} : { 'w:val': 'false' };
  const size = setting.points === undefined ? undefined : { 'w:val': Math.round(setting.points * 2) };
  const properties = [
    setting.style === undefined ? '' : tag('w:rStyle', { 'w:val': setting.style }),
    own || hint !== undefined
      ? tag('w:rFonts', {
          ...(own && { 'w:ascii': family, 'w:cs': family, 'w:eastAsia': family, 'w:hAnsi': family }),
          'w:hint': hint,
        })
      : '',
    weight === undefined ? '' : tag('w:b', weight) + tag('w:bCs', weight),
    size === undefined ? '' : tag('w:sz', size) + tag('w:szCs', size),
  ].join('');
  return properties === '' ? '' : tag('w:rPr', {}, properties);
};

const drawText = (text: string, setting: Setting, drawing: Drawing): Written[] =>
  drawing.faceRuns(text, setting.role, setting.bold).map((run) => {
    const written = tag('w:t', { 'xml:space': 'preserve' }, escapeXml(run.text));
    return new Written('w:r', tag('w:r', {}, propertiesOf(run.face, setting, run.text), written));
  });

/** A link to a bookmark, or to an address, which stands in the relationships of the part. */
const drawLink = (target: string, runs: readonly Written[], drawing: Drawing): Written => {
  const { xml, links } = joined(runs);
  if (target.startsWith('#')) {
    const anchor = drawing.bookmark(target.slice(1));
    return new Written('w:hyperlink', tag('w:hyperlink', { 'w:history': '1', 'w:anchor': anchor }, xml), links);
  }
  const id = `link${drawing.links.push(target)}`;
  // A relationship has no place for what stands after the `#` of an address.
  const [, address = target, anchor] = /^([^#]+)#(.+)$/.exec(target) ?? [];
  return new Written(
    'w:hyperlink',
    tag('w:hyperlink', { 'w:history': '1', 'w:anchor': anchor, 'r:id': `rId${id}` }, xml),
    [...links, { id, target: address }],
  );
};

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

const draw = (inlines: readonly Inline[], setting: Setting, drawing: Drawing): Written[] =>
  inlines.flatMap((inline): Written[] => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return drawText(inline.text, setting, drawing);
      case 'strong':
        return draw(inline.children, styled(setting, drawing, 'hei', false, extraStyles.strong), drawing);
      case 'emphasis':
        return draw(inline.children, styled(setting, drawing, 'kai', false, extraStyles.emphasis), drawing);
      case 'link': {
        const runs = draw(inline.children, { ...setting, style: setting.style ?? extraStyles.hyperlink }, drawing);
        return [drawLink(inline.target, runs, drawing)];
      }
      case 'break':
        return [new Written('w:r', tag('w:r', {}, tag('w:br')))];
      case 'blank':
        return drawText(blankOf(inline.em, setting.face), { ...setting, style: extraStyles.blank }, drawing);
      default:
        return unreachable(inline);
    }
  });

/** The runs of a paragraph of the named style, for a paragraph that is written here too. */
export const writeInlines = (inlines: readonly Inline[], style: StyleName, drawing: Drawing): Written[] =>
  draw(inlines, paragraphSetting(drawing, style), drawing);

/** The runs of a paragraph of the named style. */
export const drawInlines = (inlines: readonly Inline[], style: StyleName, drawing: Drawing): ParagraphChild[] =>
  asChildren(writeInlines(inlines, style, drawing));

/** Runs in a character style of the theme, within a paragraph of another style. */
export const drawStyled = (
  inlines: readonly Inline[],
  paragraph: StyleName,
  character: StyleName,
  drawing: Drawing,
): ParagraphChild[] => {
  const { role, bold } = drawing.page.styles[character];
  const setting = styled(paragraphSetting(drawing, paragraph), drawing, role, bold, styles[character].id);
  return asChildren(draw(inlines, setting, drawing));
};

/** Runs in a smaller type than their style's, for what would not fit its place. */
export const drawSized = (
  inlines: readonly Inline[],
  style: StyleName,
  points: number,
  drawing: Drawing,
): ParagraphChild[] => asChildren(draw(inlines, { ...paragraphSetting(drawing, style), points }, drawing));

/** A string that the tree holds outside its inlines: numbers of headings, names of series. */
export const drawPlain = (text: string, style: StyleName, drawing: Drawing): ParagraphChild[] =>
  text === '' ? [] : drawInlines([{ kind: 'text', text }], style, drawing);
