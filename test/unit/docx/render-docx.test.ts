import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/docx/render-docx.ts';
import type { Block, Document } from '../../../src/tree/tree.ts';
import { walkBlocks, walkInlines, inlinesOf } from '../../../src/tree/walk.ts';
import { context, part, render, runText, type Opened } from './opened.ts';
import { sampleDocument, sampleSheet } from './sample-document.ts';

let handout: Opened;
let xml = '';

beforeAll(async () => {
  handout = await render(sampleDocument);
  xml = part(handout, 'word/document.xml');
});

const plain = (text: string): string => text.replaceAll(/\s/g, '');

/** The texts of a document in the order in which they are read; numbers of headings are Word's to print. */
const textsOf = (document: Document): readonly string[] => {
  const texts: string[] = [];
  walkBlocks(document, (block) => {
    for (const inlines of inlinesOf(block)) {
      walkInlines(inlines, (inline) => {
        if (inline.kind === 'text' || inline.kind === 'figure') texts.push(inline.text);
      });
    }
  });
  return texts.map(plain).filter((text) => text !== '');
};

describe('text', () => {
  it.each([
    ['handout', sampleDocument],
    ['sheet', sampleSheet],
  ])('stands in the order of the tree: %s', async (_, document) => {
    // A row of 报尾 reads left, then right; with one right text the order of the tree is that of the rows.
    const read = plain(runText(part(await render(document), 'word/document.xml')));
    let at = 0;
    const lost = textsOf(document).filter((text) => {
      const found = read.indexOf(text, at);
      if (found >= 0) at = found + text.length;
      return found < 0;
    });
    expect(lost).toEqual([]);
  });

  it('is not added to: what is generated are page numbers in fields only', () => {
    const written = plain(runText(xml)).length;
    const entries = sampleDocument.blocks.flatMap((block) =>
      block.kind === 'contents' ? block.entries.map((entry) => entry.number) : [],
    );
    const given = [...textsOf(sampleDocument), ...entries].join('').length;
    // The colon after a term in one column, and the page numbers 1, 2, 14 of the contents.
    expect(written - given).toBe('：'.length + '1214'.length);
  });
});

describe('contents', () => {
  it('is a TOC field filled with pages, that Word does not ask about', () => {
    expect(xml).toContain('TOC \\o &quot;1-2&quot; \\h \\z \\u');
    const entries = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs)].map(([entry]) =>
      runText(entry),
    );
    expect(entries).toEqual(['一、过去五年1', '（一）经济增长2', '二、今年安排14']);
    expect(xml).not.toContain('w:dirty');
    expect(part(handout, 'word/settings.xml')).not.toContain('updateFields');
  });

  it('refers to bookmarks that stand at the headings', () => {
    const references = [...xml.matchAll(/PAGEREF (\S+)/g)].map(([, name]) => name);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    expect(references).toHaveLength(3);
    expect(references.filter((name) => !bookmarks.has(name))).toEqual([]);
  });

  it('opens and closes each field as often', () => {
    const counts = ['begin', 'separate', 'end'].map((type) => xml.split(`w:fldCharType="${type}"`).length - 1);
    expect(counts).toEqual([4, 4, 4]);
  });
});

describe('the package', () => {
  it('numbers relationships, bookmarks and drawings from one', () => {
    expect([...handout.parts.keys()].filter((path) => path.endsWith('.rels')).length).toBeGreaterThan(3);
    for (const [path] of handout.parts) {
      if (!path.endsWith('.rels')) continue;
      const ids = [...part(handout, path).matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids).toEqual(ids.map((_, index) => `rId${index + 1}`));
    }
    const drawings = [...xml.matchAll(/<wp:docPr [^>]*id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(drawings).toEqual([1, 2]);
    const starts = [...xml.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(starts).toEqual(starts.map((_, index) => index));
  });

  it('refers to parts that are there', () => {
    const broken: string[] = [];
    for (const path of handout.parts.keys()) {
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const [relationship, target = ''] of part(handout, path).matchAll(
        /<Relationship [^>]*Target="([^"]+)"[^>]*>/g,
      )) {
        if (relationship.includes('TargetMode="External"')) continue;
        const resolved = new URL(target, `file:///${folder}`).pathname.slice(1);
        if (!handout.parts.has(resolved)) broken.push(`${path}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('holds no part that nothing needs', () => {
    const unused = [...handout.parts.keys()].filter((path) => /footnotes|endnotes|custom/.test(path));
    expect(unused).toEqual([]);
    expect(part(handout, '[Content_Types].xml')).not.toMatch(/footnotes|endnotes|custom/);
    expect(part(handout, 'word/_rels/document.xml.rels')).not.toMatch(/footnotes|endnotes/);
    expect(part(handout, '_rels/.rels')).not.toContain('custom');
  });

  it('tells the type of every part', () => {
    const types = part(handout, '[Content_Types].xml');
    const untold = [...handout.parts.keys()].filter((path) => {
      const ending = path.split('.').at(-1) ?? '';
      return (
        path !== '[Content_Types].xml' &&
        !types.includes(`PartName="/${path}"`) &&
        !types.includes(`Extension="${ending}"`)
      );
    });
    expect(untold).toEqual([]);
  });

  it('bears the document’s date, title, subject, author and language', () => {
    const core = part(handout, 'docProps/core.xml');
    for (const value of [
      '二〇一七年政府工作报告讲义',
      '会议讲义',
      '红旗区人民政府办公室',
      '红旗区，政府工作报告',
      'zh-CN',
    ]) {
      expect(core).toContain(`>${value}<`);
    }
    expect(core.match(/2017-04-21T00:00:00Z/g)).toHaveLength(2);
  });
});

describe('bytes', () => {
  it('are the same for the same document, whatever was written before', async () => {
    await render(sampleSheet);
    const again = await render(sampleDocument);
    expect(Buffer.from(again.bytes).equals(Buffer.from(handout.bytes))).toBe(true);
  });

  it('differ when a figure differs', async () => {
    const changed = await render({ ...sampleDocument, meta: { ...sampleDocument.meta, title: '另一份' } });
    expect(Buffer.from(changed.bytes).equals(Buffer.from(handout.bytes))).toBe(false);
  });

  it('leave the document as it was', async () => {
    const before = JSON.stringify(sampleDocument);
    await render(sampleDocument);
    expect(JSON.stringify(sampleDocument)).toBe(before);
  });
});

describe('page numbers', () => {
  it('stand at right on odd pages and at left on even ones, between dashes', () => {
    const footers = [...handout.parts.keys()]
      .filter((path) => /^word\/footer\d\.xml$/.test(path))
      .map((path) => part(handout, path));
    expect(footers).toHaveLength(2);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(['right', 'left']);
    for (const footer of footers) expect(runText(footer)).toBe('—  —');
    expect(part(handout, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('are left out when the template does not number', async () => {
    const sheet = await render(sampleSheet);
    expect([...sheet.parts.keys()].filter((path) => path.includes('footer'))).toEqual([]);
  });
});

describe('what cannot be written', () => {
  it('is a page that the theme does not have', async () => {
    const outcome = await renderDocx(
      { ...sampleDocument, page: { ...sampleDocument.page, name: 'billboard' } },
      context,
    );
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['docx/invalid']);
  });

  it('is a chart of something that is no number', async () => {
    const chart: Block = {
      kind: 'chart',
      type: 'bar',
      title: [],
      unit: '%',
      categories: ['增速'],
      series: [{ name: '2016年', values: ['约七'], role: 'result' }],
      refs: [],
      description: '',
      height: 0,
    };
    const outcome = await renderDocx({ ...sampleDocument, blocks: [chart] }, context);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['docx/invalid']);
  });
});
