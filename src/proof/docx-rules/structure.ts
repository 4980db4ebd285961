// What makes a DOCX good to work with: line breaking and compression switched on, tables that repeat their heads and keep
// rows whole, no field waiting, headings with levels, alternative texts, language, title.
import type { Ledger } from '../finding.ts';
import type { EmbeddedFont } from '../docx-reading/embedded-fonts.ts';
import type { DocxPackage } from '../docx-reading/package.ts';
import type { StyleSheet } from '../docx-reading/styles.ts';
import type { DocxParagraph } from '../docx-reading/text.ts';
import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  isOn,
  textOf,
  valueOf,
  type XmlElement,
} from '../docx-reading/xml.ts';

const settingsOf = (docx: DocxPackage): { readonly part: string; readonly root: XmlElement | undefined } => {
  const part = docx.relationshipsOf(docx.main).find(({ type }) => type === 'settings')?.target ?? '';
  return { part, root: docx.xml(part) };
};

const judgeSettings = (docx: DocxPackage, styles: StyleSheet, fonts: readonly EmbeddedFont[], ledger: Ledger): void => {
  ledger.check('docx/kinsoku', 'docx/compression', 'docx/embedding');
  const { part, root } = settingsOf(docx);
  const off = [...styles.styles.values()].find((style) => isOn(style.paragraph, 'w:kinsoku') === false);
  const stylesPart = docx.relationshipsOf(docx.main).find(({ type }) => type === 'styles')?.target ?? '';
  if (isOn(styles.defaultParagraphProperties, 'w:kinsoku') === false || off !== undefined) {
    const name = off?.name ?? 'docDefaults';
    ledger.add('docx/kinsoku', { part: stylesPart }, { zh: `${name} 关了避头尾`, en: `${name} switches them off` });
  }
  const body = descendantsOf(docx.xml(docx.main), 'w:pPr').find(
    (properties) => isOn(properties, 'w:kinsoku') === false,
  );
  if (body !== undefined) {
    ledger.add('docx/kinsoku', { part: docx.main }, { zh: '有段落关了避头尾', en: 'a paragraph switches them off' });
  }
  const control = valueOf(root, 'w:characterSpacingControl') ?? '';
  if (!control.startsWith('compressPunctuation')) {
    const found = control === '' ? 'doNotCompress' : control;
    ledger.add(
      'docx/compression',
      { part },
      { zh: found, en: found },
      { zh: 'compressPunctuation', en: 'compressPunctuation' },
    );
  }
  if (fonts.length > 0 && isOn(root, 'w:embedTrueTypeFonts') !== true) {
    ledger.add('docx/embedding', { part }, { zh: '没有 embedTrueTypeFonts', en: 'no embedTrueTypeFonts' });
  }
};

/** Rows from which on a table without a head is thought to miss one. */
const longTable = 6;

const judgeTables = (docx: DocxPackage, ledger: Ledger): void => {
  ledger.check('docx/table-head', 'docx/row-split');
  for (const table of descendantsOf(docx.xml(docx.main), 'w:tbl')) {
    const rows = childrenOf(table, 'w:tr');
    const [first] = rows;
    const text = textOf(first);
    const cells = Math.max(0, ...rows.map((row) => childrenOf(row, 'w:tc').length));
    const isLayout = descendantsOf(table, 'w:tc').some(
      (cell) => childrenOf(cell, 'w:p').filter((paragraph) => textOf(paragraph) !== '').length > 1,
    );
    const isData = cells >= 2 && !isLayout && !rows.some((row) => descendantsOf(row, 'w:tbl').length > 0);
    const hasHead = isOn(childOf(first, 'w:trPr'), 'w:tblHeader') === true;
    if (!hasHead && isData && rows.length >= longTable && rows.every((row) => textOf(row) !== '')) {
      ledger.add('docx/table-head', { part: docx.main, text }, { zh: '表头不重复', en: 'its head does not repeat' });
    }
    if (!hasHead && !isData) continue;
    const loose = rows.find((row) => isOn(childOf(row, 'w:trPr'), 'w:cantSplit') !== true && textOf(row) !== '');
    if (loose !== undefined && (hasHead || rows.length >= longTable)) {
      ledger.add(
        'docx/row-split',
        { part: docx.main, text: textOf(loose) },
        { zh: '这一行可以跨页', en: 'the row may split' },
      );
    }
  }
};

const judgeFields = (docx: DocxPackage, ledger: Ledger): void => {
  ledger.check('docx/dirty-field');
  const { part, root } = settingsOf(docx);
  if (isOn(root, 'w:updateFields') === true) {
    ledger.add('docx/dirty-field', { part }, { zh: '打开时要更新域', en: 'fields are updated on opening' });
  }
  for (const path of docx.parts.keys()) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    const fields = [...descendantsOf(docx.xml(path), 'w:fldChar'), ...descendantsOf(docx.xml(path), 'w:fldSimple')];
    const dirty = fields.filter((field) => ['1', 'true', 'on'].includes(attribute(field, 'w:dirty') ?? '')).length;
    if (dirty > 0)
      ledger.add('docx/dirty-field', { part: path }, { zh: `${dirty} 个域待更新`, en: `${dirty} dirty fields` });
  }
};

const judgeHeadings = (
  docx: DocxPackage,
  styles: StyleSheet,
  paragraphs: readonly DocxParagraph[],
  ledger: Ledger,
): void => {
  ledger.check('docx/heading-level', 'docx/heading-order');
  const stylesPart = docx.relationshipsOf(docx.main).find(({ type }) => type === 'styles')?.target ?? '';
  const levelOf = (id: string | undefined): number | undefined => {
    const level = styles
      .chain(id)
      .map((style) => valueOf(style.paragraph, 'w:outlineLvl'))
      .findLast((value) => value !== undefined);
    return level === undefined || Number(level) > 8 ? undefined : Number(level);
  };
  for (const style of styles.styles.values()) {
    const named = /^heading ([1-9])$/i.exec(style.name);
    if (named === null || !paragraphs.some((paragraph) => paragraph.style === style.id)) continue;
    if (levelOf(style.id) === Number(named[1]) - 1) continue;
    ledger.add(
      'docx/heading-level',
      { part: stylesPart },
      {
        zh: `${style.name} 没有大纲级别`,
        en: `${style.name} has no outline level`,
      },
    );
  }
  let level = 0;
  for (const paragraph of paragraphs) {
    const own = valueOf(paragraph.properties, 'w:outlineLvl');
    const found = own === undefined ? levelOf(paragraph.style) : Number(own);
    if (found === undefined || found > 8 || paragraph.text.trim() === '') continue;
    if (found > level) {
      const place = { part: paragraph.part, text: paragraph.text };
      ledger.add('docx/heading-order', place, {
        zh: level === 0 ? `第一个标题是 ${found + 1} 级` : `${level} 级之后是 ${found + 1} 级`,
        en: level === 0 ? `the first heading is of level ${found + 1}` : `level ${found + 1} follows level ${level}`,
      });
    }
    level = found + 1;
  }
};

const judgeAccess = (docx: DocxPackage, styles: StyleSheet, ledger: Ledger): void => {
  ledger.check('tag/alternative', 'tag/language', 'tag/title');
  for (const path of docx.parts.keys()) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    for (const properties of descendantsOf(docx.xml(path), 'wp:docPr')) {
      if ((attribute(properties, 'descr') ?? '').trim() !== '') continue;
      const text = attribute(properties, 'name') ?? '';
      ledger.add(
        'tag/alternative',
        { part: path, text },
        { zh: '图没有替代文字', en: 'a drawing has no alternative text' },
      );
    }
  }
  const language = attribute(childOf(styles.defaultRun, 'w:lang'), 'w:eastAsia');
  const ofStyle = attribute(childOf(styles.defaultParagraph?.run, 'w:lang'), 'w:eastAsia');
  if ((language ?? ofStyle ?? '') === '') {
    ledger.add('tag/language', {}, { zh: '没有标明中文', en: 'no East Asian language' });
  }
  const core = docx.relationshipsOf('').find(({ type }) => type === 'core-properties')?.target ?? '';
  if (textOf(childOf(docx.xml(core), 'dc:title')).trim() === '') {
    ledger.add('tag/title', { part: core }, { zh: '没有标题', en: 'no title' });
  }
};

export const judgeDocxStructure = (
  docx: DocxPackage,
  styles: StyleSheet,
  fonts: readonly EmbeddedFont[],
  paragraphs: readonly DocxParagraph[],
  ledger: Ledger,
): void => {
  judgeSettings(docx, styles, fonts, ledger);
  judgeTables(docx, ledger);
  judgeFields(docx, ledger);
  judgeHeadings(docx, styles, paragraphs, ledger);
  judgeAccess(docx, styles, ledger);
};
