// Ids of what extraction makes: readable, from the words of the report, the same whenever the same text is read.

/** Letters, digits and hyphens of a wording, at most `most` characters: `房屋征收面积`, `工业4-0项目`. */
export const slug = (text: string, most = 24): string => {
  const words = text
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, most)
    .replaceAll(/-+$/g, '');
  return words === '' ? '未名' : words;
};

/** Gives ids that are distinct within one list: `gdp-2016`, then `gdp-2016-2`. */
export const distinctIds = (): ((wanted: string) => string) => {
  const seen = new Map<string, number>();
  return (wanted) => {
    const count = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, count);
    return count === 1 ? wanted : `${wanted}-${count}`;
  };
};
