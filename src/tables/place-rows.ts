// Tables with a place in each row (各县区主要指标) and indicators in columns: which rows are places, which one is wanted.
import { narrow } from './headers.ts';

const placeName =
  /^(?:全[国省市区县州旗]|合计|总计|.{1,14}(?:省|市|区|县|旗|州|盟|镇|乡|街道|街道办事处|新区|开发区|示范区))$/u;

const tidy = (text: string): string => narrow(text).replaceAll(/\s+/g, '');

/** Whether the rows are places: most of their labels end like one. */
export const arePlaces = (labels: readonly string[]): boolean => {
  const shown = labels.map(tidy).filter((label) => label !== '');
  return shown.length > 0 && shown.filter((label) => placeName.test(label)).length > shown.length * 0.6;
};

/** The index of the row of one of these places, which may be named in full: 新乡市红旗区 is 红旗区. */
export const rowOfPlace = (labels: readonly string[], places: readonly string[]): number | undefined => {
  const at = labels.map(tidy).findIndex((label) => label.length > 1 && places.some((place) => place.endsWith(label)));
  return at < 0 ? undefined : at;
};
