// The preview's server: to this machine alone, nothing outside its folder, types and ranges as browsers ask for them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realHost } from '../../../src/host.ts';
import { isLocal, openServer, type PreviewServer } from '../../../src/preview/server.ts';

const base = mkdtempSync(path.join(tmpdir(), 'jianbao-preview-'));
const out = path.join(base, 'output');
let server: PreviewServer;

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** The path goes as it is: `fetch` would tidy it up. */
const get = (file: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    const asked = request({ host: '127.0.0.1', port, path: file, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

const firstOf = async (response: Response): Promise<string> => {
  const { value } = (await response.body?.getReader().read()) ?? {};
  return new TextDecoder().decode(value);
};

beforeAll(async () => {
  mkdirSync(path.join(out, '红旗-2017'), { recursive: true });
  mkdirSync(path.join(out, '.figures'));
  writeFileSync(path.join(base, 'secret.txt'), 'secret');
  writeFileSync(path.join(out, '.figures/a.json'), 'secret');
  writeFileSync(path.join(out, '红旗-2017/brief.pdf'), '%PDF-0123456789');
  writeFileSync(path.join(out, '红旗-2017/brief.docx'), 'PK');
  writeFileSync(
    path.join(out, 'index.html'),
    `<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-a'; style-src 'sha256-b'">\n</head>`,
  );
  server = await openServer(
    { out, port: 0, pageFile: 'index.html', words: { busy: '正在更新', lost: '预览已结束' } },
    realHost(),
  );
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

describe('the preview server', () => {
  it('listens on loopback', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', 'localhost.evil', '10.0.0.1'])(
    'refuses the host %s',
    async (host) => {
      expect((await get('/', { host })).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('knows the names of this machine', () => {
    expect(['127.0.0.1:80', 'localhost', 'LOCALHOST:4173', '[::1]:1'].every(isLocal)).toBe(true);
    expect([undefined, '', 'localhost:x', '0.0.0.0', 'localhost@evil'].some(isLocal)).toBe(false);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%E7%BA%A2%E6%97%97-2017/../../secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.figures/a.json',
    '/%2efigures/a.json',
    '/~live/../server.ts',
    '/~live/%2e%2e/server.ts',
    '/%00',
    '/%zz',
    '/absent.pdf',
    '/%E7%BA%A2%E6%97%97-2017',
  ])('gives nothing for %j', async (file) => {
    const { status, body } = await get(file);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  it('takes nothing', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/', {}, 'DELETE')).status).toBe(405);
  });

  it('tells what files are, and gives a part where a part is asked for', async () => {
    const pdf = '/%E7%BA%A2%E6%97%97-2017/brief.pdf';
    const whole = await get(pdf);
    expect(whole).toMatchObject({ status: 200, body: '%PDF-0123456789' });
    expect(whole.headers).toMatchObject({ 'content-type': 'application/pdf', 'accept-ranges': 'bytes' });
    const part = await get(pdf, { range: 'bytes=5-8' });
    expect(part).toMatchObject({ status: 206, body: '0123' });
    expect(part.headers['content-range']).toBe('bytes 5-8/15');
    expect((await get(pdf, { range: 'bytes=-3' })).body).toBe('789');
    expect((await get(pdf, { range: 'bytes=99-' })).status).toBe(416);
    expect((await get(pdf, {}, 'HEAD')).body).toBe('');
    expect((await get('/%E7%BA%A2%E6%97%97-2017/brief.docx')).headers['content-type']).toContain('wordprocessingml');
  });

  it('adds its script to the page, and to the policy no more than its own', async () => {
    const { body, headers } = await get('/index.html');
    expect(body).toContain('src="/~live/live.js"');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'self' 'sha256-b'; connect-src 'self'",
    );
    expect((await get('/~live/live.js')).headers['content-type']).toContain('javascript');
  });

  it('tells open pages of a build, and newcomers how things stand', async () => {
    server.tell({ revision: 7, busy: false, heading: '生成有误', problems: 'data/a.yaml:3:1' });
    const events = await fetch(`${server.address}~live/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    expect(await firstOf(events)).toContain('"revision":7');
    expect((await get('/')).body).toContain('data-revision="7"');
  });
});
