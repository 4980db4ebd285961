// The options of `jianbao build` that are more than a word or a number.
import type { OptionValues } from '../parse-arguments.ts';

/** `brief,handout` as a list; undefined when the option was not given. */
export const listOption = (value: OptionValues[string]): readonly string[] | undefined =>
  typeof value === 'string'
    ? value
        .split(/[,，]/)
        .map((item) => item.trim())
        .filter((item) => item !== '')
    : undefined;

/** Milliseconds that one report may take: two minutes unless told, 0 for no limit. */
export const readTimeout = (value: OptionValues[string]): number => Math.max(0, Number(value ?? 120)) * 1000;

/** `2/5` as shard 2 of 5; the whole when nothing is asked; undefined when it is written wrongly. */
export const readShard = (
  value: OptionValues[string],
): { readonly index: number; readonly count: number } | undefined => {
  if (value === undefined) return { index: 1, count: 1 };
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(String(value));
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  return match && index >= 1 && index <= count ? { index, count } : undefined;
};
