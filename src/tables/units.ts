// Units as they stand in tables by themselves: 亿元, 万人次, %, 元/人.
import { readUnit, type UnitClass } from '../extract/units.ts';
import { splitUnit } from '../figures/unit.ts';

/** What a unit measures; undefined for a text that is no unit. */
export const classOf = (text: string): UnitClass | undefined => {
  const unit = text === '％' ? '%' : text;
  for (const base of [unit, splitUnit(unit).base]) {
    const read = readUnit(base, 0);
    if (base !== '' && read?.end === base.length) return read.class;
  }
  return undefined;
};

/** A unit and nothing else. Words that are units beside a number but stand for other things alone are none. */
export const isUnit = (text: string): boolean =>
  classOf(text) !== undefined && !/^(?:大|市|县|村|乡镇|年|月|日|天|次|位|名次|位次|城|道|类|种)$/.test(text);
