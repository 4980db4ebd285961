// Which file names serve which font role, as Markdown, from fonts/fonts.yaml.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFontConfig, type Candidate } from '../../src/fonts/font-config.ts';
import { slotName } from '../../src/fonts/messages.ts';
import { roles, type Role } from '../../src/theme/theme.ts';
import { root } from '../helpers/project-engine.ts';
import type { Language } from './command-reference.ts';

const uses: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '小标宋：报头、标题', en: '小标宋 `title`: mastheads, titles' },
  hei: { zh: '黑体：一级标题、数字、图', en: '黑体 `hei`: first heads, large figures, charts' },
  kai: { zh: '楷体：二级标题、导语', en: '楷体 `kai`: second heads, leads' },
  fangsong: { zh: '仿宋：正文', en: '仿宋 `fangsong`: running text' },
  song: { zh: '宋体：表格、注', en: '宋体 `song`: tables, notes' },
};

const heads = {
  zh: '| 用途 | 能认出的文件名 | 没有时 |\n| --- | --- | --- |',
  en: '| role | file names that are known | without |\n| --- | --- | --- |',
} as const;

const packages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '@expo-google-fonts/noto-serif-sc': { zh: '自带的思源宋体', en: 'Noto Serif SC, bundled' },
  '@expo-google-fonts/noto-sans-sc': { zh: '自带的思源黑体', en: 'Noto Sans SC, bundled' },
  '@fontsource/lxgw-wenkai': { zh: '自带的霞鹜文楷', en: 'LXGW WenKai, bundled' },
};

const fallbackOf = (candidate: Candidate | undefined, language: Language): string => {
  if (candidate !== undefined && 'package' in candidate) return packages[candidate.package]?.[language] ?? candidate.package;
  if (candidate === undefined || !('role' in candidate)) return '';
  return slotName({ role: candidate.role, weight: candidate.weight ?? 'regular' })[language];
};

/** A row a role: use, file names, what serves without. Names of `.otf` are there only to be refused with a message. */
export const fontReference = (language: Language): string => {
  const file = 'fonts/fonts.yaml';
  const config = readFontConfig(file, readFileSync(path.join(root, file), 'utf8')).value;
  if (config === undefined) throw new Error(`${file} is not to be read`);
  const rows = roles.map((role) => {
    const candidates = config.roles[role].regular;
    const names = candidates.flatMap((candidate) => ('file' in candidate ? candidate.file : []));
    const shown = names.filter((name) => !name.endsWith('.otf')).map((name) => `\`${name}\``);
    return `| ${uses[role][language]} | ${shown.join(' ')} | ${fallbackOf(candidates.at(-1), language)} |`;
  });
  return [heads[language], ...rows].join('\n');
};
