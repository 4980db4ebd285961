// The picture of a first page: its size, what is seen on it, the same bytes each time.
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../src/gallery/draw-picture.ts';

/** A PDF of one page with a red bar across its upper half. */
const pdf = (width: number, height: number): Uint8Array => {
  const content = `0.78 0.06 0.18 rg 0 ${height / 2} ${width} ${height / 2} re f`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n`);
};

const colourAt = (png: Uint8Array, x: number, y: number): readonly number[] => {
  const { width, data, palette = [] } = decode(png);
  return palette[data[y * width + x] ?? 0] ?? [];
};

describe('the picture of a first page', () => {
  it('is as high as the page shows it on a screen of double density, and as wide as the page asks', async () => {
    const [portrait, landscape] = [await drawPicture(pdf(595, 842)), await drawPicture(pdf(842, 595))];
    expect([portrait.width, landscape.width]).toEqual([300, 600]);
    expect(decode(portrait.png)).toMatchObject({ width: 300, height: 424 });
    expect(decode(landscape.png)).toMatchObject({ width: 600, height: 424 });
  });

  it('shows the page in its colours', async () => {
    const { png } = await drawPicture(pdf(595, 842));
    const [red = 0, green = 0, blue = 0] = colourAt(png, 150, 100);
    expect(red).toBeGreaterThan(180);
    expect(Math.max(green, blue)).toBeLessThan(60);
    expect(colourAt(png, 150, 400)).toEqual([255, 255, 255]);
  });

  it('is the same bytes each time, and small', async () => {
    const [once, again] = [await drawPicture(pdf(595, 842)), await drawPicture(pdf(595, 842))];
    expect(once.png).toEqual(again.png);
    expect(once.png.length).toBeLessThan(2000);
  });

  it('rejects what is not a PDF', async () => {
    await expect(drawPicture(new TextEncoder().encode('not a PDF'))).rejects.toThrow();
  });
});
