import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  halfUnit,
  isDecimal,
  multiply,
  power,
  precisionOf,
  root,
  round,
  roundSignificant,
  subtract,
  trimZeros,
} from '../../../src/figures/decimal.ts';

describe('decimal text', () => {
  test('adds, subtracts and multiplies without binary error', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('6.8', '6.5')).toBe('0.3');
    expect(multiply('1.1', '1.1')).toBe('1.21');
    expect(multiply('123456789012345678901234567890.1', '10000000000000000000000')).toBe(
      '1234567890123456789012345678901000000000000000000000',
    );
  });

  test('division, powers and roots carry 40 digits, and none for what does not exist', () => {
    expect(round(divide('157.5', '107.7') ?? '', 3)).toBe('1.462');
    expect(round(root('1.462396', 5) ?? '', 4)).toBe('1.0790');
    expect(round(power('1.106', '5') ?? '', 3)).toBe('1.655');
    expect(divide('1', '0')).toBeUndefined();
    expect(root('-1', 2)).toBeUndefined();
  });

  test('rounds half to even and keeps the places asked for', () => {
    expect(['0.5', '1.5', '2.5', '-2.5'].map((value) => round(value, 0))).toEqual(['0', '2', '2', '-2']);
    expect(round('3', 1)).toBe('3.0');
    expect(round('-0.04', 1)).toBe('0.0');
    expect(roundSignificant('1226.04', 4)).toBe('1226');
  });

  test('knows the precision of the source', () => {
    expect([precisionOf('15'), precisionOf('15.0'), precisionOf('0.50')]).toEqual([0, 1, 2]);
    expect([halfUnit('157.5'), halfUnit('83'), halfUnit('13.18')]).toEqual(['0.05', '0.5', '0.005']);
    expect(compare('15', '15.0')).toBe(0);
    expect(trimZeros('15.00')).toBe('15');
    expect([isDecimal('-7'), isDecimal('1,000'), isDecimal('1e3'), isDecimal('')]).toEqual([true, false, false, false]);
  });
});
