// The document tree: the hub between templates and writers.
// It says what a document holds, not how a format draws it; it knows no stage and no library.
// All nodes are readonly plain objects, told apart by `kind`; a writer switches over `kind` exhaustively.
import type { Span } from '../diagnostics/diagnostic.ts';

// ---------------------------------------------------------------- inlines

export type Inline = Text | Strong | Emphasis | Figure | Link | LineBreak | Blank;

/** A run of text. Characters are literal: no markup, no escapes. */
export type Text = { readonly kind: 'text'; readonly text: string; readonly span?: Span };

/** Set in the head face (黑): lead-ins and key words. */
export type Strong = { readonly kind: 'strong'; readonly children: readonly Inline[] };

/** Set in 楷: names of documents, quotations, asides. */
export type Emphasis = { readonly kind: 'emphasis'; readonly children: readonly Inline[] };

/**
 * A figure of the report, number with unit as it is printed (`157.5亿元`), which never breaks over lines.
 * `ref` is the statement it states (see report/statements.ts), so that a finished page can be traced to the source.
 */
export type Figure = { readonly kind: 'figure'; readonly text: string; readonly ref: string; readonly span?: Span };

export type Link = { readonly kind: 'link'; readonly target: string; readonly children: readonly Inline[] };

export type LineBreak = { readonly kind: 'break' };

/** A place to write in by hand: a rule `em` wide, with what is to be written there as its description. */
export type Blank = { readonly kind: 'blank'; readonly em: number; readonly description: string };

// ---------------------------------------------------------------- blocks

export type Block =
  | Masthead
  | Banner
  | Title
  | Heading
  | Paragraph
  | List
  | Table
  | Cards
  | Columns
  | Chart
  | Terms
  | WritingLines
  | Contents
  | Imprint
  | Group
  | Rule
  | PageBreak;

/** What every block may carry. */
export type BlockBase = {
  readonly span?: Span;
  /**
   * When the page limit is passed, blocks give up rows (of a table, cards, chart) or themselves in the order of this
   * number, lowest first; blocks without it never yield. See arrange/fit.ts.
   */
  readonly yields?: number;
  /** How many rows stay however tight it gets; 0 lets the whole block go. */
  readonly keepRows?: number;
  /** A shorter form of the block before it: it takes that block's place when that one yields, which it does as a whole. */
  readonly short?: true;
};

/** 报头: name in red, issue number, unit at left and date at right on one line, red rule. */
export type Masthead = BlockBase & {
  readonly kind: 'masthead';
  readonly name: readonly Inline[];
  readonly issue: readonly Inline[];
  readonly unit: readonly Inline[];
  readonly date: readonly Inline[];
};

/** The top band of a sheet: title at left, place and meeting at right, red rule. */
export type Banner = BlockBase & {
  readonly kind: 'banner';
  readonly title: readonly Inline[];
  readonly aside: readonly (readonly Inline[])[];
};

/** The document's title, with lines under it (speaker, meeting, date). */
export type Title = BlockBase & {
  readonly kind: 'title';
  readonly children: readonly Inline[];
  readonly subtitles: readonly (readonly Inline[])[];
};

export type Heading = BlockBase & {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** Stable id from the heading's place and text, for bookmarks and contents. */
  readonly id: string;
  /** The number as printed, `一、` or `（一）` or `1．`; empty when the template does not number. */
  readonly number: string;
  readonly children: readonly Inline[];
};

export type ParagraphRole = 'body' | 'lead' | 'note' | 'source' | 'question' | 'flush';

/** `body` is indented by two em; `flush` is not; `lead` is set in 楷; `note` and `source` are small. */
export type Paragraph = BlockBase & {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  readonly children: readonly Inline[];
};

export type List = BlockBase & {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
};

export type Alignment = 'left' | 'center' | 'right' | 'decimal';

export type Column = {
  readonly header: readonly Inline[];
  readonly align: Alignment;
  /** Relative width; 0 asks for the width of the content. */
  readonly width: number;
};

export type Cell = { readonly children: readonly Inline[] };

export type Row = {
  readonly cells: readonly Cell[];
  /** A row that opens a group: set across, in the head face. */
  readonly group: boolean;
};

export type Table = BlockBase & {
  readonly kind: 'table';
  /** The caption, with its number put before by arrange (表1 and an ideographic space); empty when there is none. */
  readonly caption: readonly Inline[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly (readonly Inline[])[];
  readonly density: 'normal' | 'compact';
};

export type Card = {
  readonly label: readonly Inline[];
  readonly value: readonly Inline[];
  readonly unit: readonly Inline[];
  readonly note: readonly Inline[];
};

export type Cards = BlockBase & {
  readonly kind: 'cards';
  readonly perRow: number;
  readonly size: 'large' | 'small';
  readonly cards: readonly Card[];
};

/** Blocks side by side; `widths` are relative, one for each column. */
export type Columns = BlockBase & {
  readonly kind: 'columns';
  readonly widths: readonly number[];
  readonly columns: readonly (readonly Block[])[];
};

export type ChartType = 'bar' | 'column' | 'stacked';

export type Series = {
  readonly name: string;
  /** Decimal text, one for each category; null where the report gives none. */
  readonly values: readonly (string | null)[];
  /** `target` is drawn as an outline, so that it is told from the result in grey print. */
  readonly role: 'result' | 'target' | 'base';
};

export type Chart = BlockBase & {
  readonly kind: 'chart';
  readonly type: ChartType;
  readonly title: readonly Inline[];
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Statement refs of the values drawn, for tracing. */
  readonly refs: readonly string[];
  /** One sentence with the figures, for those who cannot see the chart. */
  readonly description: string;
  /** Height in mm; 0 lets the writer work it out from the number of bars. */
  readonly height: number;
};

/** 名词解释: terms with their explanations, in one or two columns. */
export type Terms = BlockBase & {
  readonly kind: 'terms';
  readonly perRow: 1 | 2;
  readonly entries: readonly { readonly term: readonly Inline[]; readonly explanation: readonly Inline[] }[];
};

/** Ruled lines to write on, `pitch` mm apart. `count` 0 fills the rest of the page. */
export type WritingLines = BlockBase & { readonly kind: 'lines'; readonly count: number; readonly pitch: number };

export type ContentsEntry = {
  readonly level: 1 | 2 | 3 | 4;
  readonly id: string;
  readonly number: string;
  readonly children: readonly Inline[];
};

/** 目录: filled by arrange from the headings down to `depth`; page numbers are the writers' work. */
export type Contents = BlockBase & {
  readonly kind: 'contents';
  readonly title: readonly Inline[];
  readonly depth: 1 | 2 | 3;
  readonly entries: readonly ContentsEntry[];
};

/** 报尾/版记: at the foot of the last page between two rules. */
export type Imprint = BlockBase & {
  readonly kind: 'imprint';
  readonly left: readonly (readonly Inline[])[];
  readonly right: readonly (readonly Inline[])[];
};

/** Blocks kept together, with a role that a theme may style. */
export type Group = BlockBase & {
  readonly kind: 'group';
  readonly role: 'keep' | 'foot';
  readonly blocks: readonly Block[];
};

export type Rule = BlockBase & { readonly kind: 'rule' };
export type PageBreak = BlockBase & { readonly kind: 'pagebreak' };

// ---------------------------------------------------------------- document

export type DocumentMeta = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** BCP 47, `zh-CN`. */
  readonly language: string;
  /** ISO date that the document bears, from the data: `2017-04-21`. The files' own dates are made from it. */
  readonly date: string;
  readonly reportId: string;
  readonly template: string;
};

/** What the template's front matter asks of the page. */
export type PageRequest = {
  /** Name of a page in the theme: `gongwen`, `sheet`. */
  readonly name: string;
  readonly size: 'A4' | 'A5' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  /** The most pages the document may take; 0 for no limit. */
  readonly limit: number;
  /** Whether page numbers are printed. */
  readonly numbered: boolean;
};

export type Document = {
  readonly kind: 'document';
  readonly meta: DocumentMeta;
  readonly page: PageRequest;
  readonly blocks: readonly Block[];
  /** Leading as a part of the theme's, 1 unless fit has tightened it. */
  readonly leading: number;
};

/** For the default of an exhaustive switch: a new kind of node then fails to compile until it is drawn. */
export const unreachable = (node: never): never => {
  throw new Error(`unknown node ${JSON.stringify(node)}`);
};
