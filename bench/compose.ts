// Composes whole reports as running text at 28 characters a line and prints what the line rules ask about:
// space added between neighbouring hanzi (median, 99th percentile, em), faults, and the time on a warm run.
// Usage: bench/compose.ts REPORT.txt… under a Node that strips types; widths are near those of Noto Serif SC.
import { readFileSync } from 'node:fs';
import { composeParagraph, type Line } from '../src/compose/compose.ts';
import { brokenRules } from '../src/compose/rules.ts';

const measure = (156 / 25.4) * 72;
const size = 16;
const narrow: Readonly<Record<string, number>> = {
  '1': 0.471,
  '.': 0.327,
  ',': 0.327,
  ' ': 0.256,
  '-': 0.346,
  '/': 0.352,
  '%': 0.923,
};
/** Noto Serif SC, near enough: what is not ASCII takes an em. */
const advance = (codePoint: number): number =>
  codePoint < 0x2000 ? (narrow[String.fromCodePoint(codePoint)] ?? 0.557) : 1;
const tracking = measure / 28 - size;

const composeText = (text: string): readonly Line<null>[] =>
  text
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) =>
      composeParagraph([{ text: paragraph, style: null, size, advance, tracking }], {
        measure,
        indent: (2 * measure) / 28,
        align: 'justify',
      }),
    );

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

const files = process.argv.slice(2);
const gaps: number[] = [];
const perLine: number[] = [];
const faults = new Map<string, number>();
const broken = new Map<string, number>();
let lineCount = 0;
let characters = 0;
let milliseconds = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  composeText(text);
  const start = performance.now();
  const lines = composeText(text);
  milliseconds += performance.now() - start;
  characters += text.length;
  lineCount += lines.length;
  for (const line of lines) {
    const whole = line.segments.map((segment) => segment.text).join('');
    for (const fault of line.faults) {
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
    }
    if (line.last) continue;
    const extra = Math.max(0, line.ratio);
    perLine.push(extra);
    const hanziPairs = whole.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0;
    for (let i = 0; i < hanziPairs; i += 1) gaps.push(extra);
  }
  for (const paragraph of text.split('\n').filter((part) => part.trim() !== '')) {
    const set = composeParagraph([{ text: paragraph, style: null, size, advance, tracking }], {
      measure,
      indent: (2 * measure) / 28,
      align: 'justify',
    });
    for (const found of brokenRules(set.map((line) => paragraph.slice(line.start, line.next)))) {
      broken.set(found.rule, (broken.get(found.rule) ?? 0) + 1);
    }
  }
}
gaps.sort((a, b) => a - b);
perLine.sort((a, b) => a - b);
console.log(`${files.length} files, ${characters} characters, ${lineCount} lines`);
console.log(
  `hanzi gaps, em: median ${quantile(gaps, 0.5).toFixed(4)}  95th ${quantile(gaps, 0.95).toFixed(4)}  99th ${quantile(gaps, 0.99).toFixed(4)}  99.9th ${quantile(gaps, 0.999).toFixed(4)}  max ${quantile(gaps, 1).toFixed(4)}`,
);
console.log(`lines, em: median ${quantile(perLine, 0.5).toFixed(4)}  99th ${quantile(perLine, 0.99).toFixed(4)}`);
console.log(
  `faults ${JSON.stringify(Object.fromEntries(faults))}  broken rules ${JSON.stringify(Object.fromEntries(broken))}`,
);
console.log(
  `warm: ${milliseconds.toFixed(1)} ms, ${((milliseconds / characters) * 14000).toFixed(2)} ms for 14,000 characters`,
);
