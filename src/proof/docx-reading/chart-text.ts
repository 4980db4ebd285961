// The text that a chart part draws: titles and names as they stand, values as the formats of their labels show them.
import { attribute, childOf, childrenOf, descendantsOf, textOf, type XmlElement } from './xml.ts';

/** A cached value as its label shows it: 6 under `0.0` is 6.0. Other formats than ours leave it as it stands. */
const shown = (value: string, format: string): string => {
  const decimals = /^0(?:\.(0+))?(?:;|$)/.exec(format);
  if (decimals === null || !/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  const [whole = '', fraction = ''] = value.split('.');
  const wanted = decimals[1]?.length ?? 0;
  if (fraction.length > wanted) return Number(value).toFixed(wanted);
  return wanted === 0 ? whole : `${whole}.${fraction.padEnd(wanted, '0')}`;
};

const formatOf = (element: XmlElement | undefined): string | undefined =>
  attribute(childOf(element, 'c:numFmt'), 'formatCode');

/** Values of one series; a point's own label comes before that of the series. */
const valuesOf = (series: XmlElement): readonly string[] => {
  const labels = childOf(series, 'c:dLbls');
  const common = formatOf(labels) ?? '';
  const own = new Map(childrenOf(labels, 'c:dLbl').map((label) => [numberOf(label), formatOf(label)]));
  return descendantsOf(childOf(series, 'c:val'), 'c:pt').map((point) =>
    shown(textOf(childOf(point, 'c:v')), own.get(attribute(point, 'idx') ?? '') ?? common),
  );
};

const numberOf = (label: XmlElement): string => attribute(childOf(label, 'c:idx'), 'val') ?? '';

/** Every piece of text of the part. */
export const textsOfChart = (root: XmlElement | undefined): readonly string[] => {
  const series = descendantsOf(root, 'c:ser');
  const values = new Set(series.flatMap((one) => descendantsOf(childOf(one, 'c:val'), 'c:v')));
  const names = descendantsOf(root, 'c:v').filter((one) => !values.has(one));
  return [...[...descendantsOf(root, 'a:t'), ...names].map(textOf), ...series.flatMap(valuesOf)];
};
