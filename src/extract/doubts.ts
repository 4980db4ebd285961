// Says why a person should look at a figure: the reason that goes into `review`, or none.
// A doubt never drops or changes a figure. The reasons are the whole list; docs/extract.md explains them.
import type { Draft } from './grammar/draft.ts';

const rateNouns =
  /率|度|比例|比重|占比|比值|覆盖|指数|满意|达标|幅|系数|浓度|份额|贡献|水平|面|完成|目标|增|降|进度|成数|比$/;

const unmatched = (text: string): boolean => {
  const count = (chars: string): number => [...text].filter((char) => chars.includes(char)).length;
  return count('“') !== count('”') || count('《') !== count('》') || count('（(') !== count('）)');
};

/** The first reason to doubt a figure; undefined when there is none. */
export const doubtOf = (draft: Draft): string | undefined => {
  const { subject, kind, unit, role } = draft;
  if (draft.review !== undefined) return draft.review;
  if (subject === '') return '没有找到指标名称';
  if (subject.length > 24) return '指标名称过长，请改短';
  if (unmatched(subject) || /^[的了等其之]|[的了把将被向对]$/.test(subject)) return '指标名称可能切得不对';
  if (/^[十百千万亿]*$/.test(unit)) return '原文没有写单位';
  if (
    kind === 'level' &&
    role === undefined &&
    draft.value !== '100' &&
    (unit === '%' || unit === '‰') &&
    !rateNouns.test(subject)
  )
    return '不清楚是比率还是增速';
  return undefined;
};
