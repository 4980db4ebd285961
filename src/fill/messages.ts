// The texts of fill's diagnostics, one function a message, so that tests and pages compare to the function.
// Each gives code, message and hint; place and severity are the caller's.
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { DiagnosticCode, Message } from '../diagnostics/diagnostic.ts';

export type Problem = { readonly code: DiagnosticCode; readonly message: Message; readonly hint?: Message | undefined };

export const badTemplate = (message: Message, hint?: Message): Problem => ({
  code: 'fill/bad-template',
  message,
  hint,
});

/** Handlebars' own words, for syntax errors that have no better ones. */
export const syntaxError = (what: string): Problem =>
  badTemplate({ zh: `模板语法有误：${what}`, en: `the template cannot be read: ${what}` });

/** What fails only when it is filled: a `../` out of a list of texts, of which two are alike. */
export const notFilled = (): Problem =>
  badTemplate(
    { zh: '模板填不出来：有一处 ../ 没有着落', en: 'the template cannot be filled: a ../ in it leads to nothing' },
    { zh: '用 @root 或 as |名字| 代替 ../', en: 'use @root or as |name| in place of ../' },
  );

export const blockMismatch = (open: string, close: string): Problem =>
  badTemplate(
    { zh: `{{#${open}}} 用 {{/${close}}} 结束了`, en: `{{#${open}}} is closed by {{/${close}}}` },
    { zh: `改为 {{/${open}}}`, en: `write {{/${open}}}` },
  );

export const unknownHelper = (name: string, known: readonly string[]): Problem => ({
  code: 'fill/unknown-helper',
  message: { zh: `没有叫 ${name} 的助手`, en: `there is no helper ${name}` },
  hint: didYouMean(name, known),
});

export const unknownPartial = (name: string, known: readonly string[]): Problem => ({
  code: 'fill/unknown-partial',
  message: { zh: `没有叫 ${name} 的片段`, en: `there is no partial ${name}` },
  hint: didYouMean(name, known) ?? {
    zh: '片段是 templates/partials 里的 .hbs 文件',
    en: 'partials are the .hbs files of templates/partials',
  },
});

/** `before` is the path that leads to `part`; empty when `part` is its first. */
export const unknownPath = (before: string, part: string, known: readonly string[]): Problem => ({
  code: 'fill/unknown-path',
  message:
    before === '' || /^(this|\.)/u.test(before)
      ? { zh: `这里没有 ${part} 这一项`, en: `there is nothing called ${part} here` }
      : { zh: `${before} 里没有 ${part} 这一项`, en: `${before} has no ${part}` },
  hint: didYouMean(part, known),
});

export const maybeAbsent = (path: string): Problem => ({
  code: 'fill/unknown-path',
  message: { zh: `${path} 可能没有，不能直接取它里面的项`, en: `${path} may be absent, so its parts cannot be taken` },
  hint: {
    zh: `用 {{#if ${path}}} 或 {{#with ${path}}} 包起来`,
    en: `put it inside {{#if ${path}}} or {{#with ${path}}}`,
  },
});

export const wrongShape = (helper: string, path: string, wanted: Message, given: Message): Problem =>
  badTemplate({
    zh: `${helper} 要的是${wanted.zh}，${path} 是${given.zh}`,
    en: `${helper} takes ${wanted.en}, but ${path} is ${given.en}`,
  });

export const notPrintable = (path: string, given: Message): Problem =>
  badTemplate(
    { zh: `${path} 是${given.zh}，不能直接印出来`, en: `${path} is ${given.en} and cannot be printed` },
    { zh: '列表用 each 或 join，数据用 figure', en: 'use each or join for a list, figure for a figure' },
  );

export const tripleMustache = (): Problem =>
  badTemplate(
    { zh: '不能用三个花括号：数据会变成标记', en: 'triple braces are refused: data would become markup' },
    { zh: '用两个花括号', en: 'use two braces' },
  );

export const mustacheInAttribute = (): Problem =>
  badTemplate(
    { zh: '指令的 {…} 里不能直接放数据', en: 'data cannot stand in the {…} of a directive' },
    { zh: '用 {{attr …}}，并加双引号', en: 'use {{attr …}} between double quotes' },
  );

export const attrOutside = (): Problem =>
  badTemplate(
    { zh: 'attr 只能写在指令的 {…} 里', en: 'attr belongs only in the {…} of a directive' },
    { zh: '正文里直接写这一项', en: 'write the path alone in running text' },
  );

export const mustacheInFrontMatter = (): Problem =>
  badTemplate({
    zh: '文件头里只有 title 可以放数据',
    en: 'in the front matter only title may hold data',
  });

export const decorator = (): Problem =>
  badTemplate(
    { zh: '模板里不能定义片段', en: 'a template cannot define partials or decorators' },
    { zh: '把它存成 templates/partials 里的一个文件', en: 'save it as a file in templates/partials' },
  );

export const partialCycle = (names: readonly string[]): Problem =>
  badTemplate({ zh: `片段互相套用：${names.join(' → ')}`, en: `partials use one another: ${names.join(' → ')}` });

export const wrongCount = (helper: string, wanted: string, given: number): Problem =>
  badTemplate({
    zh: `${helper} 要 ${wanted} 个参数，这里有 ${given} 个`,
    en: `${helper} takes ${wanted} arguments, but has ${given} here`,
  });

export const unknownOption = (helper: string, key: string, known: readonly string[]): Problem => ({
  code: 'fill/bad-template',
  message: { zh: `${helper} 没有 ${key} 这个选项`, en: `${helper} has no option ${key}` },
  hint: didYouMean(key, known),
});

export const helperFailed = (helper: string, what: Message): Problem => ({
  code: 'fill/helper-failed',
  message: { zh: `${helper}：${what.zh}`, en: `${helper}: ${what.en}` },
});
