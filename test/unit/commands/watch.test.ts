import { expect, it } from 'vitest';
import { watchCommand } from '../../../src/commands/watch.ts';
import { realHost } from '../../../src/host.ts';
import { root } from '../../helpers/project-engine.ts';

it.each([
  ['ENOSPC', 'the number of folders that the system watches for you is used up'],
  ['EACCES', 'permission denied'],
])('ends with 1 and a message when a folder cannot be watched: %s', async (code, reason) => {
  let stopped = 0;
  let begun = 0;
  const host = {
    ...realHost(),
    interrupted: () => new Promise<void>(() => undefined),
    watchFolder: () => {
      begun += 1;
      if (begun === 3) throw Object.assign(new Error('no'), { code });
      return { stop: () => void (stopped += 1) };
    },
  };
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const terminal = { out: say, err: say, locale: 'en', interactive: false, columns: 80 } as const;
  expect(await watchCommand([], { jobs: 1 }, { terminal, host, root, packageFolder: root })).toBe(1);
  expect(lines.join('\n')).toContain('error watch/not-watched');
  expect(lines.join('\n')).toContain(reason);
  expect(stopped).toBe(2);
});
