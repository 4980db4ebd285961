// The archive holds together: every part has a type, every relationship a target, every reference a relationship.
// ECMA-376 Part 2. Word calls a file that breaks these damaged.
import type { Ledger } from '../finding.ts';
import type { DocxPackage } from '../docx-reading/package.ts';
import { childrenOf, type XmlElement } from '../docx-reading/xml.ts';

/** Ids of relationships that a part uses. */
const usedIds = (root: XmlElement): ReadonlySet<string> => {
  const ids = new Set<string>();
  const visit = (element: XmlElement): void => {
    for (const [name, value] of element.attributes) if (name.startsWith('r:') && value !== '') ids.add(value);
    for (const child of childrenOf(element)) visit(child);
  };
  visit(root);
  return ids;
};

/** Relationships that only serve where a part names them. */
const named = new Set(['image', 'chart', 'hyperlink', 'header', 'footer', 'font', 'package', 'oleObject']);

/** The end of the content type that the part of a relationship must have: Word calls a file with another one damaged. */
const typeEnds: ReadonlyMap<string, string> = new Map([
  ['styles', 'styles+xml'],
  ['numbering', 'numbering+xml'],
  ['settings', 'settings+xml'],
  ['fontTable', 'fontTable+xml'],
  ['header', 'header+xml'],
  ['footer', 'footer+xml'],
  ['footnotes', 'footnotes+xml'],
  ['endnotes', 'endnotes+xml'],
  ['theme', 'theme+xml'],
  ['chart', 'chart+xml'],
  ['font', 'obfuscatedFont'],
]);

const judgeTypes = (docx: DocxPackage, owner: string, ledger: Ledger): void => {
  for (const { type, target, external } of docx.relationshipsOf(owner)) {
    const due = typeEnds.get(type);
    const found = docx.contentTypeOf(target);
    if (due === undefined || external || found === '' || found.endsWith(due)) continue;
    // Fonts may stand as they are, too.
    if (type === 'font' && /font/u.test(found)) continue;
    ledger.add('docx/package', { part: target }, { zh: `内容类型是 ${found}`, en: `its content type is ${found}` });
  }
};

const judgeRelationships = (docx: DocxPackage, ledger: Ledger): void => {
  const reached = new Set<string>();
  const waiting = [''];
  while (waiting.length > 0) {
    const owner = waiting.pop() ?? '';
    const relationships = docx.relationshipsOf(owner);
    const ids = new Set(relationships.map(({ id }) => id));
    if (ids.size < relationships.length) {
      ledger.add('docx/package', { part: owner }, { zh: '关系的编号重复', en: 'relationship ids are not unique' });
    }
    for (const { target, external } of relationships) {
      if (external || reached.has(target)) continue;
      reached.add(target);
      if (docx.parts.has(target)) waiting.push(target);
      else
        ledger.add('docx/package', { part: owner }, { zh: `缺少部件 ${target}`, en: `the part ${target} is missing` });
    }
    judgeTypes(docx, owner, ledger);
    const root = owner.endsWith('.xml') ? docx.xml(owner) : undefined;
    if (root === undefined) continue;
    const used = usedIds(root);
    for (const id of used) {
      if (!ids.has(id))
        ledger.add('docx/package', { part: owner }, { zh: `没有关系 ${id}`, en: `no relationship ${id}` });
    }
    for (const { id, type } of relationships) {
      if (!named.has(type) || used.has(id)) continue;
      const found = { zh: `关系 ${id}（${type}）没有用到`, en: `relationship ${id} (${type}) is not used` };
      ledger.add('docx/package', { part: owner }, found, undefined, false);
    }
  }
  for (const path of docx.parts.keys()) {
    if (path === '[Content_Types].xml' || path.endsWith('.rels') || reached.has(path)) continue;
    ledger.add(
      'docx/package',
      { part: path },
      { zh: '没有关系指向它', en: 'no relationship leads to it' },
      undefined,
      false,
    );
  }
};

export const judgePackage = (docx: DocxPackage, ledger: Ledger): void => {
  ledger.check('docx/package', 'docx/xml');
  for (const path of docx.parts.keys()) {
    if (/\.(?:xml|rels)$/.test(path)) docx.xml(path);
    if (path !== '[Content_Types].xml' && docx.contentTypeOf(path) === '') {
      ledger.add('docx/package', { part: path }, { zh: '没有内容类型', en: 'it has no content type' });
    }
  }
  for (const path of docx.typedPaths) {
    if (!docx.parts.has(path)) {
      ledger.add('docx/package', { part: path }, { zh: '列了类型而没有部件', en: 'a type is given for no part' });
    }
  }
  judgeRelationships(docx, ledger);
  for (const [part, problem] of docx.problems) ledger.add('docx/xml', { part }, { zh: problem, en: problem });
};
