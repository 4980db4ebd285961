// Markdown that was made by us, told from text that data gave: only this passes into a document unescaped.
import { escapeAttribute, escapeMarkdown } from './escape.ts';
import type { Piece } from './phrases.ts';

/** A piece of Markdown in which every text from data has been escaped. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const figureSource = (text: string, ref: string): string =>
  ref === '' || text === '' ? escapeMarkdown(text) : `:fig[${escapeMarkdown(text)}]{ref="${escapeAttribute(ref)}"}`;

/** `:fig[157.5亿元]{ref="gdp-2016"}` from one of the printed forms of a figure; `absent` when there is none. */
export const figureMarkup = (
  figure: { readonly text: string; readonly number: string; readonly plotted: string; readonly ref: string } | null,
  form: 'text' | 'number' | 'plotted',
  absent: Markup,
): Markup => (figure === null || figure[form] === '' ? absent : new Markup(figureSource(figure[form], figure.ref)));

/** Text escaped, figures as directives. */
export const markupOf = (pieces: readonly Piece[]): Markup =>
  new Markup(
    pieces
      .map((piece) => (typeof piece === 'string' ? escapeMarkdown(piece) : figureSource(piece.text, piece.ref)))
      .join(''),
  );
