import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    env: { NO_COLOR: '1', TZ: 'UTC', LANG: 'zh_CN.UTF-8' },
    testTimeout: 60_000,
    pool: 'threads',
    // By default one fewer than there are cores, which on two cores is one file after the other.
    maxWorkers: '100%',
  },
});
