// The texts of parse's diagnostics, one function a message, so that tests and pages compare to the function.
// Each gives message and hint; place and severity are the caller's.
import type { DiagnosticCode, Message } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

export type Problem = { readonly code: DiagnosticCode; readonly message: Message; readonly hint?: Message | undefined };

/** A space before Latin words, none before Chinese. */
const mustBe = ({ zh, en }: Message): Message => ({
  zh: `应为${/^[!-~]/u.test(zh) ? ' ' : ''}${zh}`,
  en: `it must be ${en}`,
});

export const notAMap = (): Problem => ({
  code: 'parse/bad-front-matter',
  message: { zh: '文件头应是一项一行的“名: 值”', en: 'the front matter must be lines of "key: value"' },
});

export const unknownKey = (key: string, known: readonly string[]): Problem => ({
  code: 'parse/bad-front-matter',
  message: { zh: `文件头里没有 ${key} 这一项`, en: `the front matter has no key ${key}` },
  hint: didYouMean(key, known),
});

export const wrongFrontMatter = (key: string, allowed: Message): Problem => ({
  code: 'parse/bad-front-matter',
  message: { zh: `文件头的 ${key} 写得不对`, en: `${key} in the front matter has a wrong value` },
  hint: mustBe(allowed),
});

export const noFrontMatter = (): Problem => ({
  code: 'parse/bad-front-matter',
  message: { zh: '模板没有文件头', en: 'the template has no front matter' },
  hint: {
    zh: '第一行写 ---，接着写 title 和 page，再以 --- 结束',
    en: 'begin with ---, then title and page, and end with ---',
  },
});

export const unknownDirective = (name: string, known: readonly string[]): Problem => ({
  code: 'parse/unknown-directive',
  message: { zh: `没有叫 ${name} 的指令`, en: `there is no directive ${name}` },
  hint: didYouMean(name, known),
});

export const misplacedDirective = (name: string, where: Message): Problem => ({
  code: 'parse/unknown-directive',
  message: { zh: `指令 ${name} 不能写在这里`, en: `the directive ${name} cannot stand here` },
  hint: where,
});

export const unclosedDirective = (name: string): Problem => ({
  code: 'parse/unclosed-directive',
  message: { zh: `指令 ${name} 没有结束`, en: `the directive ${name} is not closed` },
  hint: {
    zh: '以冒号数相同的一行结束；套在外面的指令要多写一个冒号',
    en: 'close it with a line of as many colons; an outer directive needs one colon more than those inside',
  },
});

export const strayFence = (): Problem => ({
  code: 'parse/unclosed-directive',
  message: { zh: '这里的冒号没有对应的指令', en: 'these colons close no directive' },
  hint: {
    zh: '套在外面的指令要比里面的多写一个冒号',
    en: 'an outer directive needs one colon more than those inside',
  },
});

export const unknownAttribute = (directive: string, key: string, known: readonly string[]): Problem => ({
  code: 'parse/bad-attribute',
  message: { zh: `指令 ${directive} 没有 ${key} 这一项`, en: `the directive ${directive} has no attribute ${key}` },
  hint: didYouMean(key, known),
});

export const badAttribute = (directive: string, key: string, value: string, allowed: Message): Problem => ({
  code: 'parse/bad-attribute',
  message: {
    zh: `指令 ${directive} 的 ${key} 不能是“${value}”`,
    en: `${key} of the directive ${directive} cannot be "${value}"`,
  },
  hint: mustBe(allowed),
});

export const badContent = (message: Message, hint?: Message): Problem => ({ code: 'parse/bad-content', message, hint });

/** What a container must hold, and does not. */
export const wantsContent = (directive: string, content: Message): Problem =>
  badContent(
    { zh: `指令 ${directive} 里要有${content.zh}`, en: `the directive ${directive} must hold ${content.en}` },
    undefined,
  );

/** What stands in a container that has no place for it. */
export const strayContent = (directive: string, allowed: Message): Problem =>
  badContent(
    { zh: `指令 ${directive} 里不能有这段内容`, en: `the directive ${directive} has no place for this` },
    { zh: `里面只能有${allowed.zh}`, en: `it may hold only ${allowed.en}` },
  );
