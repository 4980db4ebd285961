// Drawn blocks to bytes: docx writes the parts of the package, then seal.ts puts in what docx cannot write.
// Pages of the contents stand in their fields where the PDF's layout has told them; else docx estimates them.
import { Document as DocxDocument, type FileChild, type PageNumberEstimator } from 'docx';
import type { Document } from '../tree/tree.ts';
import { walkBlocks } from '../tree/walk.ts';
import { compileParts } from './docx-parts.ts';
import type { Drawing } from './drawing.ts';
import { fontParts, type Embedding } from './embed.ts';
import { finishChart } from './finish-chart.ts';
import { hasNumbers, withHeadingNumbers } from './heading-numbers.ts';
import { numberingOptions } from './numbering.ts';
import { footers, sectionProperties } from './page.ts';
import { appPropertiesXml, corePropertiesXml, settingsXml } from './properties.ts';
import { seal } from './seal.ts';
import { stylesXml } from './styles.ts';

/** What is drawn, and how it is to be written. */
export type Definition = {
  readonly document: Document;
  readonly drawing: Drawing;
  readonly blocks: readonly FileChild[];
  readonly embed: Embedding;
};

/** Layout by docx, measuring with our own faces. Loaded only when it is needed: it is the larger half of docx. */
const estimate = async (drawing: Drawing): Promise<PageNumberEstimator> => {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const fonts = [...drawing.used.values()].map(({ face }) => ({ data: face.bytes, name: face.family }));
  return estimatePageNumbersWith({ fonts, guess: true });
};

const hasContents = (document: Document): boolean => {
  let found = false;
  walkBlocks(document, (block) => (found ||= block.kind === 'contents'));
  return found;
};

/** The .docx. */
export const toBytes = async (definition: Definition): Promise<Uint8Array> => {
  const { document, drawing, blocks, embed } = definition;
  // docx lays the document out itself, which takes ten times as long as writing it.
  const pages = drawing.pageNumbers === undefined && hasContents(document) ? await estimate(drawing) : undefined;
  const foot = footers(document);
  const styles = stylesXml(document, drawing);
  const compiled = compileParts(
    new DocxDocument({
      evenAndOddHeaderAndFooters: document.page.numbered,
      numbering: numberingOptions(drawing),
      // docx reads styles only to lay out by them; they are written as they are, below.
      ...(pages === undefined ? {} : { pageNumbers: pages, externalStyles: styles }),
      sections: [
        {
          properties: sectionProperties(document, drawing.page, drawing.geometry),
          ...(foot === undefined ? {} : { footers: foot }),
          children: blocks,
        },
      ],
    }),
  );
  const parts = new Map<string, Uint8Array | string>([
    ...(await fontParts(drawing.used, drawing.page, drawing.fonts, embed)),
    ['word/styles.xml', styles],
    ['word/settings.xml', settingsXml(document, embed)],
    ['docProps/core.xml', corePropertiesXml(document)],
    ['docProps/app.xml', appPropertiesXml()],
  ]);
  return seal(compiled, {
    parts,
    ...(hasNumbers(document) ? { finishNumbering: withHeadingNumbers } : {}),
    finishChart: (xml, index) => {
      const plan = drawing.charts[index];
      return plan === undefined ? xml : finishChart(xml, plan, document.meta.language, drawing);
    },
    moment: `${document.meta.date}T00:00:00Z`,
  });
};
