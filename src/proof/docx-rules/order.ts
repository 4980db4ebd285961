// The order of elements in the parts of a DOCX: where the schema asks for a sequence, Word calls a file that breaks it
// damaged, or drops what stands too late. ISO/IEC 29500-4, wml.xsd; runs' properties may stand in any order there.
import type { DocxPackage } from '../docx-reading/package.ts';
import { childrenOf, type XmlElement } from '../docx-reading/xml.ts';
import type { Ledger } from '../finding.ts';

const words = (text: string): readonly string[] =>
  text.split(' ').map((word) => (word === '*' || word.includes(':') ? word : `w:${word}`));

const properties =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
  'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
  'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
  'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange';

/** Children in their order; `*` stands for all that are not named. */
const sequences: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'w:body': '* sectPr',
    'w:p': 'pPr *',
    'w:r': 'rPr *',
    'w:pPr': properties,
    'w:tbl': 'tblPr tblGrid *',
    'w:tr': 'tblPrEx trPr *',
    'w:tc': 'tcPr *',
    'w:tblPr':
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
      'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
    'w:tcPr':
      'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers ' +
      'cellIns cellDel cellMerge tcPrChange',
    'w:sectPr':
      'headerReference/footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
      'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
    'w:styles': 'docDefaults latentStyles style',
    'w:style':
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal ' +
      'personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
    'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
    'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
    'w:num': 'abstractNumId lvlOverride',
    'w:font': 'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
    'w:settings':
      'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries ' +
      'displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts ' +
      'embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader ' +
      'bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState ' +
      'formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge ' +
      'revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride ' +
      'styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone ' +
      'doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders ' +
      'bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing ' +
      'drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery ' +
      'doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData ' +
      'noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter ' +
      'noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent ' +
      'alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags ' +
      'alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids m:mathPr ' +
      'attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade ' +
      'captions readModeInkLockDown smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator',
  }).map(([parent, children]) => [parent, words(children)]),
);

/** The place of a child in its sequence; undefined when the sequence does not speak of it. */
const placeIn = (sequence: readonly string[], name: string): number | undefined => {
  const at = sequence.findIndex((one) => one.split('/').some((part) => part === name || `w:${part}` === name));
  const any = sequence.indexOf('*');
  return at >= 0 ? at : any >= 0 ? any : undefined;
};

/** Marks of ranges and of revisions may stand almost anywhere. */
const isMark = (name: string): boolean =>
  /^w:(?:bookmark|comment|proofErr|perm|moveFrom|moveTo|customXml|ins|del)/.test(name);

/** The first child that stands too late, with the one it should stand before. */
const outOfOrder = (element: XmlElement): readonly [late: string, before: string] | undefined => {
  const sequence = sequences.get(element.name);
  if (sequence === undefined) return undefined;
  let last = -1;
  let lastName = '';
  for (const { name } of childrenOf(element)) {
    const place = isMark(name) ? undefined : placeIn(sequence, name);
    if (place === undefined) continue;
    if (place < last) return [name, lastName];
    [last, lastName] = [place, name];
  }
  return undefined;
};

/** Judges every part of the document's own vocabulary. */
export const judgeOrder = (docx: DocxPackage, ledger: Ledger): void => {
  ledger.check('docx/order');
  for (const part of docx.parts.keys()) {
    if (!/^word\/[^/]+\.xml$/.test(part)) continue;
    const visit = (element: XmlElement): void => {
      const found = outOfOrder(element);
      if (found !== undefined) {
        const [late, before] = found;
        ledger.add(
          'docx/order',
          { part },
          {
            zh: `${element.name} 里 ${late} 在 ${before} 之后`,
            en: `in ${element.name}, ${late} stands after ${before}`,
          },
        );
      }
      for (const child of childrenOf(element)) visit(child);
    };
    const root = docx.xml(part);
    if (root !== undefined) visit(root);
  }
};
