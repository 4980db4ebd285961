// What may be said of an output folder after a build ended in the middle: which of its files are torn, and what its
// manifest says that is not so.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode as decodePng } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { figuresFile } from '../../src/batch/kept-figures.ts';
import type { DocumentEntry, Manifest } from '../../src/batch/manifest.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const parseXml = (text: string): void => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
};

const readers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  '.pdf': async (bytes) => {
    const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise;
    for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent();
    await pdf.destroy();
  },
  '.docx': (bytes) => {
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (/\.(xml|rels)$/.test(name)) parseXml(strFromU8(part));
    }
  },
  '.json': (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
  '.png': (bytes) => decodePng(bytes, { checkCrc: true }),
  '.html': (bytes) => {
    if (!new TextDecoder().decode(bytes).trimEnd().endsWith('</html>')) throw new Error('no end');
  },
};

const temporary = /\.tmp$|^\.lock/;

/** Files under a folder that no reader of their kind can read to the end; temporary names are passed over. */
export const openTornFiles = () => {
  const whole = new Set<string>();
  return async (folder: string): Promise<readonly string[]> => {
    const torn: string[] = [];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || temporary.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      if (whole.has(hashOf(bytes))) continue;
      try {
        const read = readers[path.extname(file)];
        if (read === undefined) throw new Error('what is this?');
        await read(bytes);
        whole.add(hashOf(bytes));
      } catch (error) {
        torn.push(`${path.relative(folder, file)}: ${String(error)}`);
      }
    }
    return torn;
  };
};

/** A state that a folder may be in: by data hash of a report, the hashes of its files. */
export type State = {
  /** SHA-256 of each document by its name. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
};

export const readManifestOf = (out: string): Manifest | undefined => {
  const file = path.join(out, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
};

/** What the manifest of a folder says that is not so, when each document is to be as in one of these states. */
export const falseClaims = (out: string, states: readonly State[]): readonly string[] => {
  const manifest = readManifestOf(out);
  const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(pdf|docx)$/.test(file));
  const listed = new Set(manifest?.documents.map(({ file }) => file));
  const claims = made.filter((file) => !listed.has(file)).map((file) => `${file} is not in the manifest`);
  const isKnown = (file: string, hash: string): boolean => states.some(({ hashes }) => hashes[file] === hash);
  const judge = ({ file, sha256, data, bytes, pending }: DocumentEntry): string | undefined => {
    const there = existsSync(path.join(out, file)) ? readFileSync(path.join(out, file)) : undefined;
    if (pending) {
      if (there === undefined || hashOf(there) === sha256 || isKnown(file, hashOf(there))) return undefined;
      return `${file} is pending, and neither old nor new`;
    }
    if (there === undefined) return `${file} is not there`;
    if (hashOf(there) !== sha256 || there.length !== bytes) return `${file} is not what the manifest says`;
    const from = states.find(({ manifest: known }) =>
      known.documents.some((one) => one.file === file && one.data === data && one.sha256 === sha256),
    );
    return from === undefined ? `${file} is not what its data make` : undefined;
  };
  const kept = (manifest?.reports ?? [])
    .filter((report) => !existsSync(path.join(out, figuresFile(report))))
    .map(({ id }) => `the figures of ${id} are not kept`);
  return [...claims, ...kept, ...(manifest?.documents ?? []).flatMap((entry) => judge(entry) ?? [])];
};
