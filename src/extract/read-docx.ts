// Takes the bytes of a DOCX, gives the text of its body, a line for each paragraph.
// Only word/document.xml is unpacked, and no more of it than the limit: a zip bomb stops at the limit, whatever size
// the archive declares. Deleted revisions and fallback copies of drawings are left out.
import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { SaxesParser } from 'saxes';

export type DocxText = { readonly text: string } | { readonly fault: 'archive' | 'not-docx' | 'too-large' };

/** The most bytes of document.xml that are unpacked: a report of 60 pages has about one million. */
export const mostDocxBytes = 40_000_000;

const inflate = (bytes: Uint8Array): Uint8Array | 'archive' | 'not-docx' | 'too-large' => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const found: { state: 'searching' | 'reading' | 'done' | 'too-large' | 'archive' } = { state: 'searching' };
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  unzip.onfile = (file: UnzipFile): void => {
    if (file.name !== 'word/document.xml' || found.state !== 'searching') return;
    found.state = 'reading';
    file.ondata = (error, chunk, final): void => {
      if (found.state !== 'reading') return;
      if (error) found.state = 'archive';
      else {
        size += chunk.length;
        if (size > mostDocxBytes) {
          found.state = 'too-large';
          file.terminate();
          return;
        }
        chunks.push(chunk);
        if (final) found.state = 'done';
      }
    };
    file.start();
  };
  const ended = (): boolean => found.state === 'done' || found.state === 'too-large' || found.state === 'archive';
  try {
    // small pieces, so that a bomb is noticed after at most a few megabytes of output
    for (let at = 0; at < bytes.length && !ended(); at += 16_384) {
      unzip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
    }
  } catch {
    if (!ended()) found.state = 'archive';
  }
  if (found.state === 'too-large') return 'too-large';
  if (found.state === 'searching') return 'not-docx';
  if (found.state !== 'done') return 'archive';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const skipped: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText']);

const paragraphs = (xml: string): string => {
  const parser = new SaxesParser();
  const lines: string[] = [];
  let line = '';
  let inText = false;
  let depth = 0;
  parser.on('opentag', ({ name }) => {
    if (depth > 0 || skipped.has(name)) depth += 1;
    else if (name === 'w:t') inText = true;
    else if (name === 'w:tab') line += ' ';
    else if (name === 'w:br' || name === 'w:cr') line += '\n';
  });
  parser.on('closetag', ({ name }) => {
    if (depth > 0) depth -= 1;
    else if (name === 'w:t') inText = false;
    else if (name === 'w:p') {
      lines.push(line);
      line = '';
    }
  });
  parser.on('text', (text) => {
    if (inText && depth === 0) line += text;
  });
  parser.write(xml).close();
  if (line !== '') lines.push(line);
  return lines.join('\n');
};

/** Reads the text of a DOCX; see the head of the file. */
export const readDocx = (bytes: Uint8Array): DocxText => {
  const xml = inflate(bytes);
  if (typeof xml === 'string') return { fault: xml };
  try {
    return { text: paragraphs(new TextDecoder('utf-8').decode(xml)) };
  } catch {
    return { fault: 'archive' };
  }
};
