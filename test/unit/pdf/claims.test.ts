// What a document may claim: both standards or neither, by what it holds.
import { describe, expect, it } from 'vitest';
import { mayClaim } from '../../../src/pdf/claims.ts';
import type { Block, Document } from '../../../src/tree/tree.ts';
import { sampleDocument, sampleSheet } from '../docx/sample-document.ts';

const described = (blocks: readonly Block[], description: string): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'chart') return { ...block, description };
    return block.kind === 'columns'
      ? { ...block, columns: block.columns.map((column) => described(column, description)) }
      : block;
  });

const titled = (title: string): Document => ({ ...sampleDocument, meta: { ...sampleDocument.meta, title } });

describe('a document', () => {
  it('with title, language and descriptions may claim PDF/UA-1 and PDF/A-2a', () => {
    expect(mayClaim(sampleDocument)).toBe(true);
    expect(mayClaim(sampleSheet)).toBe(true);
  });

  it('without a title may not', () => {
    expect(mayClaim(titled(''))).toBe(false);
    expect(mayClaim(titled(' '))).toBe(false);
  });

  it('with a chart that nothing describes may not', () => {
    expect(mayClaim({ ...sampleDocument, blocks: described(sampleDocument.blocks, '') })).toBe(false);
  });

  it('with a character that only one font knows the meaning of may not', () => {
    const blocks: readonly Block[] = [
      ...sampleDocument.blocks,
      { kind: 'paragraph', role: 'body', children: [{ kind: 'text', text: '\uE000' }] },
    ];
    expect(mayClaim({ ...sampleDocument, blocks })).toBe(false);
  });
});
