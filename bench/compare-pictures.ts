// The picture of docs/composition.md: one page of the same text by stock pdfmake (left) and by this project (right).
// What proof finds on a line is marked in the margin in red, and lines whose hanzi are spread by 0.05 em or more in grey.
// Usage: npm run bench:pictures; needs pdftoppm (poppler) and convert (ImageMagick). Writes docs/pictures/compared/composition.png.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLedger } from '../src/proof/finding.ts';
import { openForProof } from '../src/proof/pdf-reading/open.ts';
import { judgeLines } from '../src/proof/pdf-rules/lines.ts';
import { extraSpaces, naturalPitches } from '../src/proof/pdf-rules/spacing.ts';
import { packageFolder } from '../src/version.ts';
import { page, setUp, type Maker } from './compared/compared.ts';
import { ours } from './compared/ours.ts';
import { sampleText } from './compared/sample-text.ts';
import { stockPdfmake } from './compared/stock-pdfmake.ts';

const dpi = 108;
const pixels = (points: number): number => Math.round((points * dpi) / 72);
/** Spread from which a line looks loose to the eye, em. */
const loose = 0.05;

const folder = mkdtempSync(path.join(tmpdir(), 'jianbao-pictures-'));
const root = packageFolder();
const setup = await setUp(root, [sampleText]);

/** Draws the first page, cut to its text area with a margin, faults marked. */
const draw = async (maker: Maker): Promise<string> => {
  const bytes = await maker.make(sampleText);
  const pdf = openForProof(bytes);
  if (pdf === undefined) throw new Error(`${maker.name} made no PDF`);
  const ledger = createLedger();
  judgeLines(pdf.paragraphs, ledger);
  const faults = ledger.findings().filter(({ rule }) => rule.startsWith('line/') && rule !== 'line/stretched');
  const natural = naturalPitches(pdf.paragraphs);
  const marks: string[] = [];
  for (const { lines } of pdf.paragraphs) {
    lines.forEach((line, index) => {
      if (line.page !== 1) return;
      const [top, bottom] = [pixels(line.baseline - 15), pixels(line.baseline + 4)];
      const [right, left] = [pixels(page.left + 442.2), pixels(page.left)];
      const found = faults.filter((fault) => fault.page === 1 && fault.line === line.number);
      if (found.length > 0) {
        console.log(
          `${maker.name} ${line.number}: ${found.map(({ rule, found: seen }) => `${rule} ${seen.en}`).join('; ')}`,
        );
        marks.push('-fill', '#C8102E', '-draw', `rectangle ${right + 10},${top} ${right + 16},${bottom}`);
      }
      const spread = index === lines.length - 1 ? 0 : Math.max(0, ...extraSpaces(line, natural));
      if (spread >= loose)
        marks.push('-fill', '#8A979E', '-draw', `rectangle ${left - 16},${top} ${left - 10},${bottom}`);
    });
  }
  const [source, target] = [path.join(folder, `${maker.name}.pdf`), path.join(folder, maker.name)];
  writeFileSync(source, bytes);
  execFileSync('pdftoppm', ['-r', String(dpi), '-f', '1', '-l', '1', '-singlefile', '-png', source, target]);
  const [x, y] = [pixels(page.left) - 24, pixels(page.top) - 12];
  const [width, height] = [pixels(442.2) + 48, pixels(22 * page.leading) + 24];
  const cut = ['-crop', `${width}x${height}+${x}+${y}`, '+repage', '-bordercolor', '#B8C0C4', '-border', '1'];
  execFileSync('convert', [`${target}.png`, ...marks, ...cut, `${target}-cut.png`]);
  return `${target}-cut.png`;
};

const [left, right] = [await draw(stockPdfmake(setup)), await draw(ours(setup))];
const file = path.join(root, 'docs/pictures/compared/composition.png');
const reduced = ['-colors', '32', '-strip', '-define', 'png:exclude-chunks=date,time'];
execFileSync('convert', [left, right, '-background', 'white', '-splice', '8x0', '+append', ...reduced, `PNG8:${file}`]);
rmSync(folder, { recursive: true });
console.log(file);
