// This project as one of the compared: a text as a document tree of body paragraphs, tags and bookmarks included.
import { renderPdf } from '../../src/pdf/pdf.ts';
import type { Document } from '../../src/tree/tree.ts';
import { packageVersion } from '../../src/version.ts';
import type { ComparedText, Maker, Setup } from './compared.ts';

export const documentOf = ({ name, paragraphs }: ComparedText): Document => ({
  kind: 'document',
  meta: {
    title: name,
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2017-01-01',
    reportId: name,
    template: '',
  },
  page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: false },
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', role: 'body', children: [{ kind: 'text', text }] })),
  leading: 1,
});

export const ours = ({ engine, fonts }: Setup): Maker => ({
  name: 'jianbao',
  version: packageVersion(),
  make: async (text) => {
    const { value, diagnostics } = await renderPdf(documentOf(text), { theme: engine.theme, fonts });
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    return value.bytes;
  },
});
