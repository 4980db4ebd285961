// Which period a time means in a report on 2015.
import { describe, expect, it } from 'vitest';
import { resolveTime } from '../../../src/extract/times.ts';

const years = { reviewed: 2015, planned: 2016 };

describe('since a year', () => {
  it.each([
    [2011, '2011-2015'],
    [2015, '2015'],
    [2016, '2016'],
  ])('%i means %s', (year, period) => {
    expect(resolveTime({ kind: 'since', year }, years)).toBe(period);
  });
});
