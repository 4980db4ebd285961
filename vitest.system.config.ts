import { defineConfig } from 'vitest/config';

// Checks that need system packages (LibreOffice, poppler, python-docx, pandoc, veraPDF) or minutes; `.ci/run` installs what they need.
export default defineConfig({
  test: {
    include: ['test/system/**/*.test.ts'],
    env: { NO_COLOR: '1' },
    // What was checked is printed as it is.
    disableConsoleIntercept: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
