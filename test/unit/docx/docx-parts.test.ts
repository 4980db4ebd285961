import { Document, NextAttributeComponent, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compileParts } from '../../../src/docx/docx-parts.ts';

const sample = (): Document =>
  new Document({
    sections: [{ children: [new Paragraph({ children: [new TextRun({ text: '甲 & 乙', size: 24 })] })] }],
  });

describe('the parts of docx that its types keep private', () => {
  it('are those that it zips, with the same text', async () => {
    const zipped = unzipSync(await Packer.toBuffer(sample()));
    const parts = compileParts(sample());
    expect([...parts.keys()].toSorted()).toEqual(Object.keys(zipped).toSorted());
    for (const path of ['word/document.xml', 'word/styles.xml', '[Content_Types].xml']) {
      expect(parts.get(path), path).toBe(strFromU8(zipped[path] ?? new Uint8Array()));
    }
  });

  it('write attributes in their order and leave out those that have no value', () => {
    const attributes = new NextAttributeComponent({
      fill: { key: 'w:fill', value: 'FFFFFF' },
      // docx itself gives such: its types do not say so.
      color: { key: 'w:color', value: undefined as unknown as string },
      val: { key: 'w:val', value: 0 },
    });
    const written = attributes.prepForXml({ stack: [] } as never);
    expect(JSON.stringify(written)).toBe('{"_attr":{"w:fill":"FFFFFF","w:val":0}}');
  });
});
