// A chart draws what it keeps of its workbook; who edits its data in Word opens the workbook. Both must say the same,
// or the chart changes under the hand of the one who opens it. ECMA-376-1, 21.2.2.63 and 21.2.2.120.
import type { DocxPackage } from '../docx-reading/package.ts';
import { openWorkbook } from '../docx-reading/workbook.ts';
import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  numberIn,
  textOf,
  type XmlElement,
} from '../docx-reading/xml.ts';
import type { Ledger } from '../finding.ts';

/** What a chart keeps of a range, by place; places without a point are empty. */
const keptOf = (reference: XmlElement): readonly string[] | undefined => {
  const cache = childOf(reference, 'c:numCache') ?? childOf(reference, 'c:strCache');
  const count = numberIn(childOf(cache, 'c:ptCount'), 'val');
  if (count === undefined) return undefined;
  const values = Array.from({ length: count }, () => '');
  for (const point of childrenOf(cache, 'c:pt')) {
    const index = Number(attribute(point, 'idx'));
    if (index < count) values[index] = textOf(childOf(point, 'c:v'));
  }
  return values;
};

const same = (kept: string, stands: string): boolean =>
  kept === stands || (kept !== '' && stands !== '' && Number(kept) === Number(stands));

const judgeChart = (docx: DocxPackage, part: string, ledger: Ledger): void => {
  const root = docx.xml(part);
  const references = [...descendantsOf(root, 'c:numRef'), ...descendantsOf(root, 'c:strRef')];
  const id = attribute(childOf(root, 'c:externalData'), 'r:id');
  if (id === undefined) {
    const found = {
      zh: '没有带工作簿，数据不能编辑',
      en: 'no workbook goes with it, so that its data cannot be edited',
    };
    if (references.length > 0) ledger.add('docx/chart', { part }, found, undefined, false);
    return;
  }
  const target = docx.relationshipsOf(part).find((relationship) => relationship.id === id)?.target ?? '';
  const bytes = docx.parts.get(target);
  const workbook = bytes === undefined ? undefined : openWorkbook(bytes);
  if (workbook === undefined) {
    ledger.add(
      'docx/chart',
      { part },
      { zh: `工作簿 ${target} 打不开`, en: `the workbook ${target} cannot be opened` },
    );
    return;
  }
  for (const reference of references) {
    const formula = textOf(childOf(reference, 'c:f'));
    const kept = keptOf(reference);
    const stands = workbook.valuesOf(formula);
    if (stands === undefined) {
      ledger.add('docx/chart', { part }, { zh: `工作簿里没有 ${formula}`, en: `the workbook has no ${formula}` });
      continue;
    }
    if (kept === undefined) continue;
    const off = kept.findIndex((value, index) => !same(value, stands[index] ?? ''));
    if (off < 0 && kept.length === stands.length) continue;
    const [drawn, cell] = off < 0 ? [`${kept.length}`, `${stands.length}`] : [kept[off] ?? '', stands[off] ?? ''];
    ledger.add(
      'docx/chart',
      { part, text: drawn },
      {
        zh: `${formula}${off < 0 ? '的个数' : `第 ${off + 1} 个`}：图里是“${drawn}”，工作簿里是“${cell}”`,
        en: `${formula}${off < 0 ? ', its length' : `, number ${off + 1}`}: “${drawn}” in the chart, “${cell}” in the workbook`,
      },
    );
  }
};

export const judgeDocxCharts = (docx: DocxPackage, ledger: Ledger): void => {
  ledger.check('docx/chart');
  for (const { type, target } of docx.relationshipsOf(docx.main)) {
    if (type === 'chart' && docx.xml(target) !== undefined) judgeChart(docx, target, ledger);
  }
};
