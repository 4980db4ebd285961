// Takes one statement of a report, gives the figure that it states and the word that stands before it.
import type { Statement } from '../report/statements.ts';
import { figureView } from './view-rows.ts';
import type { FigureView } from './view-shape.ts';

/** What is said before a figure, after the name of its indicator. */
export const wordOf = (statement: Statement): string => {
  const falls = statement.value?.startsWith('-') === true;
  switch (statement.kind) {
    case 'growth_yoy':
      return falls ? '同比下降' : '同比增长';
    case 'growth_annual_avg':
      return falls ? '年均下降' : '年均增长';
    case 'target_growth':
      return falls ? '下降' : '增长';
    case 'target_completion_rate':
      return '完成目标的';
    case 'multiple':
      return '是原来的';
    case 'comparison_points':
      return falls ? '低于' : '高出';
    case 'level':
    case 'count':
    case 'share':
    case 'rate':
    case 'rank':
    case 'target_level':
      return '';
    default:
      return statement.kind;
  }
};

export const figureOf = (statement: Statement): FigureView => {
  if (statement.text !== undefined) {
    return { text: statement.text, number: statement.text, unit: '', ref: statement.ref, plotted: '' };
  }
  const positive = wordOf(statement) === '' ? statement.value : statement.value?.replace(/^-/u, '');
  return figureView({ ...statement, value: positive }, statement.ref);
};
