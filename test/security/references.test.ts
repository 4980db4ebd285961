// Pictures, links, HTML and addresses in data and templates: building fetches nothing and reads no file that was not
// named. What comes out asks for nothing either: a DOCX points outside by hyperlinks alone, a PDF by links to addresses.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/library.ts';
import { openPackage } from '../../src/proof/docx-reading/package.ts';
import { shortReport } from '../helpers/short-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-references-'));
const root = path.join(folder, 'project');
const secret = path.join(folder, 'secret.png');
const requests: string[] = [];
let server: Server;
let address = '';

/** Every file opened for reading in this thread while `run` goes on. */
const reads = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
  const seen: string[] = [];
  const kept = { sync: fs.readFileSync, open: fs.openSync, stream: fs.createReadStream };
  const promised = { read: fs.promises.readFile, open: fs.promises.open };
  const noting = <F extends (...all: never[]) => unknown>(made: F): F =>
    new Proxy(made, {
      apply: (target, self, all: Parameters<F>): unknown => {
        seen.push(String(all[0]));
        return Reflect.apply(target, self, all);
      },
    });
  fs.readFileSync = noting(kept.sync);
  fs.openSync = noting(kept.open);
  fs.createReadStream = noting(kept.stream);
  fs.promises.readFile = noting(promised.read);
  fs.promises.open = noting(promised.open);
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    Object.assign(fs, { readFileSync: kept.sync, openSync: kept.open, createReadStream: kept.stream });
    Object.assign(fs.promises, { readFile: promised.read, open: promised.open });
    syncBuiltinESMExports();
  }
  return seen;
};

/** Ways to ask for a file or an address, in the languages that a page goes through. */
const asking = (): readonly string[] => {
  const file = pathToFileURL(secret).href;
  return [
    ...[`${address}/a.png`, file, '../secret.png', secret, 'data:image/png;base64,iVBORw0KGgo='].flatMap((place) => [
      `![图](${place})`,
      `[链](${place})`,
      `<img src="${place}">`,
      `<${place}>`,
    ]),
    `<iframe src="${address}/b"></iframe><script src="${address}/c"></script><link href="${address}/d">`,
    `<!DOCTYPE x [<!ENTITY e SYSTEM "${file}">]>&e;`,
    `:::chart{src="${secret}"}`,
    `{{> ../../secret.png}}{{{constructor}}}`,
    `INCLUDEPICTURE "${address}/e" \\d`,
  ];
};

const template = (body: string): Readonly<Record<string, string>> => ({
  'templates/ask.hbs': `---\ntitle: "{{report.title}}"\npage: gongwen\nembed: subset\n---\n${body}\n`,
});
const made = async (body: string, report = shortReport('a')) =>
  build(
    { file: 'data/a.yaml', content: report },
    { root, files: template(body), templates: ['ask'], formats: ['pdf', 'docx'] },
  );

beforeAll(async () => {
  fs.mkdirSync(root);
  writeFileSync(
    secret,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/5ncXRQAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

/** Where a finished PDF and DOCX point to, and what in them would act by itself. */
const pointingOf = async ({ format, bytes }: { readonly format: string; readonly bytes: Uint8Array }) => {
  if (format === 'docx') {
    const docx = openPackage(bytes);
    if (docx === undefined) throw new Error('no archive');
    const owners = ['', ...[...docx.parts.keys()].filter((part) => !part.endsWith('.rels'))];
    const external = owners.flatMap((owner) => docx.relationshipsOf(owner).filter((one) => one.external));
    const text = [...docx.parts].map(([, part]) => Buffer.from(part).toString('latin1')).join('\n');
    // Fields other than numbers and contents; what else Word would follow.
    const fields = [...text.matchAll(/(?:<w:instrText[^>]*>|w:instr=")\s*(\w+)/g)].map(([, name = '']) => name);
    const acts = [
      ...fields.filter((name) => !/^(?:PAGE|NUMPAGES|PAGEREF|TOC|REF|SEQ|HYPERLINK)$/.test(name)),
      ...(text.match(/attachedTemplate|vbaProject|altChunk|<!DOCTYPE|r:link=/g) ?? []),
    ];
    return {
      links: external.map(({ type, target }) => `${type} ${target}`),
      acts,
      media: [...docx.parts.keys()].filter((part) => /media|embeddings/.test(part)),
    };
  }
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const found: { readonly subtype: string; readonly unsafeUrl?: string }[] = await (
      await pdf.getPage(number)
    ).getAnnotations();
    links.push(...found.map(({ subtype, unsafeUrl }) => `${subtype} ${unsafeUrl ?? ''}`));
  }
  await pdf.destroy();
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('/ObjStm')) throw new Error('objects are packed: look into them');
  const acts =
    text.match(/\/(?:JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ImportData|EmbeddedFile|AA|RichMedia)\b/g) ?? [];
  return { links, acts, media: text.match(/\/Subtype \/Image/g) ?? [] };
};

describe('in data', () => {
  it('is printed as it stands: nothing is fetched, no other file read, no picture or link made', async () => {
    const all = asking();
    const report = shortReport(
      'a',
      ['title: 红旗区2017年政府工作报告', `title: ${JSON.stringify(all.slice(0, 4).join(' '))}`],
      ['summary: 经济平稳，民生改善。', `summary: ${JSON.stringify(all.join(' '))}`],
      ['name: 地区生产总值', `name: ${JSON.stringify(all.slice(4, 9).join(' '))}`],
      ['- text: 结构还不够优', all.map((one) => `- text: ${JSON.stringify(one)}`).join('\n  ')],
    );
    const body =
      '# {{report.title}}\n\n{{report.summary}}\n\n{{#each headline}}\n{{name}}\n\n{{/each}}\n{{#each problems}}\n{{this}}\n\n{{/each}}';
    const before = requests.length;
    let result: Awaited<ReturnType<typeof made>> | undefined;
    const seen = await reads(async () => {
      result = await made(body, report);
    });
    expect(result?.diagnostics).toEqual([]);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((file) => file.includes('secret'))).toEqual([]);
    expect(requests.slice(before)).toEqual([]);
    for (const document of result?.documents ?? [])
      expect(await pointingOf(document)).toEqual({ links: [], acts: [], media: [] });
    expect(result?.documents).toHaveLength(2);
  });
});

describe('in a template', () => {
  it('a picture, and a link to a file, is refused', async () => {
    const refused = asking().filter((one) => /^!?\[/.test(one) && !one.startsWith('[链](http'));
    expect(refused).toHaveLength(9);
    let codes: readonly string[] = [];
    const seen = await reads(async () => {
      codes = (await made(refused.join('\n\n'))).diagnostics.map(({ code }) => code);
    });
    expect(codes).toEqual(Array(9).fill('parse/bad-content'));
    expect(seen.filter((file) => file.includes('secret'))).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('HTML is text, and a link to an address is a link, which nobody follows before the reader does', async () => {
    const html = asking().filter((one) => one.startsWith('<'));
    const result = await made(`${html.join('\n\n')}\n\n[链](${address}/x) [信](mailto:a@example.cn)`);
    expect(result.diagnostics).toEqual([]);
    const [pdf, docx] = await Promise.all(result.documents.map(pointingOf));
    expect(pdf).toEqual({ links: [`Link ${address}/x`, 'Link mailto:a@example.cn'], acts: [], media: [] });
    expect(docx).toEqual({ links: [`hyperlink ${address}/x`, 'hyperlink mailto:a@example.cn'], acts: [], media: [] });
    expect(requests).toEqual([]);
  });
});
