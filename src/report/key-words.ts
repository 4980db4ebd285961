// Finds what a key means by the place where its map stands: `sections[].observations[]`, empty for the file itself.
import { figureKeys, indicatorKeys, shapes, type Key } from './data-keys.ts';

/** What a key at a place means. */
export type WordsOf = (place: string, key: string) => Key | undefined;

const places: ReadonlyMap<string, Readonly<Record<string, Key>>> = new Map(
  shapes.flatMap(({ at, keys, figure }) =>
    at.map((place) => [place, figure ? { ...figureKeys, ...keys } : keys] as const),
  ),
);

/** For data files of reports. */
export const reportKey: WordsOf = (place, key) => places.get(place)?.[key];

/** For data/indicators.yaml. */
export const indicatorKey: WordsOf = (place, key) =>
  place === 'indicators[]'
    ? indicatorKeys[key]
    : key === 'indicators'
      ? ['指标', 'indicators', '见下']
      : reportKey('', key);
