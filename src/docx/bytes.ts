// Drawn blocks to bytes: docx writes the parts of the package, then seal.ts puts in what docx cannot write.
// Pages of the contents come from the PDF's layout when the pipeline has it, else from docx's own estimate.
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
  /** Pages by heading id; without them docx lays the document out itself, which takes ten times as long. */
  readonly pageNumbers: ReadonlyMap<string, number> | undefined;
};

/** Layout by docx, measuring with our own faces. Loaded only when it is needed: it is the larger half of docx. */
const estimate = async (drawing: Drawing): Promise<PageNumberEstimator> => {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const fonts = [...drawing.used.values()].map(({ face }) => ({ data: face.bytes, name: face.family }));
  return estimatePageNumbersWith({ fonts, guess: true });
};

const knownPages = (pages: ReadonlyMap<string, number>, drawing: Drawing): PageNumberEstimator => {
  const bookmarks = new Map([...pages].map(([id, page]) => [drawing.bookmark(id), String(page)]));
  return () => ({ bookmarks });
};

const hasContents = (document: Document): boolean => {
  let found = false;
  walkBlocks(document, (block) => (found ||= block.kind === 'contents'));
  return found;
};

/** The .docx. */
export const toBytes = async (definition: Definition): Promise<Uint8Array> => {
  const { document, drawing, blocks, embed, pageNumbers } = definition;
  const pages =
    pageNumbers !== undefined
      ? knownPages(pageNumbers, drawing)
      : hasContents(document)
        ? await estimate(drawing)
        : undefined;
  const foot = footers(document);
  const styles = stylesXml(document, drawing);
  const compiled = compileParts(
    new DocxDocument({
      evenAndOddHeaderAndFooters: document.page.numbered,
      numbering: numberingOptions(drawing),
      ...(pages === undefined ? {} : { pageNumbers: pages }),
      // docx reads them only to lay out by them; they are written as they are, below.
      ...(pageNumbers === undefined && pages !== undefined ? { externalStyles: styles } : {}),
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
