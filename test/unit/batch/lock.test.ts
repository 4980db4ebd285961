import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/batch/lock.ts';
import { memoryHost } from '../../../src/host.ts';

const timing = { beat: 1, silence: 4 };
const markOf = (id: number, machine = 'memory'): string => `${JSON.stringify({ machine, id, started: '1' })}\n`;

describe('takeLock', () => {
  it('lets one build in at a time', async () => {
    const host = memoryHost(new Map());
    const first = await takeLock('/out', host);
    expect(await takeLock('/out', host)).toEqual({ heldBy: { process: 1, machine: 'memory' } });
    if (!('release' in first)) throw new Error('the first build did not get the lock');
    await first.release();
    expect(await takeLock('/out', host)).toHaveProperty('release');
  });

  it('takes over at once from a process of this machine that is gone', async () => {
    const host = memoryHost(new Map([['/out/.lock', markOf(4242)]]));
    expect(await takeLock('/out', host)).toHaveProperty('release');
    expect(new TextDecoder().decode(host.files.get('/out/.lock'))).toBe(markOf(1));
  });

  it('takes over from another machine that gives no sign of life', async () => {
    const host = memoryHost(new Map([['/out/.lock', markOf(7, 'elsewhere')]]));
    expect(await takeLock('/out', host, timing)).toHaveProperty('release');
  });

  it('leaves the lock to another machine that gives one', async () => {
    const host = memoryHost(new Map([['/out/.lock', markOf(7, 'elsewhere')]]));
    let beats = 0;
    const living = {
      ...host,
      exists: host.exists,
      read: async (file: string) => {
        if (file.endsWith('-beat')) return new TextEncoder().encode(String((beats += 1)));
        return host.read(file);
      },
    };
    expect(await takeLock('/out', living, timing)).toEqual({ heldBy: { process: 7, machine: 'elsewhere' } });
  });

  it('takes over a lock that says nothing', async () => {
    const host = memoryHost(new Map([['/out/.lock', '']]));
    expect(await takeLock('/out', host, timing)).toHaveProperty('release');
  });
});
