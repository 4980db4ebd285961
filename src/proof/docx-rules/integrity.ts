// What makes Word want to repair a file, or lose something without a word: references to styles, numbering and bookmarks
// that are not there, ids that two things bear, ranges and fields that are not closed, cells without a paragraph at
// their end, rows with more cells than their table has columns.
import type { DocxPackage } from '../docx-reading/package.ts';
import type { StyleSheet } from '../docx-reading/styles.ts';
import { attribute, childOf, childrenOf, descendantsOf, numberIn, textOf, valueOf } from '../docx-reading/xml.ts';
import type { XmlElement } from '../docx-reading/xml.ts';
import type { Ledger } from '../finding.ts';

type Story = { readonly part: string; readonly root: XmlElement };

/** The parts that hold text: the document, headers, footers, notes. */
const storiesOf = (docx: DocxPackage): readonly Story[] =>
  [...docx.parts.keys()].flatMap((part) => {
    const isStory = part === docx.main || /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/.test(part);
    const root = isStory ? docx.xml(part) : undefined;
    return root === undefined ? [] : [{ part, root }];
  });

const partOf = (docx: DocxPackage, type: string): string =>
  docx.relationshipsOf(docx.main).find((relationship) => relationship.type === type)?.target ?? '';

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
];

const judgeStyleReferences = (
  docx: DocxPackage,
  styles: StyleSheet,
  stories: readonly Story[],
  ledger: Ledger,
): void => {
  const stylesPart = partOf(docx, 'styles');
  const places = [...stories, { part: stylesPart, root: docx.xml(stylesPart) }];
  for (const { part, root } of places) {
    const names = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'];
    const used = new Set(
      names.flatMap((name) => descendantsOf(root, name).map((one) => attribute(one, 'w:val') ?? '')),
    );
    for (const id of used) {
      if (styles.styles.has(id)) continue;
      ledger.add('docx/reference', { part }, { zh: `没有样式 ${id}`, en: `there is no style ${id}` });
    }
  }
};

const judgeNumbering = (docx: DocxPackage, stories: readonly Story[], ledger: Ledger): void => {
  const part = partOf(docx, 'numbering');
  const root = docx.xml(part);
  const idsOf = (name: string, id: string): readonly string[] =>
    childrenOf(root, name).map((one) => attribute(one, id) ?? '');
  const abstract = idsOf('w:abstractNum', 'w:abstractNumId');
  const numbers = idsOf('w:num', 'w:numId');
  for (const id of repeated(abstract)) {
    ledger.add('docx/unique', { part }, { zh: `编号定义 ${id} 重复`, en: `two definitions of numbering ${id}` });
  }
  for (const id of repeated(numbers)) {
    ledger.add('docx/unique', { part }, { zh: `编号 ${id} 重复`, en: `two numberings ${id}` });
  }
  for (const number of childrenOf(root, 'w:num')) {
    const id = valueOf(number, 'w:abstractNumId') ?? '';
    if (abstract.includes(id)) continue;
    ledger.add(
      'docx/reference',
      { part },
      { zh: `没有编号定义 ${id}`, en: `there is no definition of numbering ${id}` },
    );
  }
  const places = [...stories, { part: partOf(docx, 'styles'), root: docx.xml(partOf(docx, 'styles')) }];
  for (const place of places) {
    const used = new Set(descendantsOf(place.root, 'w:numPr').map((one) => valueOf(one, 'w:numId') ?? '0'));
    for (const id of used) {
      // 0 takes the numbering of a style away.
      if (id === '0' || numbers.includes(id)) continue;
      ledger.add('docx/reference', { part: place.part }, { zh: `没有编号 ${id}`, en: `there is no numbering ${id}` });
    }
  }
};

const judgeBookmarks = (stories: readonly Story[], ledger: Ledger): void => {
  const starts = stories.flatMap(({ root }) => descendantsOf(root, 'w:bookmarkStart'));
  const names = starts.map((start) => attribute(start, 'w:name') ?? '');
  const known = new Set(names);
  for (const { part, root } of stories) {
    const begun = descendantsOf(root, 'w:bookmarkStart').map((start) => attribute(start, 'w:id') ?? '');
    const ended = descendantsOf(root, 'w:bookmarkEnd').map((end) => attribute(end, 'w:id') ?? '');
    for (const id of repeated(begun)) {
      ledger.add('docx/unique', { part }, { zh: `书签编号 ${id} 重复`, en: `two bookmarks ${id}` });
    }
    const open = begun.find((id) => !ended.includes(id)) ?? ended.find((id) => !begun.includes(id));
    if (open !== undefined) {
      ledger.add('docx/pairs', { part }, { zh: `书签 ${open} 缺头或缺尾`, en: `bookmark ${open} has one end only` });
    }
    const codes = descendantsOf(root, 'w:instrText').map(textOf);
    const wanted = [
      ...descendantsOf(root, 'w:hyperlink').flatMap((link) => attribute(link, 'w:anchor') ?? []),
      ...codes.flatMap((code) => /^\s*(?:PAGEREF|REF)\s+"?([^\s"\\]+)/.exec(code)?.[1] ?? []),
    ];
    for (const name of new Set(wanted)) {
      // Word knows the top of the document by itself.
      if (known.has(name) || name === '_top' || name === '') continue;
      ledger.add('docx/reference', { part }, { zh: `没有书签 ${name}`, en: `there is no bookmark ${name}` });
    }
  }
  for (const name of repeated(names)) {
    ledger.add('docx/unique', {}, { zh: `书签名 ${name} 重复`, en: `two bookmarks of the name ${name}` });
  }
};

const judgeFieldPairs = (stories: readonly Story[], ledger: Ledger): void => {
  for (const { part, root } of stories) {
    let open = 0;
    let broken = false;
    for (const character of descendantsOf(root, 'w:fldChar')) {
      const type = attribute(character, 'w:fldCharType');
      if (type === 'begin') open += 1;
      else if (open === 0) broken = true;
      else if (type === 'end') open -= 1;
    }
    if (open === 0 && !broken) continue;
    ledger.add('docx/pairs', { part }, { zh: '有域没有收尾或没有开头', en: 'a field is not closed, or not opened' });
  }
};

/** Word takes larger ids of drawings for damage. */
const largestId = 2 ** 31 - 1;

const judgeDrawings = (stories: readonly Story[], ledger: Ledger): void => {
  const ids = stories.flatMap(({ root }) => descendantsOf(root, 'wp:docPr').map((one) => attribute(one, 'id') ?? ''));
  for (const id of repeated(ids)) {
    ledger.add('docx/unique', {}, { zh: `图形编号 ${id} 重复`, en: `two drawings of the id ${id}` });
  }
  const odd = ids.find((id) => !/^\d{1,10}$/u.test(id) || Number(id) < 1 || Number(id) > largestId);
  if (odd !== undefined) {
    ledger.add(
      'docx/unique',
      {},
      { zh: `图形编号 ${odd} 不是正整数`, en: `the id ${odd} of a drawing is no positive integer` },
    );
  }
};

const judgeStyleIds = (docx: DocxPackage, ledger: Ledger): void => {
  const part = partOf(docx, 'styles');
  const styles = childrenOf(docx.xml(part), 'w:style');
  for (const id of repeated(styles.map((style) => attribute(style, 'w:styleId') ?? ''))) {
    ledger.add('docx/unique', { part }, { zh: `样式 ${id} 重复`, en: `two styles ${id}` });
  }
  const defaults = styles.filter((style) => ['1', 'true', 'on'].includes(attribute(style, 'w:default') ?? ''));
  for (const type of repeated(defaults.map((style) => attribute(style, 'w:type') ?? ''))) {
    ledger.add('docx/unique', { part }, { zh: `${type} 有两个默认样式`, en: `two default styles of type ${type}` });
  }
  const above = new Map(styles.map((style) => [attribute(style, 'w:styleId') ?? '', valueOf(style, 'w:basedOn')]));
  const loop = [...above.keys()].find((start) => {
    let at = above.get(start);
    for (let step = 0; at !== undefined && at !== start && step < above.size; step += 1) at = above.get(at);
    return at === start;
  });
  if (loop !== undefined) {
    ledger.add('docx/reference', { part }, { zh: `样式 ${loop} 以自己为基础`, en: `style ${loop} is based on itself` });
  }
};

/** The columns that a row takes up. */
const columnsOf = (row: XmlElement): number => {
  const around = ['w:gridBefore', 'w:gridAfter'].map((name) => numberIn(childOf(row, 'w:trPr', name), 'w:val') ?? 0);
  const cells = childrenOf(row, 'w:tc').map((cell) => numberIn(childOf(cell, 'w:tcPr', 'w:gridSpan'), 'w:val') ?? 1);
  return [...around, ...cells].reduce((sum, value) => sum + value, 0);
};

/** Twips that the width of a cell and that of its column may differ by. */
const widthTolerance = 40;

/** Whether cells are as wide as the columns that they stand in: LibreOffice goes by the one, Word by the other. */
const widthsAgree = (row: XmlElement, columns: readonly number[]): boolean =>
  childrenOf(row, 'w:tc').every((cell, index) => {
    const width = childOf(cell, 'w:tcPr', 'w:tcW');
    const twips = attribute(width, 'w:type') === 'dxa' ? numberIn(width, 'w:w') : undefined;
    return twips === undefined || Math.abs(twips - (columns[index] ?? twips)) <= widthTolerance;
  });

const judgeTables = (stories: readonly Story[], ledger: Ledger): void => {
  for (const { part, root } of stories) {
    for (const cell of descendantsOf(root, 'w:tc')) {
      const last = childrenOf(cell).findLast(({ name }) => !/^w:(?:bookmark|comment|proofErr|perm)/.test(name));
      if (last?.name === 'w:p' || last?.name === 'w:sdt') continue;
      const text = textOf(cell);
      ledger.add(
        'docx/cells',
        { part, text },
        { zh: '单元格不以段落结尾', en: 'a cell does not end with a paragraph' },
      );
    }
    for (const table of descendantsOf(root, 'w:tbl')) {
      const grid = childOf(table, 'w:tblGrid');
      const columns = childrenOf(grid, 'w:gridCol').map((column) => numberIn(column, 'w:w') ?? 0);
      const rows = childrenOf(table, 'w:tr');
      const wide = rows.find((row) => columnsOf(row) > columns.length);
      const short = rows.find((row) => columnsOf(row) < columns.length);
      if (wide === undefined && short !== undefined && grid !== undefined) {
        const found = {
          zh: `一行占 ${columnsOf(short)} 列，网格有 ${columns.length} 列`,
          en: `a row of ${columnsOf(short)} columns in a grid of ${columns.length}`,
        };
        ledger.add('docx/cells', { part, text: textOf(short) }, found, undefined, false);
      }
      if (grid === undefined || wide !== undefined) {
        const count = wide === undefined ? 0 : columnsOf(wide);
        ledger.add(
          'docx/cells',
          { part, text: textOf(wide ?? table) },
          {
            zh: grid === undefined ? '表格没有网格' : `一行占 ${count} 列，网格只有 ${columns.length} 列`,
            en:
              grid === undefined
                ? 'a table without a grid'
                : `a row of ${count} columns in a grid of ${columns.length}`,
          },
        );
        continue;
      }
      const isFixed = attribute(childOf(table, 'w:tblPr', 'w:tblLayout'), 'w:type') === 'fixed';
      const plain = rows.filter((row) => columnsOf(row) === childrenOf(row, 'w:tc').length);
      const off = isFixed ? plain.find((row) => !widthsAgree(row, columns)) : undefined;
      if (off === undefined) continue;
      const found = { zh: '单元格的宽度与网格不合', en: 'cells are not as wide as their columns' };
      ledger.add('docx/cells', { part, text: textOf(off) }, found, undefined, false);
    }
  }
};

export const judgeIntegrity = (docx: DocxPackage, styles: StyleSheet, ledger: Ledger): void => {
  ledger.check('docx/reference', 'docx/unique', 'docx/pairs', 'docx/cells');
  const stories = storiesOf(docx);
  judgeStyleReferences(docx, styles, stories, ledger);
  judgeStyleIds(docx, ledger);
  judgeNumbering(docx, stories, ledger);
  judgeBookmarks(stories, ledger);
  judgeFieldPairs(stories, ledger);
  judgeDrawings(stories, ledger);
  judgeTables(stories, ledger);
};
