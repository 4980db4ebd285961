import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    env: { NO_COLOR: '1', TZ: 'UTC', LANG: 'zh_CN.UTF-8' },
    testTimeout: 30_000,
    pool: 'threads',
  },
});
