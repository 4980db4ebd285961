// One fault of each kind planted into a DOCX of ours: proof must name it, and nothing else.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../../src/proof/docx-reading/package.ts';
import { readStyles } from '../../../src/proof/docx-reading/styles.ts';
import { readParagraphs } from '../../../src/proof/docx-reading/text.ts';
import type { Expectation } from '../../../src/proof/expectation.ts';
import type { RuleId } from '../../../src/proof/rules.ts';
import type { Report } from '../../../src/report/schema.ts';
import { blocks, docxOf, documentOf, failuresOf, proofOf, reportOf, rulesOf, sample } from './sample.ts';

let clean: Uint8Array;
let report: Report;

beforeAll(async () => {
  [clean, report] = await Promise.all([docxOf(sample), reportOf()]);
}, 60_000);

const failures = (bytes: Uint8Array, expectation: Partial<Expectation> = {}): readonly RuleId[] =>
  rulesOf(failuresOf(proofOf(bytes, expectation)));

/** Changes one part's text; throws when nothing changed. */
const edit = (part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(clean);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing was planted in ${part}`);
  parts[part] = strToU8(after);
  return zipSync(parts);
};

const drop = (part: string): Uint8Array => {
  const parts = unzipSync(clean);
  delete parts[part];
  return zipSync(parts);
};

const main = 'word/document.xml';
const styles = 'word/styles.xml';
const settings = 'word/settings.xml';

/** The part of the footer for odd or even pages. */
const footer = (type: string): string => {
  const parts = unzipSync(clean);
  const id =
    new RegExp(`w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(
      strFromU8(parts[main] ?? new Uint8Array()),
    )?.[1] ?? '';
  const relationships = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  return `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships)?.[1] ?? ''}`;
};

const planted: readonly (readonly [string, readonly RuleId[], () => Uint8Array])[] = [
  ['a font part that is missing', ['docx/package', 'font/damaged'], () => drop('word/fonts/font1.odttf')],
  [
    'a wrong font key',
    ['font/damaged'],
    () => edit('word/fontTable.xml', (xml) => xml.replace(/fontKey="\{\w{4}/, 'fontKey="{0000')),
  ],
  [
    'a character that the font has not',
    ['font/missing-glyph'],
    () => edit(main, (xml) => xml.replace('总量与速度', '总量与速度龘')),
  ],
  [
    'a font that is not embedded',
    ['font/not-embedded'],
    () =>
      edit(main, (xml) =>
        xml.replace(
          '<w:r><w:t',
          '<w:r><w:rPr><w:rFonts w:ascii="方正小标宋" w:hAnsi="方正小标宋" w:eastAsia="方正小标宋"/></w:rPr><w:t',
        ),
      ),
  ],
  [
    'embedding switched off',
    ['docx/embedding'],
    () => edit(settings, (xml) => xml.replace('<w:embedTrueTypeFonts/>', '')),
  ],
  [
    'a mark without hint',
    ['docx/hint'],
    () => edit(footer('default'), (xml) => xml.replace('<w:rFonts w:hint="eastAsia"/>', '')),
  ],
  [
    'a part that is no XML',
    ['docx/xml'],
    () => edit('docProps/app.xml', (xml) => xml.replace('<Properties', '<<Properties')),
  ],
  ['a relationship to nothing', ['docx/package'], () => drop('docProps/app.xml')],
  [
    'a reference without relationship',
    ['docx/package', 'page-number/side'],
    () => edit(main, (xml) => xml.replace(/(w:type="even" r:id=")\w+/, '$1rId99')),
  ],
  [
    'a part without type',
    ['docx/package'],
    () => edit('[Content_Types].xml', (xml) => xml.replace(/<Default [^>]*Extension="odttf"\/>/, '')),
  ],
  ['another paper', ['page/size'], () => edit(main, (xml) => xml.replace('w:w="11906"', 'w:w="12240"'))],
  [
    'a wide margin',
    ['page/margins', 'docx/grid'],
    () => edit(main, (xml) => xml.replace(/w:left="1587"/, 'w:left="1800"')),
  ],
  ['another grid', ['docx/grid'], () => edit(main, (xml) => xml.replace('w:linePitch="579"', 'w:linePitch="540"'))],
  ['no page number', ['page-number/missing'], () => edit(footer('even'), (xml) => xml.replace('PAGE', 'DATE'))],
  [
    'a page number without dashes',
    ['page-number/form'],
    () => edit(footer('default'), (xml) => xml.replaceAll('—', '')),
  ],
  [
    'an even page number at the right',
    ['page-number/side'],
    () => edit(footer('even'), (xml) => xml.replace('w:jc w:val="left"', 'w:jc w:val="right"')),
  ],
  [
    'one footer for all pages',
    ['page-number/side'],
    () => edit(settings, (xml) => xml.replace('<w:evenAndOddHeaders/>', '')),
  ],
  [
    'a small page number',
    ['page-number/size'],
    () => edit(styles, (xml) => xml.replace(/(w:styleId="Footer">[\s\S]*?<w:sz w:val=")28/, '$121')),
  ],
  [
    'line breaking rules off',
    ['docx/kinsoku'],
    () => edit(styles, (xml) => xml.replace('<w:kinsoku/>', '<w:kinsoku w:val="0"/>')),
  ],
  [
    'no compression',
    ['docx/compression'],
    () => edit(settings, (xml) => xml.replace('compressPunctuation', 'doNotCompress')),
  ],
  [
    'a table head that does not repeat',
    ['docx/table-head'],
    () => edit(main, (xml) => xml.replace('<w:tblHeader/>', '')),
  ],
  ['a row that splits', ['docx/row-split'], () => edit(main, (xml) => xml.replace('<w:cantSplit/>', ''))],
  [
    'a dirty field',
    ['docx/dirty-field'],
    () => edit(footer('even'), (xml) => xml.replace('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"')),
  ],
  [
    'fields updated on opening',
    ['docx/dirty-field'],
    () => edit(settings, (xml) => xml.replace('<w:compat>', '<w:updateFields w:val="true"/><w:compat>')),
  ],
  [
    'a heading style without level',
    ['docx/heading-level'],
    () => edit(styles, (xml) => xml.replace(/<w:outlineLvl w:val="0"\/>/, '')),
  ],
  [
    'a chart without alternative text',
    ['tag/alternative'],
    () => edit(main, (xml) => xml.replace(/ descr="[^"]*"/, '')),
  ],
  ['no language', ['tag/language'], () => edit(styles, (xml) => xml.replaceAll(/ w:eastAsia="zh-CN"/g, ''))],
  ['no title', ['tag/title'], () => edit('docProps/core.xml', (xml) => xml.replace(/<dc:title>[^<]*<\/dc:title>/, ''))],
  ['no archive', ['file/unreadable'], () => strToU8('PK nothing')],
  [
    'properties after the text of their paragraph',
    ['docx/order'],
    () => edit(main, (xml) => xml.replace(/(<w:pPr><w:pStyle w:val="Normal"\/><\/w:pPr>)(<w:r>.*?<\/w:r>)/s, '$2$1')),
  ],
  [
    'the grid of a table after its rows',
    ['docx/order'],
    () => edit(main, (xml) => xml.replace(/(<w:tblGrid>.*?<\/w:tblGrid>)(<w:tr>.*?<\/w:tr>)/s, '$2$1')),
  ],
  [
    'settings out of order',
    ['docx/order'],
    () =>
      edit(settings, (xml) =>
        xml.replace(
          /(<w:zoom [^>]*>)(.*)(<w:decimalSymbol)/s,
          (_, zoom: string, rest: string, end: string) => rest + zoom + end,
        ),
      ),
  ],
  [
    'a table style that is not there',
    ['docx/reference'],
    () => edit(main, (xml) => xml.replace('w:tblStyle w:val="ThreeLineTable"', 'w:tblStyle w:val="NoTable"')),
  ],
  [
    'a numbering that is not there',
    ['docx/reference'],
    () =>
      edit(main, (xml) =>
        xml.replace(
          '<w:pStyle w:val="Normal"/>',
          '<w:pStyle w:val="Normal"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>',
        ),
      ),
  ],
  [
    'a link to a bookmark that is not there',
    ['docx/reference'],
    () =>
      edit(main, (xml) =>
        xml.replace(
          /(<w:pStyle w:val="Normal"\/><\/w:pPr>)(<w:r>.*?<\/w:r>)/s,
          '$1<w:hyperlink w:anchor="nowhere">$2</w:hyperlink>',
        ),
      ),
  ],
  [
    'two styles of one id',
    ['docx/unique'],
    () => edit(styles, (xml) => xml.replace(/<w:style (?:(?!<w:style ).)*"Caption".*?<\/w:style>/s, '$&$&')),
  ],
  [
    'two bookmarks of one id and name',
    ['docx/unique'],
    () => edit(main, (xml) => xml.replace(/<w:bookmarkStart [^>]*>/, '$&$&')),
  ],
  [
    'two drawings of one id',
    ['docx/unique'],
    () => edit(main, (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*<w:drawing>.*?<\/w:r>/s, '$&$&')),
  ],
  ['a bookmark without end', ['docx/pairs'], () => edit(main, (xml) => xml.replace(/<w:bookmarkEnd [^>]*>/, ''))],
  [
    'a field without end',
    ['docx/pairs'],
    () => edit(footer('even'), (xml) => xml.replace(/<w:fldChar [^>]*"end"[^>]*>/, '')),
  ],
  [
    'a cell without a paragraph',
    ['docx/cells'],
    () => edit(main, (xml) => xml.replace(/(<w:tc>(?:(?!<w:tc>).)*<\/w:tcPr>)<w:p>.*?<\/w:p><\/w:tc>/s, '$1</w:tc>')),
  ],
  [
    'a bar that its workbook does not have',
    ['docx/chart'],
    () => edit('word/charts/chart1.xml', (xml) => xml.replace(/(<c:numCache>.*?<c:v>)[^<]*/s, '$199.9')),
  ],
  [
    'a chart without a readable workbook',
    ['docx/chart'],
    () => edit('word/embeddings/Microsoft_Excel_Worksheet1.xlsx', () => 'no workbook'),
  ],
  [
    'a chart of cells that are not there',
    ['docx/chart'],
    () => edit('word/charts/chart1.xml', (xml) => xml.replace('<c:f>Sheet1!', '<c:f>Sheet9!')),
  ],
  [
    'a footer of another type',
    ['docx/package'],
    () =>
      edit('[Content_Types].xml', (xml) =>
        xml.replace(new RegExp(`(<Override [^>]*?)footer\\+xml("[^>]*${footer('even')})`), '$1header+xml$2'),
      ),
  ],
  [
    'a font key that is no GUID',
    ['font/damaged'],
    () => edit('word/fontTable.xml', (xml) => xml.replace(/fontKey="\{/, 'fontKey="')),
  ],
  ['a drawing of the id 0', ['docx/unique'], () => edit(main, (xml) => xml.replace(/(<wp:docPr id=")\d+/, '$10'))],
  [
    'two default paragraph styles',
    ['docx/unique'],
    () =>
      edit(styles, (xml) => xml.replace(/(<w:style w:type="paragraph") (w:styleId="Caption")/, '$1 w:default="1" $2')),
  ],
  [
    'a style that is based on itself',
    ['docx/reference'],
    () => edit(styles, (xml) => xml.replace(/(w:styleId="Caption">.*?<w:basedOn w:val=")\w+/s, '$1Caption')),
  ],
  ['a row with a cell too many', ['docx/cells'], () => edit(main, (xml) => xml.replace(/<w:tc>.*?<\/w:tc>/s, '$&$&'))],
];

/** Faults that only the data or the tree show. */
const against: readonly (readonly [string, RuleId, () => Uint8Array])[] = [
  [
    'a figure that the data do not have',
    'figure/not-in-data',
    () => edit(main, (xml) => xml.replace('157.5亿元', '157.6亿元')),
  ],
  ['a figure with another unit', 'figure/unit', () => edit(main, (xml) => xml.replace('157.5亿元', '157.5万元'))],
  ['text that is missing', 'text/missing', () => edit(main, (xml) => xml.replace('总量与速度', ''))],
  [
    'text that stands elsewhere',
    'text/order',
    () =>
      edit(main, (xml) => {
        const heading = /<w:p><w:pPr><w:pStyle w:val="Heading2"\/>.*?<\/w:p>/s.exec(xml)?.[0] ?? '';
        return xml.replace(heading, '').replace('<w:sectPr', `${heading}<w:sectPr`);
      }),
  ],
  [
    'text that the document has not',
    'text/extra',
    () => edit(main, (xml) => xml.replace('总量与速度', '总量与速度另有一句')),
  ],
];

/** A paragraph in a list. */
const listItem = (level: number, list: number, text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
/** A level of a list. */
const listLevel = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

describe('DOCX', () => {
  it('has no failure when it is clean, held against its data and its tree', () => {
    const result = proofOf(clean, { reports: [report], document: sample });
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ format: 'docx', ours: true, gongwen: true });
    expect(proofOf(clean, { rules: 'auto' }).gongwen).toBe(true);
  });

  it.each(planted)('%s', (_, due, plant) => {
    expect(failures(plant())).toEqual([...due].toSorted());
  });

  it.each(against)('%s', (_, due, plant) => {
    const found = rulesOf(proofOf(plant(), { reports: [report], document: sample }).findings);
    expect(found).toContain(due);
  });

  it('a figure that cites another statement', () => {
    const cited = documentOf(
      blocks.map((block) =>
        block.kind === 'paragraph'
          ? {
              ...block,
              children: block.children.map((one) => (one.kind === 'figure' ? { ...one, ref: 'gdp-2016.growth' } : one)),
            }
          : block,
      ),
    );
    expect(rulesOf(proofOf(clean, { reports: [report], document: cited }).findings)).toEqual(['figure/reference']);
  });

  it('a relationship that nothing uses, and a row that is short of a column, as notes', () => {
    const link =
      '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>';
    const unused = edit('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', link));
    expect(proofOf(unused).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['docx/package', 'notice'],
    ]);
    const short = edit(main, (xml) => xml.replace(/(<w:tr>.*?)<w:tc>(?:(?!<w:tc>).)*<\/w:tc>(<\/w:tr>)/s, '$1$2'));
    expect(proofOf(short).findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'docx/cells',
      'notice',
    ]);
  });

  it('a heading of a level too deep', () => {
    const bytes = edit(main, (xml) => xml.replace('<w:pStyle w:val="Heading2"/>', '$&<w:outlineLvl w:val="2"/>'));
    expect(rulesOf(proofOf(bytes).findings)).toEqual(['docx/heading-order']);
  });

  it('headings that Word would number otherwise', () => {
    const unnumbered = edit(styles, (xml) => xml.replace(/(w:styleId="Heading2".*?)<w:numPr>.*?<\/w:numPr>/s, '$1'));
    expect(failures(unnumbered, { document: sample })).toEqual(['text/missing']);
    const later = edit('word/numbering.xml', (xml) =>
      xml.replace(/(<w:abstractNum w:abstractNumId="900">.*?<w:start w:val=")1"/s, '$14"'),
    );
    expect(failures(later, { document: sample })).toEqual(['text/missing']);
  });

  it('lists of other makers are counted: own starts, levels that begin anew', () => {
    const parts = unzipSync(clean);
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${listLevel(0, 'decimal', '%1.')}${listLevel(1, 'lowerLetter', '%1.%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`;
    const items = [
      listItem(0, 1, '甲'),
      listItem(1, 1, '乙'),
      listItem(1, 1, '丙'),
      listItem(0, 1, '丁'),
      listItem(1, 1, '戊'),
      listItem(0, 2, '己'),
    ];
    parts['word/numbering.xml'] = strToU8(numbering);
    parts[main] = strToU8(
      strFromU8(parts[main] ?? new Uint8Array()).replace(/<w:body>.*<w:sectPr/s, `<w:body>${items.join('')}<w:sectPr`),
    );
    const docx = openPackage(zipSync(parts));
    if (docx === undefined) throw new Error('no archive');
    const texts = readParagraphs(docx, readStyles(docx), docx.main).map(({ text }) => text);
    expect(texts).toEqual(['1.甲', '1.a)乙', '1.b)丙', '2.丁', '2.a)戊', '7.己']);
  });

  it('cells that are not as wide as their columns', () => {
    const bytes = edit(main, (xml) => xml.replace(/<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="999"/>'));
    expect(proofOf(bytes).findings).toMatchObject([{ rule: 'docx/cells', severity: 'notice' }]);
  });

  it('one of every kind of rule that is applied to a DOCX', () => {
    const found = new Set<RuleId>([
      ...planted.flatMap(([, due]) => due),
      ...against.map(([, due]) => due),
      'figure/reference',
      'docx/heading-order',
    ]);
    const { checked } = proofOf(clean, { reports: [report], document: sample });
    expect(checked.filter((id) => !found.has(id))).toEqual([]);
  });

  it('a value changed in a chart', () => {
    const bytes = edit('word/charts/chart1.xml', (xml) => xml.replaceAll('<c:v>12.5</c:v>', '<c:v>12.9</c:v>'));
    expect(failures(bytes, { reports: [report], document: documentOf(blocks) })).toEqual([
      'docx/chart',
      'figure/not-in-data',
      'text/missing',
    ]);
  });
});
