import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/tree/tree.ts';
import { part, render, runText } from './opened.ts';
import { sampleDocument } from './sample-document.ts';

const paragraph = (children: readonly Inline[], role: 'body' | 'lead' = 'body'): Block => ({
  kind: 'paragraph',
  role,
  children,
});
const text = (value: string): Inline => ({ kind: 'text', text: value });

/** The XML of a document of one paragraph. */
const xmlOf = async (block: Block): Promise<string> =>
  part(await render({ ...sampleDocument, blocks: [block] }), 'word/document.xml');

describe('runs', () => {
  it('carry no formatting in plain text', async () => {
    expect(await xmlOf(paragraph([text('项目建设加快推进')]))).toContain(
      '<w:r><w:t xml:space="preserve">项目建设加快推进</w:t></w:r>',
    );
  });

  it.each(['“', '”', '‘', '’', '—', '…', '·'])('carry the East Asian hint with %s', async (mark) => {
    expect(await xmlOf(paragraph([text(`全区${mark}十三五`)]))).toContain('<w:rFonts w:hint="eastAsia"/>');
  });

  it('take 黑 and 楷 from character styles', async () => {
    const xml = await xmlOf(
      paragraph([
        { kind: 'strong', children: [text('项目')] },
        { kind: 'emphasis', children: [text('公报')] },
      ]),
    );
    expect(xml).toContain('<w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">项目');
    expect(xml).toContain('<w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t xml:space="preserve">公报');
  });

  it('name the face that a character falls back to', async () => {
    const xml = await xmlOf(paragraph([text('李䶮“代表”')], 'lead'));
    expect(xml).toContain('<w:t xml:space="preserve">李</w:t>');
    expect(xml).toMatch(/w:eastAsia="Noto Serif SC"[^>]*\/><\/w:rPr><w:t xml:space="preserve">䶮“<\/w:t>/);
  });

  it('say that they are not bold where the paragraph’s style is and theirs is not', async () => {
    const title: Block = { kind: 'title', children: [{ kind: 'emphasis', children: [text('公报')] }], subtitles: [] };
    expect(await xmlOf(title)).toContain('<w:rStyle w:val="Emphasis"/><w:b w:val="false"/>');
  });

  it('print what looks like markup as the characters they are', async () => {
    const value = '<b>&"\' ** | ::: {{x}} # 甲';
    const xml = await xmlOf(paragraph([text(value)]));
    expect(runText(xml)).toBe(value);
    expect(xml).not.toContain('<b>');
  });

  it('leave out control characters, which XML cannot hold', async () => {
    expect(runText(await xmlOf(paragraph([text('红旗\u0000区\u0008')])))).toBe('红旗区');
  });

  it('link outside by relationship and inside by bookmark', async () => {
    const opened = await render({
      ...sampleDocument,
      blocks: [
        { kind: 'heading', level: 1, id: 'plan', number: '', children: [text('安排')] },
        paragraph([
          { kind: 'link', target: '#plan', children: [text('见后')] },
          { kind: 'link', target: 'https://www.example.cn/a?b=1&c=2', children: [text('原文')] },
        ]),
      ],
    });
    const xml = part(opened, 'word/document.xml');
    const [, bookmark = ''] = /<w:bookmarkStart [^>]*w:name="([^"]+)"/.exec(xml) ?? [];
    expect(bookmark).not.toBe('');
    expect(xml).toContain(`w:anchor="${bookmark}"`);
    const [, id = ''] = /<w:hyperlink [^>]*r:id="(rId\d+)"/.exec(xml) ?? [];
    expect(part(opened, 'word/_rels/document.xml.rels')).toMatch(
      new RegExp(`Id="${id}"[^>]*Target="https://www.example.cn/a\\?b=1&amp;c=2"`),
    );
  });

  it('draw a place to write in as wide as asked, in spaces that do not break', async () => {
    const xml = await xmlOf(paragraph([{ kind: 'blank', em: 8, description: '姓名' }]));
    expect(xml).toContain(`<w:rStyle w:val="Blank"/></w:rPr><w:t xml:space="preserve">${'\u00A0'.repeat(16)}</w:t>`);
  });
});
