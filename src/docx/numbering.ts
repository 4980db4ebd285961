// Lists as Word's own: one definition for bullets and one for each ordered list, so that each counts from its start.
// The mark takes the list style's face; text follows it without a tab, as Chinese offices set it.
import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions } from 'docx';
import type { Drawing } from './drawing.ts';
import { eastAsiaHint } from './inlines.ts';
import { twips } from './page.ts';

/** A list as drawn: its name among the definitions, and where it counts from; bullets count nothing. */
export type ListDefinition = { readonly reference: string; readonly start: number | undefined };

/** The face of bullets. */
export const bulletRole = 'hei';

/** Notes a list and gives the definition that its items refer to. */
export const defineList = (drawing: Drawing, start: number | undefined): ListDefinition => {
  const reference = start === undefined ? 'bullets' : `numbers-${drawing.lists.size}`;
  const definition = { reference, start };
  drawing.lists.set(reference, definition);
  return definition;
};

const fontOf = (family: string) => ({
  ascii: family,
  hAnsi: family,
  eastAsia: family,
  cs: family,
  ...eastAsiaHint,
});

/** The definitions of the lists that were drawn. */
export const numberingOptions = (drawing: Drawing): INumberingOptions => {
  const { role, bold } = drawing.page.styles.list;
  const { indent, size } = drawing.page.styles.list;
  // On a free page the text hangs beside its mark; on the grid it runs on with the indent of a paragraph.
  const hanging = twips(size * 1.5);
  const hangs = drawing.page.grid === undefined;
  const place = hangs ? { left: hanging, hanging } : { left: 0, firstLine: twips(indent * size) };
  const number = fontOf(drawing.fonts.resolve(role, bold).family);
  // The bullet of a text face is a speck: it is taken from the head face, as in the PDF.
  const bullet = fontOf(drawing.fonts.resolve(bulletRole, bold).family);
  return {
    config: [...drawing.lists.values()].map(({ reference, start }) => ({
      reference,
      levels: [
        {
          level: 0,
          format: start === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
          text: start === undefined ? '•' : '%1．',
          alignment: AlignmentType.LEFT,
          suffix: hangs ? LevelSuffix.TAB : start === undefined ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
          start: start ?? 1,
          style: { run: { font: start === undefined ? bullet : number }, paragraph: { indent: place } },
        },
      ],
    })),
  };
};
