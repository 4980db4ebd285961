// Makes a small report around sentences, so that a test can say only the sentence that it is about.
import { extractFacts } from '../../../src/extract/facts.ts';
import type { Fact } from '../../../src/extract/fact.ts';

export type Sentences = { readonly review?: string; readonly span?: string; readonly plan?: string };

/** A report of 2017 that reviews 2016 and 2012—2016 and plans 2017. */
export const reportOf = ({ review = '', span = '', plan = '' }: Sentences): string =>
  [
    '政府工作报告',
    '——2017年3月8日在清河县第十六届人民代表大会第一次会议上',
    '清河县人民政府县长 周文清',
    '各位代表：',
    '现在，我代表县人民政府向大会作工作报告，请予审议。',
    '一、2016年工作回顾',
    review,
    '二、过去五年工作回顾',
    span,
    '三、2017年主要任务',
    plan,
    '各位代表！让我们携起手来，为建设美好清河而努力奋斗！',
  ]
    .filter((line) => line !== '')
    .join('\n');

/** The facts of a small report, without those that need not be found. */
export const factsOf = (sentences: Sentences): Fact[] =>
  extractFacts(reportOf(sentences)).filter((fact) => !fact.optional);

/** One line for each fact: text, subject, kind, period. */
export const told = (sentences: Sentences): string[] =>
  factsOf(sentences).map((fact) => [fact.text, fact.subject, fact.kind, fact.period].join(' '));
