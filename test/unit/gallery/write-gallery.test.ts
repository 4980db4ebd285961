// The page of an output folder: what it shows, that data stay data, that nothing is written twice, whose files go.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentEntry, Manifest, ReportEntry } from '../../../src/batch/manifest.ts';
import { cardFile, cardText, type Card } from '../../../src/gallery/card.ts';
import { pictureFile, pictureKey } from '../../../src/gallery/file-names.ts';
import { pinyinOf } from '../../../src/gallery/pinyin.ts';
import { isGalleryCurrent, writeGallery } from '../../../src/gallery/write-gallery.ts';
import { memoryHost, type Host } from '../../../src/host.ts';
import { root } from '../../helpers/project-engine.ts';

const pages = path.join(root, 'src/gallery/page');

const report = (id: string, place: string, year: number, changes: Partial<ReportEntry> = {}): ReportEntry => ({
  id,
  title: `${place}${year}年政府工作报告`,
  place,
  year,
  source: `data/${id}.yaml`,
  data: 'd',
  findings: { conflict: 0, unusual: 0, note: 0, accepted: 0 },
  ...changes,
});

const file = (
  id: string,
  template: string,
  format: 'pdf' | 'docx',
  changes: Partial<DocumentEntry> = {},
): DocumentEntry => ({
  file: `${id}/${template}.${format}`,
  report: id,
  template,
  format,
  source: `data/${id}.yaml`,
  data: 'd',
  recipe: 'r',
  sha256: `hash of ${id}/${template}.${format}`,
  bytes: 120 * 1024,
  pages: format === 'pdf' ? 2 : 0,
  ...changes,
});

const card = (short: string, level: Card['level'], changes: Partial<Card> = {}): Card => ({
  short,
  level,
  meeting: `${short}人民代表大会`,
  date: '2017-04-21',
  speaker: '',
  pinyin: pinyinOf(short),
  kinds: { brief: { zh: '简报', en: 'brief' }, handout: { zh: '会议讲义', en: 'handout' } },
  look: { masthead: '', red: '#C8102E', slate: '#2F4858' },
  findings: [],
  ...changes,
});

const manifest: Manifest = {
  version: 1,
  reports: [
    report('luohu-2015', '罗湖区', 2015),
    report('luohu-2016', '罗湖区', 2016),
    report('hebei-2014', '河北省', 2014),
  ],
  documents: [
    file('luohu-2015', 'handout', 'pdf'),
    file('luohu-2015', 'brief', 'pdf'),
    file('luohu-2015', 'brief', 'docx'),
    file('luohu-2016', 'brief', 'pdf'),
    file('hebei-2014', 'brief', 'docx'),
  ],
};

/** An output folder as a build leaves it, with a picture for each PDF. */
const folder = (of: Manifest, cards: Readonly<Record<string, Card>>) => {
  const files = new Map<string, string | Uint8Array>();
  for (const name of readdirSync(pages)) files.set(path.join(pages, name), readFileSync(path.join(pages, name)));
  for (const [id, one] of Object.entries(cards)) files.set(path.join('/out', cardFile(id)), cardText(one));
  for (const { format, sha256 } of of.documents) {
    if (format === 'pdf') files.set(`/out/index_files/${pictureFile(pictureKey(sha256), 300)}`, 'a picture');
  }
  return memoryHost(files);
};

const cards = {
  'luohu-2015': card('罗湖区', 'county'),
  'luohu-2016': card('罗湖区', 'county'),
  'hebei-2014': card('河北省', 'province'),
};

const pageOf = (host: { readonly files: ReadonlyMap<string, Uint8Array> }): string =>
  new TextDecoder().decode(host.files.get('/out/index.html'));

/** The same folder, and what is written to it. */
const watched = (host: Host): { readonly host: Host; readonly written: string[] } => {
  const written: string[] = [];
  const replace: Host['replace'] = async (name, bytes) => {
    written.push(name);
    await host.replace(name, bytes);
  };
  return { host: { ...host, replace }, written };
};

describe('the page', () => {
  it('shows reports by place from the country down, the newest first, and documents in the order of use', async () => {
    const host = folder(manifest, cards);
    expect(await writeGallery('/out', manifest, host)).toEqual([]);
    const page = pageOf(host);
    const order = ['>河北省</span> <small>', '河北省2014年', '>罗湖区</span> <small>', '罗湖区2016年', '罗湖区2015年'];
    const body = page.slice(page.indexOf('<main'));
    expect(order.map((text) => body.indexOf(text)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    const last = body.slice(body.indexOf('罗湖区2015年'));
    expect(last.indexOf('简报</b>')).toBeLessThan(last.indexOf('会议讲义</b>'));
    expect(page).toContain('href="luohu-2015/brief.pdf"');
    expect(page).toContain('download="罗湖区2015年政府工作报告-简报.docx"');
    expect(page).toContain('120 KB');
    expect(page).toContain('2 页');
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  it('has a blank sheet where there is no PDF to draw', async () => {
    const host = folder(manifest, cards);
    await writeGallery('/out', manifest, host);
    const only = pageOf(host).match(/id="hebei-2014"[\s\S]*?<\/article>/)?.[0] ?? '';
    expect(only).not.toContain('<img');
    expect(only).toContain('class="blank"');
  });

  it('loads nothing from elsewhere and forbids it', async () => {
    const host = folder(manifest, cards);
    await writeGallery('/out', manifest, host);
    const page = pageOf(host);
    expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, to = '']) => /^(?:\w+:)?\/\//.test(to))).toEqual(
      [],
    );
    expect(page).toContain("default-src 'none'");
  });

  it('keeps data data', async () => {
    const bad = '</script><img src=x onerror=alert(1)>"\'{{title}}';
    const of: Manifest = { ...manifest, reports: [report('luohu-2015', bad, 2015)] };
    const finding = {
      level: 'conflict',
      rule: { zh: bad, en: bad },
      name: bad,
      stated: bad,
      computation: { zh: bad, en: bad },
    } as const;
    const host = folder(of, { 'luohu-2015': card(bad, 'county', { meeting: bad, date: bad, findings: [finding] }) });
    await writeGallery('/out', of, host);
    const page = pageOf(host);
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
  });

  it('finds places by pinyin, as people type it', async () => {
    const host = folder(manifest, cards);
    await writeGallery('/out', manifest, host);
    expect(pageOf(host)).toMatch(/data-search="[^"]*lhq luohuqu/);
    expect(pinyinOf('重庆市').initials).toBe('cqs');
  });

  it('shows open findings with both languages beside the documents', async () => {
    const computation = { zh: '按两年数值是1.46倍', en: 'the levels give 1.46 times' };
    const finding = {
      level: 'conflict',
      rule: { zh: '倍数', en: 'multiple' },
      name: '生产总值',
      stated: '第1句',
      computation,
    } as const;
    const of: Manifest = {
      ...manifest,
      reports: [report('luohu-2015', '罗湖区', 2015, { findings: { conflict: 1, unusual: 0, note: 0, accepted: 2 } })],
    };
    const host = folder(of, { 'luohu-2015': card('罗湖区', 'county', { findings: [finding] }) });
    await writeGallery('/out', of, host);
    expect(pageOf(host)).toContain('data-found="conflict"');
    expect(pageOf(host)).toContain('1 处矛盾');
    expect(pageOf(host)).toContain('data-en="the levels give 1.46 times"');
    expect(pageOf(host)).toContain('另有 2 处已说明');
  });

  it("bears the project's masthead and colours, where these can be read on white", async () => {
    const look = { masthead: '红旗区政情简报', red: '#0B5D3B', slate: '#DDEEFF' };
    const host = folder(manifest, { ...cards, 'hebei-2014': card('河北省', 'province', { look }) });
    await writeGallery('/out', manifest, host);
    expect(pageOf(host)).toContain('lang="zh-CN">红旗区政情简报</p>');
    expect(pageOf(host)).toContain(':root { --red: #0b5d3b; }');
    expect(pageOf(host)).toMatch(/data-theme='dark'\] { --red: #[0-9a-f]{6}; }/);
  });

  it('does without the card of a report, and without documents', async () => {
    const host = folder(manifest, {});
    await writeGallery('/out', manifest, host);
    expect(pageOf(host)).toContain('罗湖区2015年政府工作报告');
    const none = folder({ version: 1, reports: [], documents: [] }, {});
    await writeGallery('/out', { version: 1, reports: [], documents: [] }, none);
    expect(pageOf(none)).toContain('还没有生成文件');
  });

  it('leaves out what a killed run had only announced', async () => {
    const of: Manifest = {
      ...manifest,
      documents: [...manifest.documents, file('luohu-2016', 'factsheet', 'pdf', { sha256: '', pending: true })],
    };
    const host = folder(of, cards);
    expect(await writeGallery('/out', of, host)).toEqual([]);
    expect(pageOf(host)).not.toContain('factsheet');
  });
});

describe('writing', () => {
  it('gives the same bytes, and writes nothing when nothing has changed', async () => {
    const plain = folder(manifest, cards);
    const { host, written } = watched(plain);
    await writeGallery('/out', manifest, host);
    expect(written).toEqual(['/out/index.html']);
    expect(await isGalleryCurrent('/out', manifest, host)).toBe(true);
    await writeGallery('/out', manifest, host);
    expect(written).toEqual(['/out/index.html']);
    // A run keeps its manifest in the order in which the workers were done.
    const other = folder(manifest, cards);
    const { reports, documents } = manifest;
    await writeGallery('/out', { version: 1, reports: reports.toReversed(), documents: documents.toReversed() }, other);
    expect(pageOf(other)).toBe(pageOf(plain));
  });

  it('tells a page that was altered, and a picture that is gone', async () => {
    const host = folder(manifest, cards);
    await writeGallery('/out', manifest, host);
    host.files.set('/out/index.html', new TextEncoder().encode(`${pageOf(host)}<!-- altered -->`));
    expect(await isGalleryCurrent('/out', manifest, host)).toBe(false);
    await writeGallery('/out', manifest, host);
    expect(await isGalleryCurrent('/out', manifest, host)).toBe(true);
    host.files.delete(`/out/index_files/${pictureFile(pictureKey(manifest.documents[0]?.sha256 ?? ''), 300)}`);
    expect(await isGalleryCurrent('/out', manifest, host)).toBe(false);
  });

  it('removes pictures that no document is shown by, and nothing that is not ours', async () => {
    const host = folder(manifest, cards);
    const foreign = ['/out/index_files/logo.png', '/out/index_files/0123456789abcdef-300.jpg', '/out/notes.txt'];
    for (const name of foreign) host.files.set(name, new Uint8Array(1));
    host.files.set('/out/index_files/0123456789abcdef-300.png', new Uint8Array(1));
    await writeGallery('/out', { ...manifest, documents: manifest.documents.slice(1) }, host);
    const left = [...host.files.keys()].filter((name) => name.startsWith('/out/index_files/'));
    expect(left).toHaveLength(2 + 2);
    expect(foreign.every((name) => host.files.has(name))).toBe(true);
  });

  it("leaves someone else's page alone, and says so", async () => {
    const host = folder(manifest, cards);
    host.files.set('/out/index.html', new TextEncoder().encode('<!doctype html><title>our site</title>'));
    expect(await writeGallery('/out', manifest, host)).toMatchObject([
      { severity: 'warning', code: 'gallery/not-ours' },
    ]);
    expect(pageOf(host)).toContain('our site');
    expect(await isGalleryCurrent('/out', manifest, host)).toBe(true);
  });

  it('tells of a PDF that cannot be drawn, and shows a blank sheet', async () => {
    const host = folder({ ...manifest, documents: [] }, cards);
    for (const { file: name } of manifest.documents) host.files.set(`/out/${name}`, new TextEncoder().encode('junk'));
    const diagnostics = await writeGallery('/out', manifest, host);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array(3).fill('warning gallery/not-drawn'),
    );
    expect(pageOf(host)).toContain('class="blank"');
  });
});
