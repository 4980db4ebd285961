// A folder that cannot be written, from the start or from some moment on: told, never thrown.
import { describe, expect, it } from 'vitest';
import type { BatchRequest } from '../../../src/batch/outlook.ts';
import { runLocked } from '../../../src/batch/run-locked.ts';
import { memoryHost, type Host } from '../../../src/host.ts';

const readOnly = Object.assign(new Error('read-only'), { code: 'EROFS' });
const refuse = async (): Promise<never> => {
  throw readOnly;
};

const request: BatchRequest = {
  root: '/p',
  out: '/p/output',
  inputs: [{ path: '/p/data/a.yaml', label: 'data/a.yaml', sha256: '1', id: 'a' }],
  wanted: [{ template: 'brief', format: 'pdf', recipe: 'r', over: 'report' }],
  offered: () => true,
  strict: false,
  gallery: false,
  mine: () => true,
  jobs: 1,
};

const run = (host: Host) =>
  runLocked(
    request,
    () => ({ work: async () => ({ written: [], diagnostics: [], sources: [] }), close: async () => undefined }),
    host,
    () => undefined,
  );

describe('runLocked', () => {
  it('says that the folder cannot be written when the lock cannot', async () => {
    const host = { ...memoryHost(new Map()), createNew: refuse };
    const { value, diagnostics } = await run(host);
    expect([value, diagnostics]).toMatchObject([undefined, [{ code: 'write/not-writable', file: 'output' }]]);
  });

  it('says so when nothing but the lock could be written, and leaves the lock to the next run', async () => {
    const memory = memoryHost(new Map([['/p/output/old.1.0123456789ab.tmp', 'left']]));
    const { diagnostics } = await run({ ...memory, replace: refuse, remove: refuse, removeEmptyFolder: refuse });
    expect(diagnostics).toMatchObject([{ code: 'write/not-writable', file: 'output' }]);
    expect(memory.files.has('/p/output/.lock')).toBe(true);
  });

  it('sweeps what killed builds left, and nothing else', async () => {
    const ours = ['a/brief.pdf.12.0123456789ab.tmp', '.lock-taken-over', '.lock-taken-over-taken-over'];
    const theirs = ['a/notes.tmp', 'a/deep/er.12.0123456789ab.tmp', '.lock-of-mine'];
    const memory = memoryHost(new Map([...ours, ...theirs].map((file) => [`/p/output/${file}`, ''])));
    const unreadable = {
      ...memory,
      list: async (at: string) => (at.endsWith('.figures') ? refuse() : memory.list(at)),
    };
    await run(unreadable);
    const left = [...memory.files.keys()].map((file) => file.slice('/p/output/'.length));
    expect(left.filter((file) => ours.includes(file))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(theirs));
  });
});
