// Takes the title of a section, gives the lead-in that stands before its text or names it in a table.
// A short title that the data give is taken as it is; else the first clause, and a long one without its words of zeal.

/** Characters that a lead-in may take; a name in a table may take more before it is cut. */
const comfortable = 12;
const mostInTable = 18;

/** 更大力度推动, 坚定不移推进: said before what is done; without them the rest names the same work. */
const zeal =
  /^(?:更大力度|坚定不移|毫不动摇|坚持不懈|持之以恒|千方百计|全力以赴|进一步|大力|着力|全力|奋力|扎实|深入|持续|切实|积极|努力|稳步|不断)(?:推动|推进|抓好)?/u;

/** Words by dictionary, the same on every machine for one version of Node. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The title up to its first mark outside quotes and brackets. */
const firstClause = (title: string): string => {
  let depth = 0;
  let clause = '';
  for (const character of title) {
    if (/[“‘《（【]/u.test(character)) depth += 1;
    else if (/[”’》）】]/u.test(character)) depth -= 1;
    else if (depth <= 0 && /[，,、：:；;。]/u.test(character)) break;
    clause += character;
  }
  return clause === '' ? title : clause;
};

const length = (text: string): number => [...text].length;

/**
 * Whole words from the start, up to a conjunction where there is one; a quote that is left open is closed or left out,
 * and so is a word that leans on what is gone.
 */
const cutAtWord = (clause: string, most: number): string => {
  let kept = '';
  for (const { segment } of words.segment(clause)) {
    if (length(kept + segment) > comfortable) break;
    kept += segment;
  }
  const open = /[“‘《（【][^”’》）】]*$/u.exec(kept);
  const quoted =
    open === null ? kept : clause.slice(0, clause.slice(kept.length).search(/[”’》）】]/u) + kept.length + 1);
  const closed = open === null || length(quoted) <= most ? quoted : kept.slice(0, open.index);
  const first = /^(?<one>[^“‘《（【和与及]{4,})[和与及]/u.exec(closed)?.groups?.['one'] ?? closed;
  return first.replace(/[的和与及对在为向从把将以、]+$/u, '') || [...clause].slice(0, comfortable).join('');
};

/** `扩大内需` for 更大力度推动扩大内需，构建新发展格局. `inTable`: it stands in a cell, not before text on its line. */
export const shortTitle = (
  { title, short }: { readonly title: string; readonly short?: string | undefined },
  inTable = false,
): string => {
  if (short !== undefined) return short;
  const clause = firstClause(title);
  if (length(clause) <= comfortable) return clause;
  const plain = clause.replace(zeal, '');
  const name = length(plain) >= 4 ? plain : clause;
  const most = inTable ? mostInTable : comfortable;
  return length(name) <= most ? name : cutAtWord(name, most);
};
