// Helpers that print one figure, change or rank.
import { gives, value, type Helper } from './helper-type.ts';
import { figureMarkup, Markup, markupOf } from './markup.ts';
import { joinPhrases, rankPhrase } from './phrases.ts';
import { markup } from './shape.ts';
import type { ChangeView, FigureView, RowView } from './view-shape.ts';

const dash = new Markup('—');

/**
 * （同口径）, （比2005年） behind a growth that stands without words, so that it is not taken for a plain one; long bases in
 * short.
 */
const basisMark = ({ basis, against }: ChangeView): string => {
  const since = /比[\d—]+年/u.exec(against)?.[0];
  if (since !== undefined) return `（${since}）`;
  if (basis === '') return '';
  const short = /^按?(?:[\d]*年)?(同口径|可比口径|自然口径|可比价|不变价|可比)(?:格)?(?:计算)?$/u.exec(basis)?.[1];
  return `（${short ?? (basis.length > 7 ? '另有口径' : basis)}）`;
};

export const figureHelpers: Readonly<Record<string, Helper>> = {
  figure: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '数据连单位，不拆行：157.5亿元', en: 'a figure with its unit, never broken' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'text', new Markup('')),
  },
  amount: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '数据的数，不带单位；没有为 —', en: 'the number of a figure without its unit, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'number', dash),
  },
  cell: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '表格里的数据连单位；没有为 —', en: 'a figure in a table, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'text', dash),
  },
  plot: {
    takes: ['figure'],
    gives: gives(markup),
    help: { zh: '图里的数；没有为 —', en: 'the bare number for a chart, or —' },
    run: (values) => figureMarkup(value<FigureView>(values, 0), 'plotted', dash),
  },
  change: {
    takes: ['change'],
    gives: gives(markup),
    help: { zh: '▲ 同比增长 7.1%', en: 'a growth with sign and word' },
    run: (values) => {
      const one = value<ChangeView>(values, 0);
      return one
        ? markupOf([`${one.sign} ${one.against}${one.word}${one.word === '' ? '' : ' '}`, one])
        : new Markup('');
    },
  },
  signedChange: {
    takes: ['change'],
    gives: gives(markup),
    help: { zh: '表格里的增速，下降带负号；没有为 —', en: 'a growth in a table, with a minus for a fall, or —' },
    run: (values) => {
      const one = value<ChangeView>(values, 0);
      return one ? markupOf([{ text: one.signed, ref: one.ref }, basisMark(one)]) : dash;
    },
  },
  rankList: {
    takes: ['row'],
    options: ['none'],
    gives: gives(markup),
    help: { zh: '位次：四区第一；没有为 none', en: 'the ranks of a row, or none=' },
    run: (values, options) => {
      const ranks = value<RowView>(values, 0)?.ranks ?? [];
      return ranks.length === 0 ? String(options['none'] ?? '') : markupOf(joinPhrases(ranks.map(rankPhrase), '，'));
    },
  },
};
