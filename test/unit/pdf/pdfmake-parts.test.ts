// The seams of pdfmake that the writer hangs on are there, in the one version that it is made for.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { LayoutBuilderBase, PdfDocumentBase, RendererBase } from '../../../src/pdf/pdfmake-parts.ts';

const require = createRequire(import.meta.url);

describe('pdfmake', () => {
  it('is the version that src/pdf was written for', () => {
    expect((require('pdfmake/package.json') as { version: string }).version).toBe('0.3.11');
  });

  it.each([
    [
      'LayoutBuilder',
      LayoutBuilderBase,
      [
        'tryLayoutDocument',
        'processNode',
        'processVerticalContainer',
        'processColumns',
        'processRow',
        'processTable',
        'processLeaf',
        'processSVG',
        'processCanvas',
      ],
    ],
    ['Renderer', RendererBase, ['renderSVG']],
    ['PDFDocument', PdfDocumentBase, ['addContent', 'endMetadata', 'font', 'ref', 'flushPages']],
  ] as const)('%s has the methods that ours stand in for', (_, base, methods) => {
    const prototype: Readonly<Record<string, unknown>> = base.prototype;
    for (const method of methods) expect(prototype[method], method).toBeTypeOf('function');
  });
});
