// The reader under proof: files of other makers, written here by hand as those makers write them, and pdf.js as a second
// witness for what text a file of ours gives.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openForProof } from '../../../src/proof/pdf-reading/open.ts';
import { proofFile } from '../../../src/proof/proof.ts';
import { pdfText, squeeze } from '../../helpers/read-text.ts';
import { writeObjects } from './repack-pdf.ts';
import { pdfOf, sample } from './sample.ts';

const text = (bytes: Uint8Array): string =>
  (openForProof(bytes)?.paragraphs ?? []).map((paragraph) => paragraph.text).join('\n');

const stream = (content: string, dict = ''): string =>
  `<< ${dict} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A page with one font, as simple producers write it. */
const page = (font: string, content: string, more: readonly (readonly [number, string])[] = []): Uint8Array =>
  writeObjects(
    new Map([
      [0, '<< /Size 9 /Root 1 0 R >>'],
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595.28 841.89] >>'],
      [3, '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'],
      [4, stream(content)],
      [5, font],
      ...more,
    ]),
  );

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

describe('text', () => {
  it('of our files is what pdf.js reads', async () => {
    const bytes = await pdfOf(sample);
    const drawn =
      openForProof(bytes)?.pages.flatMap(({ glyphs }) => glyphs.filter(({ mark }) => mark.artifact === '')) ?? [];
    expect(squeeze(drawn.map((glyph) => glyph.text).join(''))).toBe(await pdfText(bytes));
  }, 30_000);

  it('of simple fonts comes from their encoding', () => {
    expect(text(page(helvetica, 'BT /F1 12 Tf 72 700 Td (GDP 7.1% \\2262016\\251) Tj ET'))).toBe('GDP 7.1% –2016©');
  });

  it('of glyph names comes from the names', () => {
    const font =
      '<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /one /uni4EBF /percent] >> >>';
    expect(text(page(font, 'BT /F1 12 Tf 72 700 Td (ABC) Tj ET'))).toBe('1亿%');
  });

  it('of composite fonts comes from ToUnicode, ranges and all', () => {
    const map =
      '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0003> <0005> <4EBF> endbfrange 1 beginbfchar <0009> <D86DDCCE> endbfchar';
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>';
    const descendant = '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /DW 1000 /W [3 [500] 4 5 750] >>';
    const bytes = page(font, 'BT /F1 10 Tf 72 700 Td <000300040009> Tj ET', [
      [6, descendant],
      [7, stream(map)],
    ]);
    expect(text(bytes)).toBe('亿什𫓎');
    const glyphs = openForProof(bytes)?.pages[0]?.glyphs ?? [];
    expect(glyphs.map(({ x, width }) => [x, width])).toEqual([
      [72, 5],
      [77, 7.5],
      [84.5, 10],
    ]);
  });

  it('follows lines, scales, forms and rotation', () => {
    const content =
      'q 2 0 0 2 0 0 cm BT /F1 6 Tf 14 TL 36 350 Td (one) Tj T* (two) Tj ET Q BT 0 1 -1 0 300 300 Tm /F1 9 Tf (side) Tj ET';
    const opened = openForProof(page(helvetica, content));
    expect(
      opened?.paragraphs.flatMap(({ lines }) =>
        lines.map((line) => [line.text, line.size, Math.round(line.baseline * 10) / 10, line.number]),
      ),
    ).toEqual([
      ['one', 12, 141.9, 1],
      ['two', 12, 169.9, 2],
    ]);
    expect(opened?.pages[0]?.glyphs.filter(({ upright }) => !upright)).toHaveLength(4);
  });
});

/** A row of the cross-reference. */
const row = (kind: number, second: number, third: number): number[] => [kind, second >> 8, second & 255, third];

/** The same page with its objects in a compressed object stream and a cross-reference stream. */
const modern = (): Uint8Array => {
  const objects = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>'],
    [3, '<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 4 0 R >> >> >>'],
    [4, helvetica],
  ] as const;
  let heads = '';
  let bodies = '';
  for (const [number, object] of objects) {
    heads += `${number} ${bodies.length} `;
    bodies += `${object} `;
  }
  const packed = deflateSync(Buffer.from(heads + bodies, 'latin1'));
  const content = deflateSync(Buffer.from('BT /F1 12 Tf 72 700 Td (packed) Tj ET'));
  const parts: Buffer[] = [];
  const offsets = new Map<number, number>();
  const push = (...more: readonly (string | Uint8Array)[]): void => {
    for (const part of more) parts.push(typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part));
  };
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  push('%PDF-1.7\n');
  offsets.set(5, length());
  push(
    `5 0 obj\n<< /Type /ObjStm /N 4 /First ${heads.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    packed,
    '\nendstream\nendobj\n',
  );
  offsets.set(6, length());
  push(`6 0 obj\n<< /Filter /FlateDecode /Length ${content.length} >>\nstream\n`, content, '\nendstream\nendobj\n');
  const start = length();
  const table = [
    row(0, 0, 0),
    ...[0, 1, 2, 3].map((index) => row(2, 5, index)),
    row(1, offsets.get(5) ?? 0, 0),
    row(1, offsets.get(6) ?? 0, 0),
  ];
  // PNG prediction "up", as most producers write it.
  const predicted = table.flatMap((values, index) => [
    2,
    ...values.map((value, at) => (value - (table[index - 1]?.[at] ?? 0)) & 255),
  ]);
  const coded = deflateSync(Uint8Array.from(predicted));
  push(
    `7 0 obj\n<< /Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length ${coded.length} >>\nstream\n`,
    coded,
    `\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`,
  );
  return Uint8Array.from(Buffer.concat(parts));
};

describe('files', () => {
  it('with object streams and cross-reference streams', () => {
    const opened = openForProof(modern());
    expect(opened?.file.repaired).toBe(false);
    expect(opened?.paragraphs.map((paragraph) => paragraph.text)).toEqual(['packed']);
  });

  it('whose cross-reference is lost are searched for objects', () => {
    const broken = Buffer.from(
      Buffer.from(modern())
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n3'),
      'latin1',
    );
    const opened = openForProof(broken);
    expect(opened?.file.repaired).toBe(true);
    expect(opened?.paragraphs.map((paragraph) => paragraph.text)).toEqual(['packed']);
  });

  it('that are cut short, or lead in circles, give findings and no exception', () => {
    const whole = modern();
    for (let end = 0; end < whole.length; end += 37) {
      expect(() => proofFile('cut.pdf', whole.subarray(0, end), { rules: 'auto' })).not.toThrow();
    }
    const circle = writeObjects(
      new Map([
        [0, '<< /Size 4 /Root 1 0 R >>'],
        [1, '<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R /StructTreeRoot 3 0 R >>'],
        [2, '<< /Type /Pages /Kids [2 0 R 2 0 R] >>'],
        [3, '<< /First 3 0 R /Next 3 0 R /S /P /K [3 0 R] >>'],
      ]),
    );
    expect(proofFile('circle.pdf', circle, { rules: 'auto' }).findings).toMatchObject([{ rule: 'file/unreadable' }]);
  });

  it('of other makers are judged without our tags: fonts fail, tags are noticed', () => {
    const { findings, ours } = proofFile('other.pdf', page(helvetica, 'BT /F1 12 Tf 72 700 Td (plain) Tj ET'), {
      rules: 'auto',
    });
    expect(ours).toBe(false);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'notice tag/title',
      'notice tag/language',
      'notice tag/none',
      'failure font/not-embedded',
      'notice font/no-unicode',
    ]);
  });
});
