// The definition: plain data (but for drawings, which are made late) between the document tree and pdfmake, in pdfmake's words (stack, columns, table, canvas)
// with ours added for what it does not know: composed paragraphs, grounds, grid, foot, tags. It can be printed and compared.
// Lengths are points; colours hexadecimal; faces are keys of the font set.

import type { Table } from '../tree/tree.ts';

/** How a run of text is drawn. */
export type DrawStyle = {
  readonly face: string;
  readonly color: string;
  /** An address outside the document, or a heading's id inside it. */
  readonly link?: { readonly uri: string } | { readonly heading: string };
  /** A place to write in by hand, set as low lines: what is to be written there. */
  readonly blank?: string;
  /** The marker of a list item that runs on with its text. */
  readonly label?: true;
};

export type DefinitionRun = {
  readonly text: string;
  readonly style: DrawStyle;
  readonly size: number;
  readonly unbreakable?: true;
  /** Space added to each full-width character, points. */
  readonly tracking?: number;
};

export type Align = 'left' | 'center' | 'right' | 'justify';

/** How the lines of a paragraph stand. */
export type Format = {
  readonly align: Align;
  /** Distance between baselines, whatever faces mix in a line. */
  readonly leading: number;
  /** The type size that places the baseline in the line. */
  readonly size: number;
  readonly indent: number;
  /** Where lines after the first begin, points from the left. */
  readonly hang?: number;
  /** Lines kept free for the page number at the right of a line of contents. */
  readonly reserve?: number;
  /** Breaks so that the lines are of like length (titles). */
  readonly balanced?: true;
};

/** Names of ISO 32000-1, 14.8.4. */
export type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Note'
  | 'Div'
  | 'Sect'
  | 'Span';

export type Tag = {
  readonly type: TagType;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly colSpan?: number;
};

type NodeBase = {
  /** Left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number];
  readonly tag?: Tag;
  /** The body of a list item: the marker in its first line is tagged apart, before it. */
  readonly labelled?: true;
  /** Stays on the page of the block after it. */
  readonly keepWithNext?: true;
  /** Does not break over pages. */
  readonly keep?: true;
  /** Begins a page; named apart from pdfmake's own `pageBreak`, which layout.ts takes over. */
  readonly breakBefore?: true;
  /** Stands at the foot of its page. */
  readonly foot?: true;
  /** Begins on a line of the page's grid. */
  readonly onGrid?: true;
  /** Fixed width as a child of columns. */
  readonly width?: number;
  /** Colour behind the block. */
  readonly ground?: { readonly color: string };
};

/** A paragraph. pdfmake sees an empty text; layout.ts composes `runs`. */
export type TextNode = NodeBase & {
  readonly text: '';
  readonly runs: readonly DefinitionRun[];
  readonly format: Format;
  /** Makes the paragraph a target of links and a bookmark. */
  readonly heading?: { readonly id: string; readonly level: number; readonly title: string };
  /** Prints the page of a heading at the right end, with dots before it. */
  readonly pageOf?: { readonly heading: string; readonly run: Omit<DefinitionRun, 'text'> };
};

type StackNode = NodeBase & { readonly stack: readonly DefinitionNode[] };

type ColumnsNode = NodeBase & {
  readonly columns: readonly (DefinitionNode & { readonly width: number })[];
  readonly columnGap: number;
  /** Grounds of all columns reach down to the lowest. */
  readonly equal?: true;
};

export type CellNode = DefinitionNode & { readonly colSpan?: number };

/** The place of a cell that another one spans; pdfmake takes an empty text there. */
export type SpannedCell = { readonly text: ''; readonly spanned: true };

export type TableNode = NodeBase & {
  readonly table: {
    /** For pdfmake: layout-nodes.ts copies `columnWidths` here. */
    readonly widths?: readonly { readonly width: number }[];
    readonly headerRows: number;
    readonly dontBreakRows: boolean;
    readonly body: readonly (readonly (CellNode | SpannedCell)[])[];
  };
  readonly layout: 'ruled';
  /** The table that it draws. */
  readonly source: Table;
  /** Rows that open a group: they keep with the row after them. */
  readonly groupRows: readonly boolean[];
  /** Widths of the columns without their paddings. */
  readonly columnWidths: readonly number[];
  /** Continues a table of the page before: its head is repeated. */
  readonly continued?: true;
  /** Widths of the rules: one above each row and one under the last. */
  readonly rules: readonly number[];
  readonly ruleColors: readonly string[];
  readonly paddings: { readonly vertical: number; readonly horizontal: number };
};

export type RuleNode = NodeBase & {
  readonly canvas: readonly {
    readonly type: 'line';
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly lineWidth: number;
    readonly lineColor: string;
  }[];
  /** Height that the drawing takes. */
  readonly height: number;
};

/** A drawing of known size, made as SVG when its page is written. */
export type Drawing = { readonly width: number; readonly height: number; readonly draw: () => string };

type SvgNode = NodeBase & { readonly svg: Drawing; readonly width: number };

/** Rules to write on; `count` 0 fills the page. */
export type WritingLinesNode = NodeBase & {
  readonly stack: readonly [];
  readonly ruled: {
    readonly count: number;
    readonly pitch: number;
    readonly lineWidth: number;
    readonly color: string;
  };
};

export type DefinitionNode = TextNode | StackNode | ColumnsNode | TableNode | RuleNode | SvgNode | WritingLinesNode;

export type PageDefinition = {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Line pitch of the grid; 0 for a free page. */
  readonly pitch: number;
  /** Printed page numbers; absent for none. */
  readonly number?: {
    readonly run: Omit<DefinitionRun, 'text'>;
    /** From the foot of the text area down to the baseline. */
    readonly drop: number;
    /** From the outer edge of the text area. */
    readonly inset: number;
  };
};

export type Definition = {
  readonly page: PageDefinition;
  readonly content: readonly DefinitionNode[];
  readonly info: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    readonly keywords: string;
    readonly language: string;
    /** ISO date. */
    readonly date: string;
    /** Whether the file says that it keeps to PDF/UA-1 and PDF/A-2a, see claims.ts. */
    readonly claims: boolean;
  };
};
