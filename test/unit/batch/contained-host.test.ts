import { describe, expect, it } from 'vitest';
import { mergeShards } from '../../../src/batch/merge.ts';
import { manifestText } from '../../../src/batch/manifest.ts';
import { containedHost, leadsElsewhere } from '../../../src/contained-host.ts';
import { memoryHost, sha256, type Host } from '../../../src/host.ts';

const bytes = new Uint8Array([1, 2, 3]);

const withLinks = (host: Host, ...links: readonly string[]): Host => ({
  ...host,
  isLink: async (file) => links.includes(file),
});

describe('containedHost', () => {
  it.each(['/out/linked/x.pdf', '/out/a/linked/x.pdf', '/out/../x.pdf', '/elsewhere/x.pdf'])(
    'neither writes nor removes %s',
    async (file) => {
      const memory = memoryHost(new Map([[file, 'theirs']]));
      const host = containedHost('/out', withLinks(memory, '/out/linked', '/out/a/linked'));
      for (const act of [() => host.replace(file, bytes), () => host.createNew(file, bytes), () => host.remove(file)])
        await expect(act()).rejects.toMatchObject({ code: leadsElsewhere });
      expect(new TextDecoder().decode(memory.files.get(file))).toBe('theirs');
    },
  );

  it('writes in the place of a link, and below a folder that is one itself', async () => {
    const memory = memoryHost(new Map());
    const host = containedHost('/out', withLinks(memory, '/out', '/out/a/x.pdf'));
    await host.replace('/out/a/x.pdf', bytes);
    expect([...memory.files.keys()]).toEqual(['/out/a/x.pdf']);
  });
});

describe('mergeShards', () => {
  it('does not write through a link', async () => {
    const entry = { file: 'a/brief.pdf', report: 'a', template: 'brief', format: 'pdf', source: 'a.yaml' } as const;
    const document = { ...entry, data: '', recipe: '', sha256: sha256(bytes), bytes: bytes.length, pages: 1 };
    const manifest = manifestText({ version: 1, reports: [], documents: [document] });
    const memory = memoryHost(
      new Map<string, string | Uint8Array>([
        ['/s1/manifest.json', manifest],
        ['/s1/a/brief.pdf', bytes],
      ]),
    );
    const { diagnostics } = await mergeShards(['/s1'], '/out', false, withLinks(memory, '/out/a'));
    expect(diagnostics).toMatchObject([{ code: 'write/not-writable' }]);
    expect([...memory.files.keys()].filter((file) => file.startsWith('/out'))).toEqual([]);
  });
});
