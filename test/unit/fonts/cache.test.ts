import { expect, it } from 'vitest';
import { openCache } from '../../../src/fonts/cache.ts';
import { memoryHost } from '../../../src/host.ts';

const made = new TextEncoder().encode('cut');

it('makes an entry once, makes a damaged one again, and sweeps what killed processes left of it', async () => {
  const host = memoryHost(new Map());
  let times = 0;
  const get = (): Promise<Uint8Array> =>
    openCache('/cache', host).get(['a face'], async () => {
      times += 1;
      return made;
    });
  expect([await get(), await get(), times]).toEqual([made, made, 1]);
  const [entry = ''] = [...host.files.keys()];
  host.files.set(`${entry}.12.0123456789ab.tmp`, made);
  host.files.set('/cache/other.bin.12.0123456789ab.tmp', made);
  host.files.set(entry, host.files.get(entry)?.slice(0, 30) ?? made);
  expect([await get(), times]).toEqual([made, 2]);
  expect([...host.files.keys()].toSorted()).toEqual([entry, '/cache/other.bin.12.0123456789ab.tmp'].toSorted());
});
