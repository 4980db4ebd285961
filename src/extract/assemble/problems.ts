// Reads the problems that a report admits. Takes paragraphs, gives each problem as one text without the words that lead
// up to it (在肯定成绩的同时，我们也清醒地看到……, 一是), so that it can be printed on its own.
import type { Report } from '../../report/schema.ts';

type Place = { readonly section: string; readonly sentence: number };

const admits =
  /(?:清醒|深刻|也)(?:地)?(?:认识|看到|意识)|(?:存在|面临)(?:着|的|一些|不少)*(?:困难|问题|不足|短板|差距|矛盾)|问题和不足|困难和问题/;

const kinds = '(?:困难|问题|挑战|不足|矛盾|短板|差距|制约|风险)';
/** 面临的问题和挑战, 还存在不少困难和问题: says that there are problems, not which. */
const unnamed = new RegExp(
  `(?:面临|存在|不少|一些|许多|诸多|很多|各种|道路上|进程中)[^，]*(?:${kinds}[和与、]?(?:新|老)?)+(?:，?主要(?:是|表现在|体现在))?$`,
  'u',
);
/** 在充分肯定成绩的同时, 成绩来之不易: what is said before problems are. */
const praise =
  /^(?:但是?)?(?:与此同时$|(?:总结|回顾)[^，]*工作$|在?(?:充分|看到|肯定|总结|回顾|取得|自豪)[^，]*(?:成绩|成就|进步|同时))|(?:发展成就|成绩)[^，]*(?:令人|来之不易)/u;
const sees = /^.*?(?:清醒|深刻|清楚|充分|也)(?:地)?(?:认识|看到|意识)到?/u;

/** The words of one problem, from where it says which; empty when it never does. */
const fromTheProblem = (part: string): string => {
  const listed = /^(?:[^：:]{0,100}[：:])?(.*)$/su.exec(part)?.[1] ?? part;
  const clauses = listed.split('，');
  let leading = true;
  while (clauses.length > 0 && leading) {
    const clause = (clauses[0] ?? '').trim();
    const said = clause.replace(sees, '');
    leading = said === '' || praise.test(said) || (unnamed.test(said) && said.length <= 40) || said === '当前';
    if (leading) clauses.shift();
    else clauses[0] = said;
  }
  // 对照党的要求，工作还存在一些问题和不足: measured against something, still not which
  if (clauses.length === 2 && /^对[照标]/u.test(clauses[0] ?? '') && unnamed.test(clauses[1] ?? '')) return '';
  return clauses
    .join('，')
    .replace(
      /^(?:(?:主要(?:是|表现在|体现在)|第?[一二三四五六七八九十]+(?:是|，)|同时|特别是|尤其是|此外|另外|是)[，：]?)+/u,
      '',
    )
    .trim();
};

/** What a report says of itself after its problems, or of what it did about them. */
const isNoProblem = (words: string): boolean =>
  words.length < 6 ||
  words.length > 120 ||
  /^(?:对此|对这些|面对|针对|我们|这些|各位代表|以上|(?:积极|着力|大力|扎实|深入|全面|持续)?(?:开展|推进|推动|完成|实施|落实|解决|建立|坚持))/u.test(
    words,
  ) ||
  /(?:我们(?:必须|将|一定|要)|采取(?:更加)?有力|认真加以解决|切实加以解决|身先士卒|冲锋在前)/u.test(words);

const namesProblem =
  /不足|不够|不[强高优大多快]|不平衡|不充分|不合理|薄弱|滞后|较[低少弱慢大重小窄多]|偏[低大小少弱慢重]|压力|困难|突出|短板|差距|缺乏|缺少|下降|下滑|繁重|艰巨|矛盾|问题|制约|瓶颈|隐患|尚未|不到位|不适应|仍(?:然|需|有|较)|依然|还(?:有|不|需|存在)|有待|亟待|任重|严峻/u;

/** UTF-16 units of a part that is looked into: keeps the search linear in texts without stops. */
const longest = 400;

/** The problems that a report admits, parted at semicolons, full stops and 一是、二是. */
export const problemsOf = (
  paragraphs: readonly { readonly text: string; readonly source: Place }[],
): Report['problems'] =>
  paragraphs
    .filter(({ text }) => admits.test(text.slice(0, 120)))
    .flatMap(({ text, source }) =>
      text
        .split(/[；;。]|[，：](?=[一二三四五六七八九]是)/u)
        .filter((part) => part.length <= longest)
        .map(fromTheProblem)
        .filter((words) => !isNoProblem(words) && namesProblem.test(words))
        .map((words) => ({ text: words, source })),
    );
