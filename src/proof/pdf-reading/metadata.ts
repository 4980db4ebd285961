// What a PDF says about itself: document information, XMP, language, claims of conformance, bookmarks.
import type { PdfFile } from './file.ts';
import type { PdfDict } from './values.ts';

export type Metadata = {
  readonly title: string;
  readonly producer: string;
  readonly creator: string;
  readonly language: string;
  readonly marked: boolean;
  readonly displaysTitle: boolean;
  /** `PDF/UA-1`, `PDF/A-2A`: as the file says, which veraPDF may judge. */
  readonly claims: readonly string[];
  readonly bookmarks: readonly string[];
};

const unescape = (text: string): string =>
  text
    .replaceAll(/&#(x?)([0-9A-Fa-f]+);/g, (_, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(digits, hex === '' ? 10 : 16))),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const claimsOf = (xmp: string): readonly string[] => {
  const value = (name: string): string =>
    new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>|\\b${name}="([^"]*)"`)
      .exec(xmp)
      ?.slice(1)
      .find((part) => part !== undefined) ?? '';
  const [ua, part] = [value('pdfuaid:part'), value('pdfaid:part')];
  return [
    ...(ua === '' ? [] : [`PDF/UA-${ua}`]),
    ...(part === '' ? [] : [`PDF/A-${part}${value('pdfaid:conformance')}`]),
  ];
};

const bookmarksOf = (file: PdfFile): readonly string[] => {
  const titles: string[] = [];
  const seen = new Set<PdfDict>();
  const visit = (first: PdfDict | undefined): void => {
    for (let item = first; item !== undefined && !seen.has(item); item = file.dict(item.get('Next'))) {
      seen.add(item);
      titles.push(file.text(item.get('Title')));
      visit(file.dict(item.get('First')));
    }
  };
  visit(file.dict(file.dict(file.catalog.get('Outlines'))?.get('First')));
  return titles;
};

export const readMetadata = (file: PdfFile): Metadata => {
  const info = file.dict(file.trailer.get('Info'));
  const xmp = new TextDecoder().decode(file.bytes(file.catalog.get('Metadata')));
  const inXmp = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(xmp)?.[1] ?? '';
  return {
    title: file.text(info?.get('Title')) || unescape(inXmp),
    producer: file.text(info?.get('Producer')),
    creator: file.text(info?.get('Creator')),
    language: file.text(file.catalog.get('Lang')),
    marked: file.resolve(file.dict(file.catalog.get('MarkInfo'))?.get('Marked')) === true,
    displaysTitle: file.resolve(file.dict(file.catalog.get('ViewerPreferences'))?.get('DisplayDocTitle')) === true,
    claims: claimsOf(xmp),
    bookmarks: bookmarksOf(file),
  };
};
