// Run and paragraph properties as they come out of document defaults, styles and direct formatting, as far as proof asks:
// fonts, size, weight, outline level (ECMA-376-1, 17.7.2).
import type { DocxPackage } from './package.ts';
import { attribute, childOf, childrenOf, descendantsOf, isOn, valueOf, type XmlElement } from './xml.ts';

export type RunFormat = {
  /** Font of each range of characters; empty when nothing says. */
  readonly ascii: string;
  readonly eastAsia: string;
  readonly hAnsi: string;
  /** In half points. */
  readonly size: number;
  readonly bold: boolean;
};

export type Style = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly basedOn: string;
  readonly run: XmlElement | undefined;
  readonly paragraph: XmlElement | undefined;
};

export type StyleSheet = {
  readonly styles: ReadonlyMap<string, Style>;
  readonly defaultParagraph: Style | undefined;
  /** From docDefaults: w:rPr and w:pPr. */
  readonly defaultRun: XmlElement | undefined;
  readonly defaultParagraphProperties: XmlElement | undefined;
  /** The style and those it is based on, the base first. */
  readonly chain: (id: string | undefined) => readonly Style[];
  /** The format of a run in a paragraph of a style, with its own properties. */
  readonly formatOf: (paragraphStyle: string | undefined, properties: XmlElement | undefined) => RunFormat;
};

/** Fonts of the theme: `majorEastAsia` and its kin. */
const themeFonts = (docx: DocxPackage): ((reference: string) => string) => {
  const path = docx.relationshipsOf(docx.main).find(({ type }) => type === 'theme')?.target ?? '';
  const scheme = descendantsOf(docx.xml(path), 'a:fontScheme')[0];
  return (reference) => {
    const font = childOf(scheme, reference.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
    const isEastAsian = reference.endsWith('EastAsia');
    const own = attribute(childOf(font, isEastAsian ? 'a:ea' : 'a:latin'), 'typeface') ?? '';
    if (own !== '' || !isEastAsian) return own;
    const hans = childrenOf(font, 'a:font').find((item) => attribute(item, 'script') === 'Hans');
    return attribute(hans, 'typeface') ?? '';
  };
};

export const readStyles = (docx: DocxPackage): StyleSheet => {
  const path = docx.relationshipsOf(docx.main).find(({ type }) => type === 'styles')?.target ?? '';
  const root = docx.xml(path);
  const themeFont = themeFonts(docx);
  const styles = new Map(
    childrenOf(root, 'w:style').map((element): [string, Style] => {
      const id = attribute(element, 'w:styleId') ?? '';
      return [
        id,
        {
          id,
          name: valueOf(element, 'w:name') ?? '',
          type: attribute(element, 'w:type') ?? '',
          isDefault: ['1', 'true', 'on'].includes(attribute(element, 'w:default') ?? ''),
          basedOn: valueOf(element, 'w:basedOn') ?? '',
          run: childOf(element, 'w:rPr'),
          paragraph: childOf(element, 'w:pPr'),
        },
      ];
    }),
  );
  const defaultParagraph = [...styles.values()].find(({ type, isDefault }) => type === 'paragraph' && isDefault);
  const defaultRun = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');

  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    for (let style = styles.get(id ?? ''); style !== undefined; style = styles.get(style.basedOn)) {
      if (found.includes(style)) break;
      found.unshift(style);
    }
    return found;
  };

  const apply = (format: RunFormat, properties: XmlElement | undefined): RunFormat => {
    if (properties === undefined) return format;
    const fonts = childOf(properties, 'w:rFonts');
    const font = (slot: string, otherwise: string): string => {
      const theme = attribute(fonts, `w:${slot}Theme`);
      const named = theme === undefined ? '' : themeFont(theme);
      return named || attribute(fonts, `w:${slot}`) || otherwise;
    };
    const size = Number(valueOf(properties, 'w:sz') ?? format.size);
    return {
      ascii: font('ascii', format.ascii),
      eastAsia: font('eastAsia', format.eastAsia),
      hAnsi: font('hAnsi', format.hAnsi),
      size: Number.isFinite(size) ? size : format.size,
      bold: isOn(properties, 'w:b') ?? format.bold,
    };
  };

  const plain: RunFormat = { ascii: '', eastAsia: '', hAnsi: '', size: 20, bold: false };
  const paragraphFormats = new Map<string, RunFormat>();
  const paragraphFormat = (id: string | undefined): RunFormat => {
    const key = id ?? defaultParagraph?.id ?? '';
    const known = paragraphFormats.get(key);
    if (known !== undefined) return known;
    const made = chain(key).reduce((format, style) => apply(format, style.run), apply(plain, defaultRun));
    paragraphFormats.set(key, made);
    return made;
  };

  return {
    styles,
    defaultParagraph,
    defaultRun,
    defaultParagraphProperties: childOf(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr'),
    chain,
    formatOf: (paragraphStyle, properties) => {
      const character = chain(valueOf(properties, 'w:rStyle'));
      const styled = character.reduce((format, style) => apply(format, style.run), paragraphFormat(paragraphStyle));
      return apply(styled, properties);
    },
  };
};
