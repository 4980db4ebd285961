import { describe, expect, test } from 'vitest';
import { scale } from '../../../src/figures/decimal.ts';
import { convert, dimensionOf, splitUnit, toBaseUnit } from '../../../src/figures/unit.ts';

describe('units', () => {
  test('splits the power of ten from what is counted', () => {
    expect(splitUnit('亿元')).toEqual({ exponent: 8, base: '元' });
    expect(splitUnit('万亿元')).toEqual({ exponent: 12, base: '元' });
    expect(splitUnit('千万元')).toEqual({ exponent: 7, base: '元' });
    expect(splitUnit('万千瓦')).toEqual({ exponent: 4, base: '千瓦' });
    expect(splitUnit('千瓦')).toEqual({ exponent: 0, base: '千瓦' });
    expect(splitUnit('%')).toEqual({ exponent: 0, base: '%' });
  });

  test('scales by 万 and 亿 without losing written digits', () => {
    expect(toBaseUnit('122.6', '亿元')).toBe('12260000000');
    expect(convert('7654', '万美元', '亿美元')).toBe('0.7654');
    expect(convert('8.50', '亿元', '万元')).toBe('85000');
    expect(convert('8', '亿元', '亿美元')).toBeUndefined();
    expect(scale('1.50', 1)).toBe('15.0');
  });

  test('one base unit for the different writings of it', () => {
    expect(dimensionOf('万㎡')).toBe('平方米');
    expect(dimensionOf('亿元')).toBe(dimensionOf('万元'));
    expect(dimensionOf('万美元')).not.toBe(dimensionOf('万元'));
    expect(toBaseUnit('1.5', '平方公里')).toBe(toBaseUnit('150', '万平方米'));
    expect(toBaseUnit('35', '万㎡')).toBe('350000');
  });
});
