// Parts a coordination of names (A、B和C) for 分别 and 均, and gives each part what it shares with the others.
import { sharedHeads } from './nouns.ts';

/** Parts a coordination into `count` names, giving a shared head to parts that lack it. */
export const coordinate = (text: string, count: number): readonly string[] | undefined => {
  if (count < 2) return undefined;
  const parts = splitCoordination(text);
  if (parts.length === count) return shareHead(parts);
  if (parts.length > count) {
    // 软件和信息技术服务业、租赁和商务服务业: 和 may stand within a name where 、 parts the list
    const listed = splitCoordination(text, '、');
    return listed.length === count ? shareHead(listed) : undefined;
  }
  // 城乡居民: one word for two
  if (count === 2 && parts.length === 1 && /城乡/.test(text)) {
    return [text.replace('城乡', '城镇').replace('城镇常住居民', '城镇居民'), text.replace('城乡', '农村')];
  }
  const dual = /^(.*?)(国税|地税|进口|出口)?(总量和增速|总量、增速|数量和质量|起数和(?:死亡)?人数)$/.exec(text);
  if (dual && count === 2) return (dual[3] ?? '').split(/[和、]/).map((part) => (dual[1] ?? '') + part);
  return undefined;
};

const splitCoordination = (printed: string, marks = '、和及与'): string[] => {
  // “保交楼”“保交房”交付率: quotations that touch are a list
  const opened = printed.split('”').length > printed.split('“').length ? `“${printed}` : printed;
  const text = opened.replaceAll('”“', '”、“');
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if ('（(“《'.includes(char)) depth += 1;
    else if ('）)”》'.includes(char)) depth -= 1;
    else if (depth === 0) {
      const word = marks !== '、' && text.startsWith('以及', at) ? '以及' : marks.includes(char) ? char : '';
      if (
        word !== '' &&
        !/和(?:谐|平|睦|美)|及(?:时|其)|普及|参与|总和|与会|涉及/.test(text.slice(Math.max(0, at - 1), at + 2)) &&
        at > from
      ) {
        parts.push(text.slice(from, at));
        at += word.length - 1;
        from = at + 1;
      }
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
};

const hasHead = (text: string): boolean =>
  /[数量额率值费度比价]$/.test(text) || sharedHeads.some((word) => text.endsWith(word));

/** 城镇和农村居民人均可支配收入: the head of the last part goes with the earlier ones; a shared beginning goes with the later. */
const shareHead = (parts: readonly string[]): readonly string[] => {
  const last = parts.at(-1) ?? '';
  const head = sharedHeads.find((word) => word.length > 1 && last.endsWith(word) && last.length > word.length);
  const behindQuote = /^“[^”]+”(.{2,})$/.exec(last)?.[1];
  if (head === undefined && behindQuote !== undefined)
    return parts.map((part) => (/^“[^”]+”$/.test(part) ? part + behindQuote : part));
  return parts.map((part) =>
    head !== undefined && part !== last && !hasHead(part)
      ? part + (/居民/.test(last) && !part.includes('居民') && /^(?:城镇|农村)/.test(part) ? '居民' : '') + head
      : part,
  );
};
