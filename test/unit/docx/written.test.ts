import { Document, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { compileParts, type Parts } from '../../../src/docx/docx-parts.ts';
import { asChildren, Written } from '../../../src/docx/written.ts';

const compile = (...pieces: readonly Written[]): Parts =>
  compileParts(new Document({ sections: [{ children: [new Paragraph({ children: asChildren(pieces) })] }] }));

const bodyOf = (parts: Parts): string =>
  /<w:body>(.*)<w:sectPr/.exec(String(parts.get('word/document.xml')))?.[1] ?? '';

describe('XML that we write', () => {
  it('stands among what docx writes, in order and as it is', () => {
    const pieces = ['甲 $& &amp; {乙}', '丙'].map((text) => new Written('w:r', `<w:r><w:t>${text}</w:t></w:r>`));
    expect(bodyOf(compile(...pieces))).toBe(
      '<w:p><w:r><w:t>甲 $& &amp; {乙}</w:t></w:r><w:r><w:t>丙</w:t></w:r></w:p>',
    );
  });

  it('brings its links to the relationships of its part', () => {
    const link = { id: 'link1', target: 'https://www.example.cn/' };
    const parts = compile(new Written('w:hyperlink', '<w:hyperlink r:id="rIdlink1"/>', [link]));
    expect(String(parts.get('word/_rels/document.xml.rels'))).toContain(
      'Id="rIdlink1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" ' +
        'Target="https://www.example.cn/" TargetMode="External"',
    );
  });

  it('is written anew with each document', () => {
    compile(new Written('w:r', '<w:r><w:t>先</w:t></w:r>'));
    expect(bodyOf(compile(new Written('w:r', '<w:r><w:t>后</w:t></w:r>')))).toBe('<w:p><w:r><w:t>后</w:t></w:r></w:p>');
  });
});
