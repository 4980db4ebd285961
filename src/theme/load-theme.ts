// Takes the text of a theme file, gives the Theme, or every fault in it with its place.
// A project's theme may be a part: what it leaves out stays as in the package's theme.
import type { Diagnostic, Message, Outcome, Span } from '../diagnostics/diagnostic.ts';
import { SourceNumber } from '../report/schema.ts';
import { readYaml } from '../report/yaml-source.ts';
import { derivePages, isMap, overlay, type Plain } from './derive-page.ts';
import { themeSchema, type Theme } from './theme.ts';

type Issue = NonNullable<ReturnType<typeof themeSchema.safeParse>['error']>['issues'][number];
/** Sizes and colours need no source precision, so numbers become numbers. */
const plain = (value: unknown): Plain => {
  if (value instanceof SourceNumber) return Number(value.source);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
};

/** What may stand there. */
const hintOf = (issue: Issue): Message | undefined => {
  switch (issue.code) {
    case 'invalid_format':
      return { zh: '颜色写成 #RRGGBB，如 "#C8102E"', en: 'a colour is #RRGGBB, such as "#C8102E"' };
    case 'invalid_type':
      return issue.expected === 'number'
        ? { zh: '这里写数', en: 'a number is due here' }
        : { zh: `这里应为 ${issue.expected}`, en: `this is to be: ${issue.expected}` };
    case 'invalid_value':
      return { zh: `可以写：${issue.values.join('、')}`, en: `allowed here: ${issue.values.join(', ')}` };
    case 'too_small':
    case 'too_big':
      return { zh: '数太小或太大', en: 'the number is too small or too large' };
    default:
      return undefined;
  }
};

const lostPage = (span: Span, name: string, known: readonly string[]): Diagnostic => ({
  severity: 'error',
  code: 'theme/wrong-value',
  span,
  message: {
    zh: `页面“${name}”的 like 应是另一个写全的页面，scale 应是正数`,
    en: `“like” of the page “${name}” is to name a page that is written out, and “scale” a number above 0`,
  },
  hint: { zh: `写全的页面有：${known.join('、')}`, en: `pages written out: ${known.join(', ')}` },
});

/** Reads a theme over the package's own. Errors: theme/unreadable for the syntax, theme/wrong-value for a value. */
export const loadTheme = (file: string, text: string, packageText: string): Outcome<Theme> => {
  const own = readYaml(file, text);
  const base = text === packageText ? own : readYaml('theme.yaml', packageText);
  if (!own.value || !base.value) {
    return { diagnostics: own.diagnostics.map((diagnostic) => ({ ...diagnostic, code: 'theme/unreadable' as const })) };
  }
  const source = own.value;
  const written = overlay(plain(base.value.value), plain(source.value));
  const { pages, lost } = derivePages(isMap(written) ? (written['pages'] ?? null) : null);
  if (lost.length > 0) {
    const known = isMap(pages) ? Object.keys(pages).filter((name) => !lost.includes(name)) : [];
    return { diagnostics: lost.map((name) => lostPage(source.spanOf(['pages', name, 'like']), name, known)) };
  }
  const parsed = themeSchema.safeParse(isMap(written) ? { ...written, pages } : written);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const diagnostics = parsed.error.issues.map((issue): Diagnostic => {
    const path = issue.path.filter((part) => typeof part === 'string' || typeof part === 'number');
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join('、') : '';
    const hint = unknown ? undefined : hintOf(issue);
    return {
      severity: 'error',
      code: 'theme/wrong-value',
      span: source.spanOf(unknown ? [...path, unknown] : path),
      message: unknown
        ? { zh: `版式里没有“${unknown}”这一项`, en: `the theme has no key “${unknown}”` }
        : { zh: `版式的“${path.join('.')}”不对`, en: `“${path.join('.')}” of the theme is wrong` },
      ...(hint && { hint }),
    };
  });
  return { diagnostics };
};
