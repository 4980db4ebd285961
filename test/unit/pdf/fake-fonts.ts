// A font set without fonts: full-width characters one em, the rest half, for tests that lay out but do not draw.
import { readFileSync } from 'node:fs';
import type { Face, FontSet } from '../../../src/fonts/font-set.ts';
import { loadTheme } from '../../../src/theme/load-theme.ts';
import type { Role, Theme } from '../../../src/theme/theme.ts';
import type { Block, Document, Inline } from '../../../src/tree/tree.ts';

const face = (key: string, bold: boolean): Face => ({
  key,
  family: key,
  bold,
  bytes: new Uint8Array(),
  covers: () => true,
  advance: (codePoint) => (codePoint < 0x2000 ? 0.5 : 1),
  ascender: 0.88,
  descender: -0.12,
});

const faces = new Map(
  (['title', 'hei', 'kai', 'fangsong', 'song'] as const).flatMap((role) =>
    [false, true].map((bold) => [`${role}${bold}`, face(`${role}${bold ? '-bold' : ''}`, bold)] as const),
  ),
);

const faceOf = (role: Role, bold: boolean): Face => {
  const found = faces.get(`${role}${bold}`);
  if (found === undefined) throw new Error(`no face for ${role}`);
  return found;
};

export const fakeFonts: FontSet = {
  faces: [...faces.values()],
  resolve: faceOf,
  runs: (text, role, bold) => (text === '' ? [] : [{ text, face: faceOf(role, bold) }]),
  subset: async () => new Uint8Array(),
  whole: async () => new Uint8Array(),
};

const themeText = readFileSync(new URL('../../../templates/theme.yaml', import.meta.url), 'utf8');

export const theme: Theme = (() => {
  const { value } = loadTheme('templates/theme.yaml', themeText, themeText);
  if (value === undefined) throw new Error('the theme of the package cannot be read');
  return value;
})();

export const t = (text: string): Inline[] => [{ kind: 'text', text }];

export const body = (text: string): Block => ({ kind: 'paragraph', role: 'body', children: t(text) });

/** A document of 红旗区 with these blocks on a page of the theme. */
export const documentOf = (page: 'gongwen' | 'sheet', blocks: readonly Block[], limit = 0): Document => ({
  kind: 'document',
  meta: {
    title: '红旗区2017年政府工作报告要点',
    subject: '政府工作报告简报',
    author: '红旗区人民政府办公室',
    keywords: ['红旗区', '2016'],
    language: 'zh-CN',
    date: '2017-04-21',
    reportId: 'hongqi-2017',
    template: 'brief',
  },
  page: { name: page, size: 'A4', orientation: 'portrait', limit, numbered: true },
  blocks,
  leading: 1,
});
