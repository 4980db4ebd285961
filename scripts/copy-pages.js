// After the compiler: takes templates, styles and scripts of pages, which it leaves alone, to where the compiled code
// looks for them.
import { cpSync } from 'node:fs';

for (const folder of ['gallery/page', 'preview/page']) cpSync(`src/${folder}`, `dist/${folder}`, { recursive: true });
