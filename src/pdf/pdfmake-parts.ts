// The border to pdfmake 0.3.11 and the pdfkit under it: the inner modules that we extend, with types for what we use.
// pdfmake ships types for its outer shell only, so this is the one place of src/ that trusts a shape unseen;
// test/unit/pdf/pdfmake-parts.test.ts checks that the seams are still there.
/* oxlint-disable no-underscore-dangle -- names of pdfmake's and pdfkit's own */
import { createRequire } from 'node:module';
import type { DefinitionNode, Drawing, TableNode } from './definition.ts';

const require = createRequire(import.meta.url);
// The package keeps each class as `default` of a CommonJS module.
const part = <T>(name: string): T => (require(`pdfmake/js/${name}.js`) as { default: T }).default;

/** An indirect object of the file being written. */
export type PdfReference = {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  /** The parts of the stream, until `finalize` writes the object. */
  buffer: Uint8Array[];
  finalize: () => void;
  write: (chunk: string | Uint8Array) => void;
  end: (chunk?: string | Uint8Array) => void;
};

export type PdfOutline = {
  addItem: (title: string, options?: { pageNumber?: number; top?: number; left?: number }) => PdfOutline;
};

type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
};

/** What pdfkit asks of a font; ours is face-font.ts. */
export type PdfFont = { readonly id: string; ref: () => PdfReference; finalize: () => void };

/** pdfkit's document, through pdfmake's own subclass of it. */
export type PdfDocumentBase = {
  page: PdfPage;
  readonly info: Record<string, unknown>;
  readonly _root: PdfReference;
  _font: PdfFont;
  readonly _fontFamilies: Record<string, PdfFont>;
  readonly outline: PdfOutline;
  fonts: Record<string, Record<'normal' | 'bold', string>>;
  ref(data?: Record<string, unknown>): PdfReference;
  addPage(options: { size: readonly [number, number]; margin: number }): PdfDocumentBase;
  addContent(data: string): PdfDocumentBase;
  flushPages(): void;
  endMetadata(): void;
  font(source: string): PdfDocumentBase;
  end(): void;
  _write(data: string | Uint8Array): void;
  _offset: number;
};

export const PdfDocumentBase =
  part<
    new (
      fonts: Record<string, unknown>,
      images: Record<string, unknown>,
      patterns: Record<string, unknown>,
      attachments: Record<string, unknown>,
      options: Record<string, unknown>,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    ) => PdfDocumentBase
  >('PDFDocument');

/** Anything that pdfmake puts on a page: we read `type` and hand `item` on. */
type PageItem =
  | { readonly type: 'line'; readonly item: LayoutLine }
  | { readonly type: 'vector'; readonly item: PageVector }
  | { readonly type: 'svg'; readonly item: PageSvg };

/** A line as pdfmake's element writer needs it. */
export type LayoutLine = {
  x: number;
  y: number;
  readonly inlines: readonly [];
  getHeight: () => number;
  getWidth: () => number;
  getAscenderHeight: () => number;
  clone: () => LayoutLine;
};

export type PageVector =
  | {
      type: 'line';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      lineWidth: number;
      lineColor: string;
      dash?: unknown;
    }
  | {
      type: 'rect';
      x: number;
      y: number;
      w: number;
      h: number;
      lineWidth?: number;
      lineColor?: string;
      color?: string;
    };

/** `S` is what pdfmake was given as SVG: a drawing of ours until it is drawn, then its text. */
export type PageSvg<S = Drawing> = { x: number; y: number; _width: number; _height: number; svg: S; font?: string };

export type LayoutPage = {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
};

/** Where the layout stands: points from the top left corner of the page. */
export type LayoutContext = {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  readonly pages: LayoutPage[];
  readonly pageMargins: { readonly top: number; readonly bottom: number };
  moveDown: (points: number) => void;
  addMargin: (left: number, right: number) => void;
};

type PageWriter = {
  readonly transactionLevel: number;
  context: () => LayoutContext;
  addLine: (line: LayoutLine) => unknown;
  addVector: (vector: PageVector, ignoreContextX?: boolean, ignoreContextY?: boolean) => unknown;
  moveToNextPage: () => void;
};

export type Margin = [number, number, number, number];

/** A node as it is laid out: ours, with the marks of pdfmake's measuring. */
export type LayoutNode = DefinitionNode & {
  readonly positions?: unknown[];
  /** Left, top, right, bottom. */
  readonly _margin?: Margin;
  /** Of columns. */
  readonly _gap?: number;
  /** Of a table. */
  readonly _layout?: TableLayout;
  readonly _offsets?: { readonly offsets: readonly number[]; readonly total: number };
  /** Of a canvas. */
  readonly _minHeight?: number;
  /** Of a drawing. */
  readonly _width?: number;
  readonly _height?: number;
  readonly font?: string;
};

export type RowLayout = {
  readonly cells: readonly LayoutNode[];
  readonly tableNode?: LayoutNode;
  readonly rowIndex?: number;
};

/** Widths, paddings and colours of a table, asked for by row or column. */
export type TableLayout = Readonly<
  Record<string, ((index: number, node: TableNode) => number | string | null) | boolean | number | null>
>;

// Methods, not function properties, so that subclasses may override them as methods.
export type LayoutBuilderBase = {
  writer: PageWriter;
  docPreprocessor: { preprocessDocument: (content: unknown) => unknown };
  docMeasure: { measureDocument: (content: unknown) => unknown };
  layoutDocument(
    content: unknown,
    pdfDocument: unknown,
    styles: Record<string, unknown>,
    defaultStyle: Record<string, unknown>,
  ): LayoutPage[];
  tryLayoutDocument(...parts: readonly unknown[]): { pages: LayoutPage[] };
  processNode(node: LayoutNode): void;
  processVerticalContainer(node: LayoutNode): void;
  processColumns(node: LayoutNode): void;
  processRow(row: RowLayout): unknown;
  processTable(node: LayoutNode): void;
  processLeaf(node: LayoutNode): void;
  processSVG(node: LayoutNode): void;
  processCanvas(node: LayoutNode): void;
};

export const LayoutBuilderBase =
  part<
    new (
      pageSize: { width: number; height: number; orientation: string },
      pageMargins: { left: number; top: number; right: number; bottom: number },
    ) => LayoutBuilderBase
  >('LayoutBuilder');

export type RendererBase = {
  readonly pdfDocument: PdfDocumentBase;
  renderPages(pages: readonly LayoutPage[]): void;
  renderSVG(svg: PageSvg<string>): void;
};

export const RendererBase = part<new (pdfDocument: unknown) => RendererBase>('Renderer');

/** The document catalog (ISO 32000-1, 7.7.2). */
export const catalogOf = (document: PdfDocumentBase): Record<string, unknown> => document._root.data;

/** Makes `font` one of the document's: it is embedded when the document ends. */
export const keepFont = (document: PdfDocumentBase, name: string, font: PdfFont): void => {
  document._fontFamilies[name] = font;
};

/** Makes `font` the one that pdfkit's text, and so svg-to-pdfkit's, is set in. */
export const useFont = (document: PdfDocumentBase, font: PdfFont): void => {
  document._font = font;
};

/** Takes away the space above a node that has been measured: it stands at the head of a page. */
export const dropSpaceAbove = (node: LayoutNode): void => {
  if (node._margin) node._margin[1] = 0;
};

/** Tells pdfkit that `length` bytes have been written: its cross-reference table counts them. */
export const moveOffset = (document: PdfDocumentBase, length: number): void => {
  document._offset += length;
};
