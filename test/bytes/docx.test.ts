// What is really in a .docx made with the bundled fonts: parts valid by the transitional schemas, faces that can be read
// back, pages of the contents without a PDF, and a size that can be mailed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obfuscate } from '../../src/docx/embed.ts';
import { renderDocx } from '../../src/docx/render-docx.ts';
import { readFontConfig } from '../../src/fonts/font-config.ts';
import type { FontSet } from '../../src/fonts/font-set.ts';
import { loadFonts } from '../../src/fonts/load-fonts.ts';
import { openTables, readGlyphs } from '../../src/fonts/sfnt.ts';
import { realHost } from '../../src/host.ts';
import { codePointsOf } from '../../src/tree/walk.ts';
import { open, part, render, runText, theme, type Opened } from '../unit/docx/opened.ts';
import { sampleDocument, sampleSheet } from '../unit/docx/sample-document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemas = path.join(root, '../shared/schemas/ooxml/ISO-IEC29500-4_2016');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'jianbao-docx-'));

const canRun = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

let fonts: FontSet;
let handout: Opened;
let sheet: Opened;

beforeAll(async () => {
  const file = path.join(root, 'fonts/fonts.yaml');
  const config = readFontConfig('fonts/fonts.yaml', readFileSync(file, 'utf8'));
  if (config.value === undefined) throw new Error('fonts/fonts.yaml cannot be read');
  const options = { cacheDir: path.join(scratch, 'fonts'), folders: [] };
  const library = await loadFonts(config.value, realHost(), options);
  if (library.value === undefined) throw new Error(JSON.stringify(library.diagnostics));
  fonts = await library.value.forDocument(codePointsOf(sampleDocument));
  handout = await render(sampleDocument, { fonts });
  sheet = await render(sampleSheet, { fonts });
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The schema that a part is written by; undefined for parts of the package itself and archives. */
const schemaOf = (name: string): string | undefined => {
  if (name.startsWith('word/theme/')) return 'dml-main.xsd';
  if (/^word\/charts\/[^/]+\.xml$/.test(name)) return 'dml-chart.xsd';
  if (/^word\/[^/]+\.xml$/.test(name)) return 'wml.xsd';
  return name === 'docProps/app.xml' ? 'shared-documentPropertiesExtended.xsd' : undefined;
};

/** Drops what a part says may be ignored (ECMA-376 Part 3): the names, and the attributes under their prefixes. */
const withoutIgnorable = (xml: string): string => {
  const [, names = ''] = /mc:Ignorable="([^"]*)"/.exec(xml) ?? [];
  return names
    .split(' ')
    .filter((name) => name !== '')
    .reduce((text, name) => text.replaceAll(new RegExp(` ${name}:\\w+="[^"]*"`, 'g'), ''), xml)
    .replace(/ mc:Ignorable="[^"]*"/, '');
};

const schemasAbsent = !existsSync(schemas)
  ? 'the schemas are not beside the repository'
  : !canRun('xmllint')
    ? 'there is no xmllint'
    : '';

describe.skipIf(schemasAbsent !== '')(`schemas${schemasAbsent === '' ? '' : ` (skipped: ${schemasAbsent})`}`, () => {
  it.each(['handout', 'sheet'])('hold for every part of the %s', (name) => {
    const opened = name === 'handout' ? handout : sheet;
    const checked = [...opened.parts.keys()].filter((one) => schemaOf(one) !== undefined);
    expect(checked.length).toBeGreaterThan(8);
    const faults = checked.flatMap((one) => {
      const file = path.join(scratch, name, one);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, withoutIgnorable(part(opened, one)));
      try {
        execFileSync('xmllint', ['--noout', '--schema', path.join(schemas, schemaOf(one) ?? ''), file], {
          stdio: 'pipe',
        });
        return [];
      } catch (error) {
        return [`${one}: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
    expect(faults).toEqual([]);
  });
});

describe('embedded faces', () => {
  it('are TrueType fonts that keep their character map', () => {
    const table = part(handout, 'word/fontTable.xml');
    const faces = [...table.matchAll(/r:id="rId(\d+)" w:fontKey="([^"]+)"/g)];
    expect(faces.length).toBeGreaterThanOrEqual(4);
    for (const [, id, key = ''] of faces) {
      const bytes = obfuscate(handout.parts.get(`word/fonts/font${id}.odttf`) ?? new Uint8Array(), key);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      expect(view.getUint32(0)).toBe(0x00010000);
      const tags = Array.from({ length: view.getUint16(4) }, (_, index) =>
        String.fromCharCode(...bytes.subarray(12 + 16 * index, 16 + 16 * index)),
      );
      expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'OS/2', 'name']));
    }
  });

  it('are whole fonts when they are asked for whole', async () => {
    const whole = await render(sampleDocument, { fonts, embed: 'whole' });
    const faces = [...part(whole, 'word/fontTable.xml').matchAll(/r:id="rId(\d+)" w:fontKey="([^"]+)"/g)];
    const counts = faces.map(([, id, key = '']) => {
      const { value } = openTables(obfuscate(whole.parts.get(`word/fonts/font${id}.odttf`) ?? new Uint8Array(), key));
      return value === undefined ? 0 : readGlyphs(value).size;
    });
    expect(counts.length).toBeGreaterThanOrEqual(4);
    // The repertoire has some 9,000 characters; the fonts that come with the package 30,000 each.
    expect(Math.min(...counts)).toBeGreaterThan(25_000);
  });

  it('tell Word what they are like', () => {
    const table = part(handout, 'word/fontTable.xml');
    expect(table).toMatch(/<w:panose1 w:val="[0-9A-F]{20}"\/>/);
    expect(table).toMatch(/<w:sig w:usb0="[0-9A-F]{8}" .*w:csb1="[0-9A-F]{8}"\/>/);
  });

  it('leave a handout under a megabyte', () => {
    expect(handout.bytes.length).toBeLessThan(1_000_000);
  });
});

describe('without a PDF', () => {
  it('the pages of the contents are worked out by laying the document out', async () => {
    const outcome = await renderDocx(sampleDocument, { theme, fonts });
    const opened = open(outcome.value?.bytes ?? new Uint8Array());
    const entries = [
      ...part(opened, 'word/document.xml').matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs),
    ];
    // The page break before the last heading comes on the third page or later; nothing is left blank or dirty.
    const pages = entries.map(([entry]) => Number(/\d+$/.exec(runText(entry))?.[0]));
    expect(pages).toHaveLength(3);
    expect(pages[0]).toBe(1);
    expect(pages[2]).toBeGreaterThanOrEqual(3);
    expect(part(opened, 'word/document.xml')).not.toContain('w:dirty');
  });
});

describe('bytes', () => {
  it('are the same for the same document and fonts', async () => {
    const again = await render(sampleDocument, { fonts });
    expect(Buffer.from(again.bytes).equals(Buffer.from(handout.bytes))).toBe(true);
  });
});
