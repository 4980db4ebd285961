// The texts of what can be wrong with a data file: message and hint for each fault, in both languages.
// Functions, so that tests and documentation call them instead of copying the wording.
import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';

type Fault = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

const fault = (code: Diagnostic['code'], message: Message, hint?: Message): Fault => ({
  code,
  message,
  ...(hint && { hint }),
});

// ---------------------------------------------------------------- reading

export const badEncoding = (): Fault =>
  fault(
    'load/bad-encoding',
    { zh: '文件不是 UTF-8 编码', en: 'the file is not UTF-8' },
    { zh: '用编辑器另存为 UTF-8', en: 'save it as UTF-8 in the editor' },
  );

/** The YAML faults that people make most, in words; the rest keep the parser's own text. */
const yamlFaults: Readonly<Record<string, { readonly message: Message; readonly hint?: Message }>> = {
  TAB_AS_INDENT: {
    message: { zh: '缩进用了制表符', en: 'a tab is used to indent' },
    hint: { zh: '改用空格', en: 'use spaces' },
  },
  DUPLICATE_KEY: {
    message: { zh: '同一处有两个相同的键', en: 'the same key stands twice here' },
    hint: { zh: '删去一个或改名', en: 'delete or rename one of them' },
  },
  BAD_INDENT: {
    message: { zh: '缩进与上文对不齐', en: 'the indent does not line up with the lines above' },
    hint: { zh: '同级的键左边对齐', en: 'keys of one level begin in the same column' },
  },
  MULTIPLE_DOCS: {
    message: { zh: '一个文件里有几份文档', en: 'the file holds more than one document' },
    hint: { zh: '每份报告一个文件，删去 ---', en: 'one report a file; delete the ---' },
  },
  MISSING_CHAR: {
    message: { zh: '少了引号或括号', en: 'a quote or bracket is missing' },
    hint: { zh: '补上收尾的引号或括号', en: 'close the quote or bracket' },
  },
  TAG_RESOLVE_FAILED: { message: { zh: '不认识的标签', en: 'the tag is not known' } },
  BAD_ALIAS: { message: { zh: '别名没有对应的锚点', en: 'the alias has no anchor' } },
};

export const badYaml = (code: string, detail: string): Fault => {
  const known = yamlFaults[code];
  return known
    ? fault('load/bad-yaml', known.message, known.hint)
    : fault('load/bad-yaml', {
        zh: `不合 YAML 写法：${detail}`,
        en: `the YAML is not well formed: ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`,
      });
};

export const nestedTooDeeply = (): Fault =>
  fault('load/bad-yaml', { zh: '嵌套太深', en: 'the file is nested too deeply' });

export const tooLarge = (megabytes: number): Fault =>
  fault('load/bad-yaml', { zh: `文件超过 ${megabytes} MB`, en: `the file is larger than ${megabytes} MB` });

export const alias = (name: string): Fault =>
  fault(
    'load/bad-yaml',
    { zh: `不读别名（*${name}）`, en: `aliases are not read (*${name})` },
    { zh: '把内容写在这里', en: 'write the text out here' },
  );

export const emptyFile = (): Fault => fault('load/bad-yaml', { zh: '文件是空的', en: 'the file is empty' });

export const notPlainDigits = (source: string): Fault =>
  fault(
    'check/wrong-value',
    { zh: `数字 ${source} 不是十进制写法`, en: `the number ${source} is not in plain decimal digits` },
    { zh: '写成 157.5 这样；若是文字，加引号', en: 'write it like 157.5; if it is text, put it in quotes' },
  );

/** `whole` is what stands there up to the comma and on: 71,5. */
export const commaInFlow = (key: string, whole: string): Fault =>
  fault(
    'check/wrong-value',
    { zh: `${key} 不能是 ${whole}`, en: `${key} cannot be ${whole}` },
    /^[-\d０-９.,，\s]+$/u.test(whole)
      ? {
          zh: '花括号里，逗号隔开两项；数字里不写逗号：71.5、1234.5',
          en: 'inside braces a comma parts two items; write numbers without one: 71.5, 1234.5',
        }
      : {
          zh: '花括号里，逗号隔开两项；文字里有逗号时加引号',
          en: 'inside braces a comma parts two items; put a text with commas in quotes',
        },
  );

export const unprintableCharacter = (character: string): Fault => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return fault('check/wrong-value', {
    zh: `文字里有不能印出的字符 ${code}`,
    en: `the text holds a character that cannot be printed, ${code}`,
  });
};

// ---------------------------------------------------------------- shape

/** What a place asks for, or what stands there, in words. */
export const typeNames: Readonly<Record<string, Message>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '一组键值', en: 'a group of keys' },
  null: { zh: '空的', en: 'empty' },
};

const typeName = (type: string): Message => typeNames[type] ?? { zh: type, en: type };

export const wrongType = (name: string, expected: string, actual: string, hint?: Message): Fault =>
  fault(
    'check/wrong-type',
    {
      zh: `${name} 应为${typeName(expected).zh}，这里是${typeName(actual).zh}`,
      en: `${name} must be ${typeName(expected).en}, but this is ${typeName(actual).en}`,
    },
    hint,
  );

export const quoteIt = (name: string, source: string): Message => ({
  zh: `加引号：${name}: "${source}"`,
  en: `put it in quotes: ${name}: "${source}"`,
});

export const asList = (name: string): Message => ({
  zh: `每项一行，以“- ”开头，写在 ${name}: 之下`,
  en: `one item a line under ${name}:, each beginning with "- "`,
});

export const unknownKey = (key: string, hint: Message | undefined): Fault =>
  fault('check/unknown-key', { zh: `没有 ${key} 这个键`, en: `${key} is not a known key` }, hint);

/** `words` say what the key is, with an example. */
export const missingKey = (
  key: string,
  parent: string,
  words: readonly [zh: string, en: string, example: string] | undefined = undefined,
): Fault => {
  const such = words === undefined || words[2] === '见下' ? '' : `${key}: ${words[2]}`;
  return fault(
    'check/missing-key',
    {
      zh: `${parent === '' ? '' : `${parent} 里`}缺少 ${key}`,
      en: `${key} is missing${parent === '' ? '' : ` in ${parent}`}`,
    },
    words && {
      zh: `${words[0]}${such === '' ? '' : `，如 ${such}`}`,
      en: `${words[1]}${such === '' ? '' : `, such as ${such}`}`,
    },
  );
};

export const emptyKey = (key: string): Fault =>
  fault('check/missing-key', { zh: `${key} 没有填`, en: `${key} has no value` });

export const notAllowed = (name: string, value: string, hint: Message | undefined): Fault =>
  fault('check/wrong-value', { zh: `${name} 不能是 ${value}`, en: `${name} cannot be ${value}` }, hint);

/** What each format of schema.ts asks for; the keys are the words given there as error. */
const formats: Readonly<Record<string, Message>> = {
  text: { zh: '不能只有空白', en: 'it must not be blank' },
  decimal: { zh: '写成十进制数，如 157.5、15.0、-7', en: 'write a decimal number: 157.5, 15.0, -7' },
  period: { zh: '写成 2016 或 2012-2016', en: 'write 2016 or 2012-2016' },
  date: { zh: '写成 2017-04-21', en: 'write 2017-04-21' },
  day: { zh: '日历上没有这一天', en: 'the calendar has no such day' },
  id: {
    zh: '编号用字母、数字、汉字和 - _ .，不能是路径，至多 80 字，全是汉字时至多 66 字',
    en: 'an id has letters, digits, - _ and ., at most 80, of hanzi alone at most 66; it is not a path',
  },
  cell: { zh: '写成 D5 这样', en: 'write it like D5' },
  sha256: { zh: '写 64 位十六进制小写', en: 'write 64 hexadecimal digits in lower case' },
};

/** What a format asks for, by its word in the schema. */
export const formatHint = (format: string): Message | undefined => formats[format];

export const wrongFormat = (name: string, value: string, format: string): Fault =>
  notAllowed(name, value, formats[format]);

export const outOfRange = (name: string, value: string, bound: 'least' | 'most', limit: string): Fault =>
  notAllowed(name, value, {
    zh: bound === 'least' ? `至少 ${limit}` : `至多 ${limit}`,
    en: bound === 'least' ? `at least ${limit}` : `at most ${limit}`,
  });

export const tooShort = (name: string, least: number): Fault =>
  fault(
    'check/wrong-value',
    least === 1
      ? { zh: `${name} 至少要有一项`, en: `${name} needs at least one item` }
      : { zh: `${name} 至少要有 ${least} 项`, en: `${name} needs at least ${least} items` },
  );

// ---------------------------------------------------------------- sense

export const duplicateId = (id: string, other: string): Fault =>
  fault(
    'check/duplicate-id',
    { zh: `编号 ${id} 用了两次，另一处在 ${other}`, en: `the id ${id} is used twice, also at ${other}` },
    { zh: '改掉其中一个', en: 'change one of them' },
  );

export const unknownReference = (name: string, value: string, hint: Message | undefined): Fault =>
  fault(
    'check/unknown-reference',
    { zh: `${name} 所指的 ${value} 不存在`, en: `${name} points to ${value}, which is not there` },
    hint,
  );

export const backwards = (name: string, value: string): Fault =>
  fault('check/wrong-value', { zh: `${name} 的起止颠倒：${value}`, en: `${name} ends before it begins: ${value}` });

export const noFigure = (id: string): Fault =>
  fault(
    'check/missing-key',
    { zh: `观测 ${id} 没有数值`, en: `the observation ${id} has no figure` },
    {
      zh: '写 value（或 min、max，或 parts）和 unit；只有增速或名次的写 kind: none',
      en: 'give value (or min and max, or parts) and unit; with only growth or rank write kind: none',
    },
  );
