// The pages of a PDF in order, with their size as seen, and the content of each (ISO 32000-1, 7.7.3 and 8.3.2).
import { readContent, type FontCache, type PageContent } from './content.ts';
import type { PdfFile } from './file.ts';
import type { Matrix } from './matrix.ts';
import { isRef, isStream, type PdfDict, type PdfValue } from './values.ts';

export type PdfPage = PageContent & {
  /** From 1. */
  readonly number: number;
  /** Number of the page's object, for the structure tree; 0 when it is no object of its own. */
  readonly object: number;
  /** As seen, points: rotation and crop are taken into account. */
  readonly width: number;
  readonly height: number;
  readonly dict: PdfDict;
};

const mostPages = 10_000;
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

type Leaf = { readonly dict: Map<string, PdfValue>; readonly object: number };

const leavesOf = (file: PdfFile): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const seen = new Set<PdfDict>();
  const visit = (value: PdfValue | undefined, inherited: PdfDict): void => {
    const node = file.dict(value);
    if (node === undefined || seen.has(node) || leaves.length >= mostPages) return;
    seen.add(node);
    const merged = new Map(node);
    for (const key of inheritable) {
      const own = node.get(key) ?? inherited.get(key);
      if (own !== undefined) merged.set(key, own);
    }
    const kids = file.array(node.get('Kids'));
    if (kids.length > 0) for (const kid of kids) visit(kid, merged);
    else if (file.name(node.get('Type')) !== 'Pages') {
      leaves.push({ dict: merged, object: value !== undefined && isRef(value) ? value.number : 0 });
    }
  };
  visit(file.catalog.get('Pages'), new Map());
  return leaves;
};

const boxOf = (file: PdfFile, dict: PdfDict): readonly [number, number, number, number] => {
  for (const key of ['CropBox', 'MediaBox']) {
    const [a, b, c, d] = file.array(dict.get(key)).map((value) => file.number(value) ?? 0);
    if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
      return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
    }
  }
  return [0, 0, 595.28, 841.89];
};

/** User space to points from the top left corner of the page as it is shown. */
const toPage = ([left, bottom, right, top]: readonly [number, number, number, number], turns: number): Matrix => {
  switch (turns) {
    case 1:
      return [0, 1, 1, 0, -bottom, -left];
    case 2:
      return [-1, 0, 0, 1, right, -bottom];
    case 3:
      return [0, -1, -1, 0, top, right];
    default:
      return [1, 0, 0, -1, -left, top];
  }
};

const contentOf = (file: PdfFile, value: PdfValue | undefined): Uint8Array => {
  const resolved = file.resolve(value);
  if (isStream(resolved)) return file.bytes(resolved);
  const parts = file.array(value).map((part) => file.bytes(part));
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length + 1;
  }
  return joined;
};

export const readPages = (file: PdfFile): readonly PdfPage[] => {
  const cache: FontCache = new Map();
  return leavesOf(file).map(({ dict, object }, index): PdfPage => {
    const box = boxOf(file, dict);
    const turns = ((((file.number(dict.get('Rotate')) ?? 0) / 90) % 4) + 4) % 4;
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    const content = readContent(
      file,
      contentOf(file, dict.get('Contents')),
      file.dict(dict.get('Resources')) ?? new Map(),
      toPage(box, turns),
      cache,
    );
    return {
      ...content,
      number: index + 1,
      object,
      width: turns % 2 === 1 ? height : width,
      height: turns % 2 === 1 ? width : height,
      dict,
    };
  });
};
