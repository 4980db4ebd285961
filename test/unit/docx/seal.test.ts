import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { seal, type SealOptions } from '../../../src/docx/seal.ts';

const relationships = (...entries: readonly (readonly [string, string])[]): string =>
  `<Relationships>${entries.map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (modified: string): Uint8Array =>
  zipSync(
    {
      'docProps/core.xml': strToU8(
        '<x><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z</dcterms:created></x>',
      ),
    },
    { mtime: modified },
  );

const compiled = (linkId: string, modified: string): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    ['word/document.xml', `<w:hyperlink r:id="${linkId}"/><w:p r:id="rId1"/>`],
    ['word/_rels/document.xml.rels', relationships(['rId1', 'styles.xml'], [linkId, 'https://www.example.cn'])],
    ['word/charts/chart1.xml', '<c:chart/>'],
    ['word/embeddings/sheet1.xlsx', workbook(modified)],
    ['[Content_Types].xml', '<Types/>'],
  ]);

const options: SealOptions = {
  parts: new Map([['docProps/core.xml', '<core/>']]),
  finishChart: (xml, index) => `${xml}<!--${index}-->`,
  moment: '2017-04-21T00:00:00Z',
};

describe('seal', () => {
  it('gives the same bytes whatever ids were drawn and whenever it was packed', () => {
    const one = seal(compiled('rIdq8x-aa', '2020-05-05T00:00:00'), options);
    const other = seal(compiled('rIdzz_91', '2024-01-01T12:00:00'), options);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('numbers relationships in their order and in what refers to them', () => {
    const parts = unzipSync(seal(compiled('rIdq8x', '2020-05-05T00:00:00'), options));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toBe(
      '<w:hyperlink r:id="rId2"/><w:p r:id="rId1"/>',
    );
  });

  it('puts parts in, mends charts and dates the workbook', () => {
    const parts = unzipSync(seal(compiled('rIdq8x', '2020-05-05T00:00:00'), options));
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toBe('<core/>');
    expect(strFromU8(parts['word/charts/chart1.xml'] ?? new Uint8Array())).toBe('<c:chart/><!--0-->');
    const inner = unzipSync(parts['word/embeddings/sheet1.xlsx'] ?? new Uint8Array());
    expect(strFromU8(inner['docProps/core.xml'] ?? new Uint8Array())).toContain('>2017-04-21T00:00:00Z<');
  });
});
