// The texts of all diagnostics of fonts/, one function each, so that tests and documents call the same.
import type { Diagnostic, Message, Span } from '../diagnostics/diagnostic.ts';
import type { Slot } from './font-config.ts';
import type { Role } from '../theme/theme.ts';

const roleNames: Readonly<Record<Role, string>> = {
  title: '小标宋',
  hei: '黑体',
  kai: '楷体',
  fangsong: '仿宋',
  song: '宋体',
};

/** A role and weight as shown to people. */
export const slotName = ({ role, weight }: Slot): Message => ({
  zh: weight === 'bold' ? `${roleNames[role]}（粗）` : roleNames[role],
  en: weight === 'bold' ? `${role} bold` : role,
});

export const unreadable = (file: string, problem: Message): Diagnostic => ({
  severity: 'error',
  code: 'fonts/unreadable',
  file,
  message: { zh: `字体文件${problem.zh}`, en: `the font file ${problem.en}` },
  hint: {
    zh: '换成 TrueType 字体（.ttf），或从 fonts/ 里拿走这个文件',
    en: 'put a TrueType font (.ttf) in its place, or take the file out of fonts/',
  },
});

const notEmbeddable = (file: string, message: Message): Diagnostic => ({
  severity: 'error',
  code: 'fonts/not-embeddable',
  file,
  message,
  hint: {
    zh: '换用允许内嵌的字体，或向字体厂商取得可内嵌的版本',
    en: 'use a font that may be embedded, or ask its maker for a version that may',
  },
});

export const restricted = (file: string): Diagnostic =>
  notEmbeddable(file, {
    zh: '字体声明不许内嵌到文件里（fsType 2）',
    en: 'the font forbids embedding in documents (fsType 2)',
  });

export const noSubsetting = (file: string): Diagnostic =>
  notEmbeddable(file, {
    zh: '字体声明不许取子集，而文件只内嵌用到的字（fsType 0x0100）',
    en: 'the font forbids subsetting, and documents embed only the characters they use (fsType 0x0100)',
  });

export const bitmapOnly = (file: string): Diagnostic =>
  notEmbeddable(file, {
    zh: '字体声明只许内嵌点阵（fsType 0x0200）',
    en: 'the font allows only its bitmaps to be embedded (fsType 0x0200)',
  });

export const previewOnly = (file: string): Diagnostic => ({
  severity: 'warning',
  code: 'fonts/not-embeddable',
  file,
  message: {
    zh: '字体只许内嵌供查看和打印（fsType 4），Word 会以只读方式打开文件',
    en: 'the font may be embedded for viewing and printing only (fsType 4), and Word opens such files read-only',
  },
});

export const noCandidate = (slot: Slot, tried: readonly string[]): Diagnostic => ({
  severity: 'error',
  code: 'fonts/no-candidate',
  message: {
    zh: `${slotName(slot).zh}没有可用的字体，试过：${tried.join('、')}`,
    en: `no font for ${slotName(slot).en}; tried ${tried.join(', ')}`,
  },
  hint: {
    zh: '运行 npm install 装上自带字体，或把字体文件放进 fonts/',
    en: 'run npm install for the bundled fonts, or put a font file into fonts/',
  },
});

export const roleFallback = (slot: Slot, served: Slot): Diagnostic => ({
  severity: 'note',
  code: 'fonts/role-fallback',
  message: {
    zh: `${slotName(slot).zh}没有自己的字体，用${slotName(served).zh}代替`,
    en: `${slotName(slot).en} has no font of its own and is set in ${slotName(served).en}`,
  },
  hint: {
    zh: '有授权的字体放进 fonts/ 即可，文件名见 fonts/README.md',
    en: 'put a licensed font into fonts/; fonts/README.md gives the file names',
  },
});

/** `U+4DAE`. */
const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

export type MissingKind = 'no-glyph' | 'private-use' | 'control' | 'surrogate' | 'noncharacter';

const missingTexts: Readonly<Record<MissingKind, Message>> = {
  'no-glyph': { zh: '所有字体里都没有这个字', en: 'no font has the character' },
  'private-use': { zh: '私用区字符，没有字体认得', en: 'no font has the private-use character' },
  control: { zh: '控制字符不能排印', en: 'a control character cannot be set' },
  surrogate: { zh: '残缺的字符（单独的代理项）', en: 'half a character cannot be set (a lone surrogate)' },
  noncharacter: { zh: '不是字符', en: 'not a character' },
};

export const missingGlyph = (
  codePoint: number,
  kind: MissingKind,
  places: number,
  span: Span | undefined,
): Diagnostic => {
  const shown = kind === 'no-glyph' ? `“${String.fromCodePoint(codePoint)}” ` : '';
  const name = codePointName(codePoint);
  return {
    severity: 'error',
    code: 'fonts/missing-glyph',
    message: {
      zh: `${missingTexts[kind].zh}：${shown}${name}${places > 1 ? `，共 ${places} 处` : ''}`,
      en: `${missingTexts[kind].en}: ${shown}${name}${places > 1 ? `, ${places} times` : ''}`,
    },
    ...(span && { span }),
    hint:
      kind === 'no-glyph'
        ? {
            zh: '把含有这个字的字体放进 fonts/，或改用通行的写法',
            en: 'put a font that has it into fonts/, or write it in its common form',
          }
        : {
            zh: '在数据里换成本来要写的字',
            en: 'put the character that was meant in its place in the data',
          },
  };
};
