// Takes the pages of a theme as written, gives them with those filled in that are another page at another scale:
// `pocket: { like: sheet, scale: 0.8 }`. Type takes the nearest size that has a name, 8 points or more however
// small the paper; margins are scaled with the paper by the writers. What a page states itself goes before.
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export const isMap = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `top` over `base`, key by key. */
export const overlay = (base: Plain, top: Plain): Plain => {
  if (!isMap(base) || !isMap(top)) return top;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(top)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [below, above] = [base[key], top[key]];
      return [key, above === undefined ? (below ?? null) : below === undefined ? above : overlay(below, above)];
    }),
  );
};

/** Type sizes that have a name, points: 初号 to 小五, and 8, the smallest that is printed. */
const named = [42, 36, 26, 22, 18, 16, 15, 14, 12, 10.5, 9, 8] as const;

const nearestNamed = (size: number): number =>
  named.reduce<number>((best, one) => (Math.abs(one - size) < Math.abs(best - size) ? one : best), named[0]);

/** What is a ratio, a count or an em, or is scaled with the paper already. */
const unscaled: ReadonlySet<string> = new Set(['margins', 'grid', 'pitch', 'indent']);

const quarter = (points: number): number => Math.round(points * 4) / 4;

const scaled = (value: Plain, key: string, scale: number): Plain => {
  if (unscaled.has(key)) return value;
  if (typeof value === 'number') return key === 'size' ? nearestNamed(value * scale) : quarter(value * scale);
  if (!isMap(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, scaled(item, name, scale)]));
  // Leading goes with the size that the type really takes.
  const [size, was, leading] = [inside['size'], value['size'], value['leading']];
  if (typeof size !== 'number' || typeof was !== 'number' || typeof leading !== 'number') return inside;
  return { ...inside, leading: quarter((leading * size) / was) };
};

/** The pages, and the names of those that are `like` a page which does not exist or is derived itself. */
export const derivePages = (pages: Plain): { readonly pages: Plain; readonly lost: readonly string[] } => {
  if (!isMap(pages)) return { pages, lost: [] };
  const lost: string[] = [];
  const made = Object.entries(pages).map(([name, page]): [string, Plain] => {
    if (!isMap(page) || page['like'] === undefined) return [name, page];
    const { like, scale = 1, ...own } = page;
    const base = typeof like === 'string' ? pages[like] : undefined;
    if (!isMap(base) || base['like'] !== undefined || typeof scale !== 'number' || !(scale > 0)) {
      lost.push(name);
      return [name, own];
    }
    return [name, overlay(scaled(base, name, scale), own)];
  });
  return { pages: Object.fromEntries(made), lost };
};
