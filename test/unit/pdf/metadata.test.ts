// What a file says of itself: XMP that takes any text, and the colour profile that PDF/A asks for.
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../../src/pdf/srgb-profile.ts';
import { dateOf, xmpOf } from '../../../src/pdf/xmp.ts';

const info = {
  title: '红旗区2017年政府工作报告要点 <& "讲义"',
  subject: '',
  author: '红旗区人民政府办公室',
  keywords: '红旗区, 2016',
  language: 'zh-CN',
  date: '2017-04-21',
  claims: true,
};

describe('XMP', () => {
  it('is well-formed whatever the title is, and says it unchanged', () => {
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('text', (text) => texts.push(text));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xmpOf(info)).close();
    expect(texts).toContain(info.title);
    expect(texts.join(' ')).toContain('2017-04-21T00:00:00Z');
  });

  it('leaves out what is empty', () => {
    expect(xmpOf(info)).not.toContain('dc:description');
  });

  it('says that the file keeps to PDF/UA-1 and PDF/A-2a, or to neither', () => {
    expect(xmpOf(info)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmpOf(info)).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmpOf({ ...info, claims: false })).not.toMatch(/<pdf(?:ua|a)(?:id|Extension|Schema)/);
  });

  it('takes a date that is none as the first there is', () => {
    expect(dateOf('2017年').getTime()).toBe(0);
  });
});

describe('the sRGB profile', () => {
  const profile = srgbProfile();
  const data = new DataView(profile.buffer);
  const word = (at: number): string => String.fromCharCode(...profile.subarray(at, at + 4));

  it('is a display profile for RGB of the size that it says', () => {
    expect(data.getUint32(0)).toBe(profile.length);
    expect([word(12), word(16), word(20), word(36)]).toEqual(['mntr', 'RGB ', 'XYZ ', 'acsp']);
    expect(profile.length).toBeLessThan(700);
  });

  it('has every tag of a matrix profile inside it, on words of four bytes', () => {
    const tags = Array.from({ length: data.getUint32(128) }, (_, index) => 132 + index * 12);
    expect(tags.map(word)).toEqual(
      expect.arrayContaining(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']),
    );
    for (const at of tags) {
      expect(data.getUint32(at + 4) % 4).toBe(0);
      expect(data.getUint32(at + 4) + data.getUint32(at + 8)).toBeLessThanOrEqual(profile.length);
    }
  });

  it('has primaries that add up to the white of D50', () => {
    const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => {
      const at =
        Array.from({ length: data.getUint32(128) }, (_, index) => 132 + index * 12).find((tag) => word(tag) === name) ??
        0;
      const start = data.getUint32(at + 4) + 8;
      return [0, 4, 8].map((offset) => data.getInt32(start + offset) / 65536);
    });
    const white = [0, 1, 2].map((axis) => columns.reduce((total, column) => total + (column[axis] ?? 0), 0));
    [0.9642, 1, 0.8249].forEach((value, axis) => expect(white[axis]).toBeCloseTo(value, 3));
  });
});
