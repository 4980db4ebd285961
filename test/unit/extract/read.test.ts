// Report files of every kind and every kind of damage: each gives its text or one clear error, soon and in bounds.
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractReport } from '../../../src/extract/extract.ts';
import { readSource } from '../../../src/extract/read.ts';
import { reportOf } from './report-of.ts';

const text = reportOf({
  review: `${'全县人民团结一心，各项事业取得了新的成绩，经济社会保持了平稳健康的发展态势。'.repeat(14)}全年地区生产总值82.4亿元，增长7.2%；固定资产投资60.3亿元，增长9%；新建学校6所。`,
});
const utf8 = new TextEncoder().encode(text);
const utf16 = (big: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return bytes;
};
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array => new Uint8Array([...mark, ...bytes]);

const documentXml = (paragraphs: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
const docxOf = (xml: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });

const codeOf = async (file: string, bytes: Uint8Array): Promise<string | undefined> => {
  const { value, diagnostics } = await extractReport(file, bytes);
  expect(value).toBeUndefined();
  return diagnostics[0]?.code;
};

describe('texts', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], utf8)],
    ['UTF-16LE with a mark', marked([0xff, 0xfe], utf16(false))],
    ['UTF-16BE with a mark', marked([0xfe, 0xff], utf16(true))],
    ['UTF-16LE without a mark', utf16(false)],
  ])('%s', async (_, bytes) => {
    const { value } = await readSource('report.txt', bytes);
    expect(value?.text).toBe(text);
  });

  it('GB18030', async () => {
    // 各位代表：政府工作报告 in GB18030, as an older editor saves it
    const bytes = new Uint8Array([
      0xb8, 0xf7, 0xce, 0xbb, 0xb4, 0xfa, 0xb1, 0xed, 0xa3, 0xba, 0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1,
      0xa8, 0xb8, 0xe6,
    ]);
    expect((await readSource('report.txt', bytes)).value?.text).toBe('各位代表：政府工作报告');
  });

  it('gives offsets of the text itself', async () => {
    const { value } = await extractReport('report.txt', utf8);
    const facts = value?.facts ?? [];
    expect(facts.length).toBeGreaterThan(4);
    for (const fact of facts) expect(value?.text.slice(fact.start, fact.end)).toBe(fact.text);
  });
});

describe('DOCX', () => {
  it('gives a line for each paragraph, without deleted text', async () => {
    const xml = documentXml(
      '<w:p><w:r><w:t>增长7.2</w:t></w:r><w:r><w:t>%</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p>',
    );
    expect((await readSource('report.docx', docxOf(xml))).value?.text).toBe('增长7.2%\n第二段');
  });

  it('refuses an archive that is no Word file', async () => {
    expect(await codeOf('report.docx', zipSync({ 'a.txt': strToU8('各位代表') }))).toBe('extract/bad-archive');
  });

  it('refuses a damaged archive and a text named .docx', async () => {
    expect(await codeOf('report.docx', docxOf(documentXml('<w:p/>')).subarray(0, 90))).toBe('extract/bad-archive');
    expect(await codeOf('report.docx', utf8)).toBe('extract/bad-archive');
  });

  it('stops a zip bomb at the limit, whatever size it declares', async () => {
    const inflated = Buffer.alloc(60_000_000, 0x20);
    const packed = deflateRawSync(inflated, { level: 9 });
    const name = Buffer.from('word/document.xml');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(1000, 22);
    header.writeUInt16LE(name.length, 26);
    expect(await codeOf('report.docx', new Uint8Array(Buffer.concat([header, name, packed])))).toBe(
      'extract/bad-archive',
    );
  });
});

describe('what is no report', () => {
  it.each([
    ['an empty file', 'report.txt', new Uint8Array(0), 'extract/no-text'],
    ['a file of blanks', 'report.txt', new TextEncoder().encode('  \n \n'), 'extract/no-text'],
    [
      'binary junk',
      'report.txt',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256),
      'extract/unreadable',
    ],
    [
      'an old Word file',
      'report.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'extract/unreadable',
    ],
    ['a broken PDF', 'report.pdf', new TextEncoder().encode('%PDF-1.7\nnothing more'), 'extract/unreadable'],
    [
      'a letter',
      'letter.txt',
      new TextEncoder().encode('春天来了，山花开了，孩子们到河边放风筝。'.repeat(60)),
      'extract/not-a-report',
    ],
    ['a text of 50 MB', 'report.txt', new Uint8Array(50_000_000).fill(0x61), 'extract/too-large'],
  ])('%s', async (_, file, bytes, code) => {
    expect(await codeOf(file, bytes)).toBe(code);
  });

  it('says in Latin what Latin-1 text is: not readable as Chinese', async () => {
    const latin = Uint8Array.from({ length: 900 }, (_, at) =>
      at % 7 === 0 ? 0x20 : at % 5 === 0 ? 0xe9 : 0x61 + (at % 26),
    );
    expect(['extract/bad-encoding', 'extract/unreadable', 'extract/not-a-report']).toContain(
      await codeOf('letter.txt', latin),
    );
  });

  it('takes a long text without stops in linear time', async () => {
    const long = new TextEncoder().encode(`各位代表：${'增长5%比上年占由到和、等的'.repeat(20_000)}`);
    const { diagnostics, value } = await extractReport('report.txt', long);
    expect(value !== undefined || diagnostics.length > 0).toBe(true);
  }, 20_000);
});
