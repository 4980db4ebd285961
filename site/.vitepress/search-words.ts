// How a text is cut into words for the search: Chinese has no spaces, so it is cut into pairs of characters.
// The function is sent to the browser as text: it may use nothing from outside itself.

/** `数据一页纸 PDF` → 数据 据一 一页 页纸 and the single characters, pdf. */
export const searchWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)*/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run, ...run.split(/[-_/.]/u).filter((part) => part !== run)];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((character, at) => `${characters[at]}${character}`)];
  });

/** A query asks for pairs; a single character only where it stands alone. */
export const queryWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)*/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    if (!/\p{Script=Han}/u.test(run)) return run.split(/[-_/.]/u);
    if (characters.length === 1) return [run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
