// Parts about the document as a whole: settings.xml (East Asian line breaking, embedding, languages), and the
// properties that Word and file managers show. No date is read from a clock: all come from the data.
import type { Document } from '../tree/tree.ts';
import type { Embedding } from './embed.ts';
import { escapeXml, namespaces, tag, xmlPart } from './xml.ts';

/** Marks that begin or end no line, as Word 2019 writes them for zh-CN; with these named, no version falls back to fewer. */
const notAtLineStart =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—';
const notAtLineEnd = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

const compatibility = (name: string, value: string): string =>
  tag('w:compatSetting', { 'w:name': name, 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': value });

/** settings.xml as text. No `updateFields`: Word would ask on opening. */
export const settingsXml = (document: Document, embedding: Embedding): string =>
  xmlPart(
    tag(
      'w:settings',
      { 'xmlns:w': namespaces.w },
      tag('w:zoom', { 'w:percent': 100 }),
      ...(embedding === 'none' ? [] : [tag('w:embedTrueTypeFonts')]),
      ...(embedding === 'subset' ? [tag('w:saveSubsetFonts')] : []),
      tag('w:bordersDoNotSurroundHeader'),
      tag('w:bordersDoNotSurroundFooter'),
      tag('w:defaultTabStop', { 'w:val': 420 }),
      ...(document.page.numbered ? [tag('w:evenAndOddHeaders')] : []),
      tag('w:drawingGridVerticalSpacing', { 'w:val': 156 }),
      tag('w:displayHorizontalDrawingGridEvery', { 'w:val': 0 }),
      tag('w:displayVerticalDrawingGridEvery', { 'w:val': 2 }),
      tag('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      tag('w:noLineBreaksAfter', { 'w:lang': document.meta.language, 'w:val': notAtLineEnd }),
      tag('w:noLineBreaksBefore', { 'w:lang': document.meta.language, 'w:val': notAtLineStart }),
      tag(
        'w:compat',
        {},
        tag('w:spaceForUL'),
        tag('w:balanceSingleByteDoubleByteWidth'),
        tag('w:doNotLeaveBackslashAlone'),
        tag('w:ulTrailSpace'),
        tag('w:doNotExpandShiftReturn'),
        tag('w:adjustLineHeightInTable'),
        tag('w:useFELayout'),
        compatibility('compatibilityMode', '15'),
        compatibility('overrideTableStyleFontSizeAndJustification', '1'),
        compatibility('enableOpenTypeFeatures', '1'),
        compatibility('doNotFlipMirrorIndents', '1'),
        compatibility('differentiateMultirowTableHeaders', '1'),
        compatibility('useWord2013TrackBottomHyphenation', '0'),
      ),
      tag('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': document.meta.language }),
      tag('w:decimalSymbol', { 'w:val': '.' }),
      tag('w:listSeparator', { 'w:val': ',' }),
    ),
  );

const text = (name: string, value: string): string[] => (value === '' ? [] : [tag(name, {}, escapeXml(value))]);

/** docProps/core.xml: title, subject, author, keywords, language, and the document's own date for both dates. */
export const corePropertiesXml = ({ meta }: Document): string => {
  const moment = `${meta.date}T00:00:00Z`;
  const date = (name: string): string => tag(name, { 'xsi:type': 'dcterms:W3CDTF' }, moment);
  return xmlPart(
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      ...text('dc:title', meta.title),
      ...text('dc:subject', meta.subject),
      ...text('dc:creator', meta.author),
      ...text('cp:keywords', meta.keywords.join('，')),
      ...text('cp:lastModifiedBy', meta.author),
      tag('cp:revision', {}, '1'),
      date('dcterms:created'),
      date('dcterms:modified'),
      ...text('dc:language', meta.language),
    ),
  );
};

/** docProps/app.xml. */
export const appPropertiesXml = (): string =>
  xmlPart(
    tag(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      tag('Application', {}, 'jianbao'),
    ),
  );
