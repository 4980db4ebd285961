import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/batch/lock.ts';
import { memoryHost } from '../../../src/host.ts';

describe('takeLock', () => {
  it('lets one build in at a time', async () => {
    const host = memoryHost(new Map());
    const first = await takeLock('/out', host);
    expect(await takeLock('/out', host)).toEqual({ heldBy: 1 });
    if (!('release' in first)) throw new Error('the first build did not get the lock');
    await first.release();
    expect(await takeLock('/out', host)).toHaveProperty('release');
  });

  it('takes over from a process that is gone', async () => {
    const host = memoryHost(new Map([['/out/.lock', '4242']]));
    expect(await takeLock('/out', host)).toHaveProperty('release');
    expect(new TextDecoder().decode(host.files.get('/out/.lock'))).toBe('1');
  });

  it('takes over a lock that was torn by a kill', async () => {
    const host = memoryHost(new Map([['/out/.lock', '']]));
    expect(await takeLock('/out', host)).toHaveProperty('release');
  });
});
