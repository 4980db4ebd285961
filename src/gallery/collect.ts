// Takes what an output folder holds (manifest, cards, widths of pictures), gives what the page shows, in its order:
// places from the whole country down, those of one level by pinyin, the reports of a place from the newest.
import type { DocumentEntry, Manifest, ReportEntry } from '../batch/manifest.ts';
import { byKey } from '../batch/manifest.ts';
import type { Message } from '../diagnostics/diagnostic.ts';
import type { Card, CardFinding, Look } from './card.ts';
import { pictureFile, pictureKey, picturesFolder } from './file-names.ts';

export type PageFile = {
  readonly format: 'pdf' | 'docx';
  readonly href: string;
  readonly name: string;
  readonly size: string;
};

export type PageDocument = {
  readonly kind: string;
  readonly name: Message;
  /** Pages of the PDF; 0 when there is none. */
  readonly pages: number;
  readonly pdf?: PageFile;
  readonly docx?: PageFile;
  readonly picture?: { readonly src: string; readonly width: number };
};

export type PageReport = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly meeting: string;
  readonly date: string;
  /** What a search looks through, in lower case. */
  readonly search: string;
  readonly documents: readonly PageDocument[];
  readonly counts: ReportEntry['findings'];
  readonly findings: readonly CardFinding[];
};

export type PagePlace = {
  readonly name: string;
  readonly level: Level;
  readonly reports: readonly PageReport[];
};

export type Counted = { readonly value: string; readonly name?: Message; readonly count: number };

export type PageContent = {
  /** Absent when no report was built under a theme that is known. */
  readonly look?: Look;
  readonly reports: number;
  readonly files: number;
  readonly places: readonly PagePlace[];
  readonly levels: readonly Counted[];
  readonly years: readonly Counted[];
  readonly kinds: readonly Counted[];
  readonly formats: readonly Counted[];
  /** Reports with open findings of each level. */
  readonly found: readonly Counted[];
};

const levels = ['national', 'province', 'prefecture', 'county', 'township', 'unknown'] as const;
type Level = (typeof levels)[number];

/** The package's own templates come in the order in which an office uses them; others follow by name. */
const usualKinds = ['brief', 'factsheet', 'pocket', 'handout', 'tasks', 'glossary', 'targets', 'compare', 'audit'];
const kindKey = (kind: string): string => {
  const at = usualKinds.indexOf(kind);
  return `${String(at < 0 ? usualKinds.length : at).padStart(2, '0')}${kind}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1000 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const hrefOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const fileOf = ({ file, format, bytes, template }: DocumentEntry, title: string, kind: string): PageFile => ({
  format,
  href: hrefOf(file),
  // A file by itself in a download folder should say whose it is.
  name: `${title}-${kind || template}.${format}`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' '),
  size: sizeText(bytes),
});

const documentsOf = (
  entries: readonly DocumentEntry[],
  title: string,
  card: Card | undefined,
  widths: ReadonlyMap<string, number>,
): readonly PageDocument[] => {
  const kinds = [...new Set(entries.map(({ template }) => template))].toSorted(byKey(kindKey));
  return kinds.map((kind): PageDocument => {
    const named = card?.kinds[kind];
    const name = { zh: named?.zh || kind, en: capital(named?.en || kind) };
    const made = (format: string) => entries.find((entry) => entry.template === kind && entry.format === format);
    const [pdf, docx] = [made('pdf'), made('docx')];
    const key = pdf && pictureKey(pdf.sha256);
    const width = key === undefined ? undefined : widths.get(key);
    return {
      kind,
      name,
      pages: pdf?.pages ?? 0,
      ...(pdf && { pdf: fileOf(pdf, title, name.zh) }),
      ...(docx && { docx: fileOf(docx, title, name.zh) }),
      ...(key !== undefined &&
        width !== undefined && { picture: { src: `${picturesFolder}/${pictureFile(key, width)}`, width } }),
    };
  });
};

const searchText = (
  { id, title, place, year }: ReportEntry,
  card: Card | undefined,
  documents: readonly PageDocument[],
): string =>
  [
    title,
    place,
    year,
    id,
    card?.meeting,
    card?.date,
    card?.speaker,
    card?.pinyin.initials,
    card?.pinyin.full.replaceAll(' ', ''),
    ...documents.flatMap(({ name }) => [name.zh, name.en]),
    ...(card?.findings.map(({ name }) => name) ?? []),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();

/** How often each value occurs, in the order given. */
const count = (values: readonly string[], order: readonly string[]): Counted[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return order.flatMap((value) => {
    const times = counts.get(value) ?? 0;
    return times === 0 ? [] : [{ value, count: times }];
  });
};

type Shown = { readonly entry: ReportEntry; readonly card: Card | undefined; readonly report: PageReport };

const placesOf = (shown: readonly Shown[]): readonly PagePlace[] => {
  const groups = new Map<string, Shown[]>();
  for (const one of shown) groups.set(one.entry.place, [...(groups.get(one.entry.place) ?? []), one]);
  const sorted = [...groups].map(([name, members]) => {
    const card = members[0]?.card;
    const level: Level = card?.level ?? 'unknown';
    const reports = members.map(({ report }) => report).toSorted(byKey(({ year, id }) => `${9999 - year} ${id}`));
    return { key: `${levels.indexOf(level)} ${card?.pinyin.full ?? ''} ${name}`, place: { name, level, reports } };
  });
  return sorted.toSorted(byKey(({ key }) => key)).map(({ place }) => place);
};

/** `widths`: of the pictures that there are, by key. */
export const collectPage = (
  manifest: Manifest,
  cards: ReadonlyMap<string, Card>,
  widths: ReadonlyMap<string, number>,
): PageContent => {
  const byReport = new Map<string, DocumentEntry[]>();
  for (const entry of manifest.documents.toSorted(byKey(({ file }) => file))) {
    if (entry.sha256 === '') continue; // announced by a run that was killed, never written
    byReport.set(entry.report, [...(byReport.get(entry.report) ?? []), entry]);
  }
  // In the order of ids: a run keeps them in the order in which its workers were done.
  const shown = manifest.reports.toSorted(byKey(({ id }) => id)).flatMap((entry): Shown[] => {
    const entries = byReport.get(entry.id);
    if (entries === undefined) return [];
    const card = cards.get(entry.id);
    const documents = documentsOf(entries, entry.title, card, widths);
    const report = {
      id: entry.id,
      title: entry.title,
      year: entry.year,
      meeting: card?.meeting ?? '',
      date: card?.date ?? '',
      search: searchText(entry, card, documents),
      documents,
      counts: entry.findings,
      findings: card?.findings ?? [],
    };
    return [{ entry, card, report }];
  });
  const places = placesOf(shown);
  const reports = shown.map(({ report }) => report);
  const documents = reports.flatMap((report) => report.documents);
  const years = [...new Set(reports.map(({ year }) => String(year)))].toSorted().toReversed();
  const kinds = new Map(documents.toSorted(byKey(({ kind }) => kindKey(kind))).map(({ kind, name }) => [kind, name]));
  const files = documents.flatMap(({ pdf, docx }) => [...(pdf ? [pdf] : []), ...(docx ? [docx] : [])]);
  const look = shown.find(({ card }) => card)?.card?.look;
  return {
    ...(look && { look }),
    reports: shown.filter(({ entry }) => entry.members === undefined).length,
    files: files.length,
    places,
    levels: count(
      places.flatMap(({ level, reports: inside }) => inside.map(() => level)),
      levels,
    ),
    years: count(
      reports.map(({ year }) => String(year)),
      years,
    ),
    kinds: count(
      documents.map(({ kind }) => kind),
      [...kinds.keys()],
    ).map((one) => ({ ...one, name: kinds.get(one.value) ?? { zh: one.value, en: one.value } })),
    formats: count(
      files.map(({ format }) => format),
      ['pdf', 'docx'],
    ),
    found: (['conflict', 'unusual', 'note'] as const).flatMap((level) => {
      const times = reports.filter(({ counts }) => counts[level] > 0).length;
      return times === 0 ? [] : [{ value: level, count: times }];
    }),
  };
};
