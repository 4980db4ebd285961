// Takes a Report, gives its YAML text: our key order, one line for each observation, target and task, numbers with the
// digits of the source. What is to be reviewed is counted in the head. The same Report gives the same text.
import { Document, isMap, isNode, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import type { Report } from './schema.ts';

const order = [
  'id',
  'title',
  'place',
  'meeting',
  'speaker',
  'years',
  'source',
  'briefing',
  'summary',
  'headline',
  'sections',
  'problems',
  'targets',
  'tasks',
  'terms',
  'questions',
  'accepted',
  'replaces',
] as const;

/** Keys whose values are decimal text and are written as plain numbers. */
const numeric: ReadonlySet<string> = new Set(['value', 'min', 'max', 'period', 'base', 'section', 'area', 'id']);
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;

/** A scalar that prints the digits it was given: 15.0 stays 15.0. */
const digits = (text: string): Scalar => {
  const scalar = new Scalar(Number(text));
  const point = text.indexOf('.');
  if (point >= 0) scalar.minFractionDigits = text.length - point - 1;
  return scalar;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  value === '' ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEmpty));

/** What the schema fills in when it is left out. */
const isDefault = (name: string, value: unknown): boolean =>
  (name === 'kind' || name === 'relation') && value === 'level';

/** The plain value that is written: defaults and empty lists left out, keys of figures as numbers. */
const bare = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => bare(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, item]) => !isEmpty(item) && !isDefault(name, item))
        .map(([name, item]) => [name, bare(item, name)]),
    );
  }
  return typeof value === 'string' && numeric.has(key) && plainNumber.test(value) ? digits(value) : value;
};

/** Lists whose items are each written on one line. */
const oneLine: ReadonlySet<string> = new Set([
  'observations',
  'honours',
  'projects',
  'problems',
  'targets',
  'tasks',
  'terms',
  'questions',
  'accepted',
]);
const small: ReadonlySet<string> = new Set(['place', 'meeting', 'speaker', 'years']);

/** Where the figures of a data file were read from. */
export type Origin = 'extract' | 'import';

const origins: Readonly<Record<Origin, readonly string[]>> = {
  extract: [
    '由 jianbao extract 从原文读出，请逐条核对；与报告矛盾时以报告为准。',
    ' at 是数字在原文里的 UTF-16 偏移，[起, 止)；sentence 是本节正文里第几句，到。！？或行末为一句。',
  ],
  import: [
    '由 jianbao import 从表格导入；写着“待填”的请补上。',
    ' cell 是数字在表格里的单元格，source 里的 file、sheet 是文件和工作表。',
  ],
};

const head = (report: Report, reviews: number, origin: Origin): string =>
  [
    ' yaml-language-server: $schema=./report.schema.json',
    ` ${report.title}的数据，${origins[origin].join('\n')}`,
    reviews > 0 ? ` 有 ${reviews} 处待核，见各处的 review；核过后删去该键。` : ' 没有待核之处。',
  ].join('\n');

const countReviews = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countReviews(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + (key === 'review' ? 1 : countReviews(item)), 0);
};

/** The YAML text of a report, ending in a line end. */
export const writeReport = (report: Report, origin: Origin = 'extract'): string => {
  const entries = order.flatMap((key) => (isEmpty(report[key]) ? [] : [[key, bare(report[key], key)] as const]));
  const document = new Document(Object.fromEntries(entries));
  document.commentBefore = head(report, countReviews(report), origin);
  visit(document, {
    Pair: (_, pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      const list = pair.value;
      if (small.has(name) && isMap(list)) list.flow = true;
      if (
        oneLine.has(name) &&
        typeof list === 'object' &&
        list !== null &&
        'items' in list &&
        Array.isArray(list.items)
      ) {
        for (const item of list.items) if (isMap(item)) item.flow = true;
      }
      if (['sections', 'problems', 'targets', 'tasks', 'terms'].includes(name) && isScalar(pair.key))
        pair.key.spaceBefore = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });
  return text.replaceAll(/ at: \[ (\d+), (\d+) \]/g, ' at: [$1, $2]');
};

const keyName = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

type Node = ReturnType<Document['createNode']>;

const nameOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const named =
    Object.entries(value).find(([key]) => key === 'id' || key === 'term' || key === 'finding') ??
    Object.entries(value).find(([key]) => key === 'name' || key === 'text');
  return named === undefined ? undefined : String(named[1]);
};

const plain = (node: unknown): string => JSON.stringify(isNode(node) ? node.toJSON() : node);

/** The text of a file after a merge: only what differs is written anew, so that comments and order stay. */
export const updateReport = (text: string, report: Report): string => {
  const document = parseDocument(text, { schema: 'core', version: '1.2' });
  const wanted = Object.fromEntries(
    order.flatMap((key) => (isEmpty(report[key]) ? [] : [[key, report[key]] as const])),
  );
  const make = (value: unknown, key: string): Node => {
    const node = document.createNode(bare(value, key));
    // A whole section is written as in a new file: one line for each observation.
    const lines = isMap(node) && key === 'sections' ? node.get('observations') : undefined;
    if (isSeq(lines)) for (const item of lines.items) if (isMap(item)) item.flow = true;
    if (isMap(node) && key !== 'sections') node.flow = true;
    return node;
  };
  const written = (value: unknown, key: string): string => plain(make(value, key));
  const sync = (node: unknown, value: unknown, key: string): Node | undefined => {
    if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const fields = new Map<string, unknown>(Object.entries(value));
      const gone = node.items.map((pair) => keyName(pair.key)).filter((name) => isEmpty(fields.get(name)));
      for (const name of gone) node.delete(name);
      for (const pair of node.items) {
        const made = sync(pair.value, fields.get(keyName(pair.key)), keyName(pair.key));
        if (made) pair.value = made;
      }
      for (const [name, next] of Object.entries(value))
        if (!isEmpty(next) && !node.has(name) && !isDefault(name, next)) node.set(name, make(next, name));
      return undefined;
    }
    if (isSeq(node) && Array.isArray(value) && value.length > 0 && value.every((item) => nameOf(item) !== undefined)) {
      const items = value.map((item: unknown): unknown => {
        const old = node.items.find((each) => isMap(each) && nameOf(each.toJSON()) === nameOf(item));
        return old === undefined ? make(item, key) : (sync(old, item, key) ?? old);
      });
      node.items.splice(0, node.items.length, ...items);
      return undefined;
    }
    return plain(node) === written(value, key) ? undefined : make(value, key);
  };
  sync(document.contents, wanted, '');
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true })
    .replaceAll(/ at: \[ (\d+), (\d+) \]/g, ' at: [$1, $2]');
};
