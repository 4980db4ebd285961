import { describe, expect, test } from 'vitest';
import { round } from '../../../src/figures/decimal.ts';
import {
  addIntervals,
  around,
  coarseInterval,
  disjoint,
  divideIntervals,
  exactly,
  figureInterval,
  gapBetween,
  lastDigitUnit,
  middle,
  multiplyIntervals,
  printInterval,
  rootOf,
  shift,
  stretch,
  subtractIntervals,
} from '../../../src/figures/interval.ts';

describe('what a printed figure can stand for', () => {
  test('half of the last printed digit to both sides', () => {
    expect(figureInterval({ value: '157.5' })).toEqual({ low: '157.45', high: '157.55' });
    expect(figureInterval({ value: '15.0' })).toEqual({ low: '14.95', high: '15.05' });
    expect(figureInterval({ value: '-7' })).toEqual({ low: '-7.5', high: '-6.5' });
  });

  test('the last digit that is not zero carries 余, 多 and 近', () => {
    expect(['1200', '1000', '1234', '3.50', '0.6'].map(lastDigitUnit)).toEqual(['100', '1000', '1', '0.1', '0.1']);
    expect(figureInterval({ value: '1200', modifier: '余' })).toEqual({ low: '1200', high: '1300' });
    expect(figureInterval({ value: '2', modifier: '多' })).toEqual({ low: '2', high: '3' });
    expect(figureInterval({ value: '3000', modifier: '近' })).toEqual({ low: '2500', high: '3000' });
    expect(figureInterval({ value: '3200', modifier: '近' })).toEqual({ low: '3100', high: '3200' });
  });

  test('bounds leave one side open, and change sides for a fall', () => {
    expect(figureInterval({ value: '65', modifier: '以上' })).toEqual({ low: '65' });
    expect(figureInterval({ value: '4.5', modifier: '以内' })).toEqual({ high: '4.5' });
    expect(figureInterval({ value: '-20', modifier: '以上' })).toEqual({ high: '-20' });
    expect(figureInterval({ min: '5', max: '10' })).toEqual({ low: '4.5', high: '10.5' });
    expect(figureInterval({})).toBeUndefined();
  });

  test('a round number may be rounder than its digits say', () => {
    expect(coarseInterval({ value: '7800' })).toEqual({ low: '7750', high: '7850' });
    expect(coarseInterval({ value: '110' })).toEqual(figureInterval({ value: '110' }));
    expect(coarseInterval({ value: '7800', modifier: '余' })).toEqual({ low: '7800', high: '7900' });
  });
});

describe('arithmetic', () => {
  test('the growth of 红旗区 over five years', () => {
    const ratio = divideIntervals(around('157.5'), around('107.7'));
    expect(printInterval(ratio, 3)).toBe('1.461—1.464');
    const average = stretch(shift(rootOf(ratio, 5), '-1'), '100');
    expect(printInterval(average, 2)).toBe('7.88—7.91');
    expect(disjoint(average, around('10.6'))).toBe(true);
    expect(round(gapBetween(average, around('10.6')), 1)).toBe('2.6');
  });

  test('a coarse increment gives a wide rate (容城县 2012: 8.5, +6, 28.6 %)', () => {
    // The level stands in numerator and base, so the ratio is 1 ÷ (1 − increment ÷ level).
    const kept = subtractIntervals(exactly('1'), divideIntervals(around('6'), around('8.5')));
    const average = stretch(shift(rootOf(divideIntervals(exactly('1'), kept), 5), '-1'), '100');
    expect(printInterval(average, 1)).toBe('22.9—34.1');
    expect(disjoint(average, around('28.6'))).toBe(false);
  });

  test('signs and open ends widen, never narrow', () => {
    expect(multiplyIntervals({ low: '-2', high: '3' }, { low: '-1', high: '4' })).toEqual({ low: '-8', high: '12' });
    expect(multiplyIntervals({ low: '1' }, { low: '2', high: '3' })).toEqual({ low: '2' });
    expect(divideIntervals({ low: '1', high: '2' }, { low: '0', high: '4' })).toEqual({ low: '0.25' });
    expect(divideIntervals({ low: '1', high: '2' }, { low: '-1', high: '4' })).toEqual({});
    expect(addIntervals({ low: '1' }, { low: '2', high: '3' })).toEqual({ low: '3' });
    expect(disjoint({ low: '5' }, { low: '1', high: '4' })).toBe(true);
    expect(disjoint({ low: '5' }, { low: '1', high: '5' })).toBe(false);
    expect(middle({ low: '1', high: '4' })).toBe('2.5');
    expect(printInterval({ low: '1.26' }, 1)).toBe('≥1.3');
  });
});
