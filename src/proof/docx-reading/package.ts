// The archive of a DOCX: its parts, content types and relationships (ECMA-376 Part 2). Each part is parsed once.
import { unzipSync } from 'fflate';
import { attribute, childrenOf, parseXml, type XmlElement } from './xml.ts';

export type Relationship = {
  readonly id: string;
  /** Last word of the type: `styles`, `chart`, `font`. */
  readonly type: string;
  /** Path of the part, or the address of an external target. */
  readonly target: string;
  readonly external: boolean;
};

export type DocxPackage = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly contentTypeOf: (path: string) => string;
  /** Paths that the content types speak of by name. */
  readonly typedPaths: readonly string[];
  /** Relationships of a part; of the package for the empty path. */
  readonly relationshipsOf: (path: string) => readonly Relationship[];
  readonly xml: (path: string) => XmlElement | undefined;
  /** Parts that are no well-formed XML, with what the parser says. */
  readonly problems: ReadonlyMap<string, string>;
  /** Path of the main document. */
  readonly main: string;
};

/** The most bytes that an archive may unpack to. */
const largest = 512 * 1024 * 1024;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `word/document.xml` has its relationships in `word/_rels/document.xml.rels`. */
const relationshipsPath = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

/** A target as a path in the package: relative to its owner's folder, or from the root. */
const resolveTarget = (owner: string, target: string): string => {
  const steps = (target.startsWith('/') ? target.slice(1) : folderOf(owner) + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};

/** Undefined when the bytes are no zip archive. */
export const openPackage = (bytes: Uint8Array): DocxPackage | undefined => {
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > largest) throw new RangeError('the archive is too large');
        return true;
      },
    });
  } catch {
    return undefined;
  }
  const parts = new Map(Object.entries(entries).filter(([path]) => !path.endsWith('/')));
  const parsed = new Map<string, XmlElement | undefined>();
  const problems = new Map<string, string>();

  const xml = (path: string): XmlElement | undefined => {
    if (parsed.has(path)) return parsed.get(path);
    const content = parts.get(path);
    let root: XmlElement | undefined;
    if (content !== undefined) {
      const result = parseXml(new TextDecoder().decode(content));
      if ('root' in result) root = result.root;
      else problems.set(path, result.problem);
    }
    parsed.set(path, root);
    return root;
  };

  const types = childrenOf(xml('[Content_Types].xml'));
  const defaults = new Map(
    types
      .filter(({ name }) => name === 'Default')
      .map((type) => [(attribute(type, 'Extension') ?? '').toLowerCase(), attribute(type, 'ContentType') ?? '']),
  );
  const overrides = new Map(
    types
      .filter(({ name }) => name === 'Override')
      .map((type) => [(attribute(type, 'PartName') ?? '').replace(/^\//, ''), attribute(type, 'ContentType') ?? '']),
  );

  const relationshipsOf = (path: string): readonly Relationship[] =>
    childrenOf(xml(relationshipsPath(path))).map((item): Relationship => {
      const external = attribute(item, 'TargetMode') === 'External';
      const target = attribute(item, 'Target') ?? '';
      return {
        id: attribute(item, 'Id') ?? '',
        type: (attribute(item, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolveTarget(path, target),
        external,
      };
    });

  return {
    parts,
    contentTypeOf: (path) => overrides.get(path) ?? defaults.get(path.split('.').at(-1)?.toLowerCase() ?? '') ?? '',
    typedPaths: [...overrides.keys()],
    relationshipsOf,
    xml,
    problems,
    main: relationshipsOf('').find(({ type }) => type === 'officeDocument')?.target ?? '',
  };
};
