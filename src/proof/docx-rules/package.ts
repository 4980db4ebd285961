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
    const root = owner.endsWith('.xml') ? docx.xml(owner) : undefined;
    if (root === undefined) continue;
    for (const id of usedIds(root)) {
      if (!ids.has(id))
        ledger.add('docx/package', { part: owner }, { zh: `没有关系 ${id}`, en: `no relationship ${id}` });
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
