// What comes in as a package: entities of XML are never resolved, parts are never files, and an archive that says it is
// small stays small. The limit on a single Word part and on what a workbook unpacks to is in the tests of their readers.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/extract/read.ts';
import { proofDocx } from '../../src/proof/proof-docx.ts';
import { readWorkbook } from '../../src/tables/read-workbook.ts';

const root = path.resolve(import.meta.dirname, '../..');
const secret = pathToFileURL(path.join(root, 'package.json')).href;
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefghij']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  .join('')}]>`;
const doctypes: readonly (readonly [name: string, doctype: string, entity: string])[] = [
  ['a billion laughs', laughs, '&j;'],
  ['a file of the machine', `<!DOCTYPE x [<!ENTITY e SYSTEM "${secret}">]>`, '&e;'],
  ['an address', '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>', '&e;'],
  ['entities of parameters', `<!DOCTYPE x [<!ENTITY % p SYSTEM "${secret}"> %p;]>`, '地区'],
];

const docxOf = (document: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(document) });
const workbook = unzipSync(readFileSync(path.join(root, 'test/unit/tables/fixtures/主要指标.xlsx')));
const texts = 'xl/sharedStrings.xml';

describe('entities', () => {
  it.each(doctypes)('of %s are not resolved in a Word file', async (_, doctype, entity) => {
    const document = `<?xml version="1.0"?>${doctype}<w:document ${namespace}><w:body><w:p><w:r><w:t>各位代表${entity}</w:t></w:r></w:p></w:body></w:document>`;
    const { value, diagnostics } = await readSource('report.docx', docxOf(document));
    if (value === undefined) expect(diagnostics).toMatchObject([{ code: 'extract/bad-archive' }]);
    else {
      expect(value.text.length).toBeLessThan(20);
      expect(value.text).not.toContain('jianbao');
    }
  });

  it.each(doctypes)('of %s are not resolved in a workbook', async (_, doctype, entity) => {
    const xml = strFromU8(workbook[texts] ?? new Uint8Array());
    const bad = xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${doctype}`).replace(/(<t[^>]*>)[^<]+/, `$1${entity}`);
    expect(bad).toContain(doctype);
    const { value, diagnostics } = await readWorkbook('a.xlsx', zipSync({ ...workbook, [texts]: strToU8(bad) }));
    if (value === undefined) expect(diagnostics).toMatchObject([{ code: 'import/unreadable' }]);
    else {
      const read = value.flatMap(({ rows }) => rows.flat()).join('');
      expect(read.length).toBeLessThan(2_000);
      expect(read).not.toMatch(/哈{40}|jianbao/);
    }
  });
});

describe('names in an archive', () => {
  const bad = ['../../outside.txt', '/etc/outside', String.raw`..\..\outside`, '__proxy__', 'constructor', 'a\u0000b'];
  // The archive's writer has no such name; the readers are to meet it.
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it belongs to these tests
  const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
    Buffer.from(Buffer.from(zipSync(files)).toString('latin1').replaceAll('__proxy__', '__proto__'), 'latin1');
  const parts = Object.fromEntries(bad.map((name): [string, Uint8Array] => [name, strToU8('x')]));

  it('are names only: nothing is unpacked to the disk, and no prototype changes', async () => {
    const document = `<w:document ${namespace}><w:body><w:p><w:r><w:t>各位代表</w:t></w:r></w:p></w:body></w:document>`;
    const docx = await readSource('r.docx', zip({ ...parts, 'word/document.xml': strToU8(document) }));
    expect(docx.value?.text).toBe('各位代表');
    const { value } = await readWorkbook('a.xlsx', zip({ ...workbook, ...parts }));
    expect(value?.length).toBeGreaterThan(0);
    const { findings } = proofDocx(zip({ ...parts, 'word/document.xml': strToU8(document) }), { rules: 'auto' });
    expect(findings.length).toBeGreaterThan(0);
    expect({}).not.toHaveProperty('x');
  });
});
