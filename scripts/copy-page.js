// After the compiler: takes the page's template, style and script, which it leaves alone, to where the compiled code
// looks for them.
import { cpSync } from 'node:fs';

cpSync('src/gallery/page', 'dist/gallery/page', { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') });
