// Finished files as proof gets them: PDF damaged as bytes or in its objects, DOCX damaged inside or as an archive.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { hasFailures } from '../../../src/proof/finding.ts';
import { proofFile } from '../../../src/proof/proof.ts';
import { objectsOf, writeObjects } from '../../unit/proof/repack-pdf.ts';
import type { Expectation } from '../../../src/proof/expectation.ts';
import { damagedArchives } from '../archive.ts';
import { bytesOf, type Input, type Kind } from '../kind.ts';
import { damageBytes, damageText, edits } from '../mutate.ts';

const tokens = [
  ...[
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/',
    '%',
    'obj',
    'endobj',
    'stream',
    'endstream',
    'xref',
    'trailer',
    'R',
  ],
  ...[
    '1 0 R',
    '2 0 R',
    '3 0 R',
    '0 0 R',
    '99999 0 R',
    '/Kids [1 0 R]',
    '/Parent 1 0 R',
    '/Length 999999999',
    '/W [8 8 8]',
  ],
  ...['/Filter /LZWDecode', '/Filter [/FlateDecode /FlateDecode]', '/Predictor 15', '/Columns 1000000', '/Colors -1'],
  ...[
    '/Count 1000000',
    '/N 1000000',
    '/First -1',
    '/Rotate 45',
    '/MediaBox [0 0 0 0]',
    '/Type /Pages',
    '/Encrypt 1 0 R',
  ],
  ...[
    'q',
    'Q',
    'BT',
    'ET',
    'Tj',
    'TJ',
    'Tf',
    'Tm',
    'cm',
    'Do',
    'BDC',
    'EMC',
    're',
    'f',
    '1e99',
    '-1e99',
    '.',
    '--1',
    'BI',
    'ID',
    'EI',
  ],
  ...['beginbfrange', 'endbfrange', '<0000> <ffffffff> <4e00>', 'begincodespacerange', 'usecmap'],
];

/** What proof found as answers do: proof reports findings, whose rules stand for codes. */
const answerOf =
  (expectation: Expectation): Kind['answer'] =>
  async (input) => {
    const result = proofFile(input.name, bytesOf(input), expectation);
    const accepted = !hasFailures(result);
    const told: Diagnostic = {
      severity: 'error',
      code: 'load/unreadable',
      file: input.name,
      message: { zh: '核查未通过', en: result.findings.map(({ found }) => found.en).join('\n') },
    };
    const faults = result.findings.flatMap(({ rule, found }) =>
      found.en.trim() === '' || found.zh.trim() === '' ? [`${rule} says nothing`] : [],
    );
    if (!Number.isInteger(result.pages)) faults.push(`${result.pages} pages`);
    return { accepted, diagnostics: accepted ? [] : [told], sources: new Map(), faults };
  };

export const proofPdfKind = (seeds: readonly Uint8Array[], expectation: Expectation): Kind => {
  const opened = seeds.map((bytes) => ({
    bytes,
    objects: [...objectsOf(bytes)].map(([number, text]) => ({ number, text })),
  }));
  const inObjects = fc
    .tuple(fc.constantFrom(...opened), fc.array(fc.tuple(fc.nat(0xffff), edits), { minLength: 1, maxLength: 3 }))
    .map(([{ objects }, all]) => {
      const damaged = new Map(objects.map(({ number, text }) => [number, text]));
      // Fonts are long and mostly opaque: objects that are short are damaged more often.
      const short = objects.filter(({ text }) => text.length < 20_000);
      for (const [pick, done] of all) {
        const object = short[pick % short.length];
        if (object !== undefined) damaged.set(object.number, damageText(object.text, done, tokens));
      }
      return writeObjects(damaged);
    });
  const asBytes = fc.tuple(fc.constantFrom(...seeds), edits).map(([bytes, done]) => damageBytes(bytes, done));
  return {
    name: 'proof PDF',
    inputs: fc
      .oneof({ weight: 3, arbitrary: inObjects }, { weight: 2, arbitrary: asBytes })
      .map((content): Input => ({ name: 'a.pdf', content })),
    answer: answerOf(expectation),
  };
};

export const proofDocxKind = (seeds: readonly Uint8Array[], expectation: Expectation): Kind => ({
  name: 'proof DOCX',
  inputs: damagedArchives(seeds, /document|styles|rels|Content_Types/).map((content): Input => ({
    name: 'a.docx',
    content,
  })),
  answer: answerOf(expectation),
});
