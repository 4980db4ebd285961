// Takes the `{key=value}` of a directive, gives typed values with defaults; what it does not know is a problem.
// Each getter names its key once: the keys asked for are the keys allowed.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { BlockBase } from '../tree/tree.ts';
import type { MarkdownNode } from './markdown.ts';
import { badAttribute, unknownAttribute } from './messages.ts';
import type { Reader } from './reader.ts';

export type Attributes = {
  readonly text: (key: string, fallback: string) => string;
  readonly integer: (key: string, fallback: number) => number;
  readonly number: (key: string, fallback: number) => number;
  readonly choice: <T extends string>(key: string, allowed: readonly [T, ...T[]]) => T;
  /** Words with spaces between; undefined when the key is absent. */
  readonly words: (key: string) => readonly string[] | undefined;
  readonly wrong: (key: string, value: string, allowed: Message) => void;
  /** `yields`, `keep` and `short`, which every block may carry. */
  readonly common: () => Pick<BlockBase, 'yields' | 'keepRows' | 'short'>;
  /** Reports the keys that nobody asked for. */
  readonly finish: () => void;
};

const whole: Message = { zh: '非负整数', en: 'a whole number from 0' };

export const attributesOf = (node: MarkdownNode, reader: Reader): Attributes => {
  const given = new Map(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']));
  const asked = new Set<string>();
  const name = node.name ?? '';
  const get = (key: string): string | undefined => {
    asked.add(key);
    return given.get(key);
  };
  const wrong = (key: string, value: string, allowed: Message): void =>
    reader.report(badAttribute(name, key, value, allowed), reader.spanOfPart(node, key));
  const number = (key: string, fallback: number, pattern: RegExp, allowed: Message): number => {
    const value = get(key);
    if (value === undefined) return fallback;
    if (pattern.test(value)) return Number(value);
    wrong(key, value, allowed);
    return fallback;
  };
  return {
    text: (key, fallback) => get(key) ?? fallback,
    integer: (key, fallback) => number(key, fallback, /^\d{1,4}$/, whole),
    number: (key, fallback) => number(key, fallback, /^\d{1,4}(\.\d+)?$/, { zh: '数', en: 'a number' }),
    choice: (key, allowed) => {
      const value = get(key);
      if (value === undefined) return allowed[0];
      const found = allowed.find((one) => one === value);
      if (found === undefined) wrong(key, value, { zh: allowed.join('、'), en: allowed.join(', ') });
      return found ?? allowed[0];
    },
    words: (key) => {
      const value = get(key);
      return value === undefined ? undefined : value.split(/\s+/u).filter((word) => word !== '');
    },
    wrong,
    common: () => {
      const yields = number('yields', -1, /^\d{1,4}$/, whole);
      const keep = number('keep', -1, /^\d{1,4}$/, whole);
      const short = get('short');
      if (short !== undefined && short !== 'true') wrong('short', short, { zh: 'true', en: 'true' });
      return {
        ...(yields >= 0 && { yields }),
        ...(keep >= 0 && { keepRows: keep }),
        ...(short === 'true' && { short: true as const }),
      };
    },
    finish: () => {
      for (const key of given.keys()) {
        if (!asked.has(key)) reader.report(unknownAttribute(name, key, [...asked]), reader.spanOfPart(node, key));
      }
    },
  };
};
