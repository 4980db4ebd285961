// What a command and an option of the command line are, and the options that several commands take: args.ts gives them
// to each.
import type { Message } from './diagnostics/diagnostic.ts';

export type OptionSpec = {
  readonly name: string;
  readonly alias?: string;
  readonly type: 'string' | 'boolean' | 'number';
  /** What stands for the value in the help: DIR, FILE, N. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  /** Takes several values, parted by commas or given one by one: `-t brief -t handout`. */
  readonly list?: boolean;
  readonly summary: Message;
};

export type CommandSpec = {
  readonly name: string;
  /** How positionals are shown: `[FILE…]`; empty when the command takes none. */
  readonly positionals: string;
  readonly summary: Message;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly (readonly [command: string, what: Message])[];
};

/** Options that every command takes. */
export const globalOptions: readonly OptionSpec[] = [
  { name: 'help', alias: 'h', type: 'boolean', summary: { zh: '显示帮助', en: 'show help' } },
  { name: 'version', type: 'boolean', summary: { zh: '显示版本号', en: 'show the version' } },
  {
    name: 'lang',
    type: 'string',
    choices: ['zh', 'en'],
    summary: { zh: '提示语言；默认随系统', en: 'language of messages; from the locale by default' },
  },
];

export const json: OptionSpec = {
  name: 'json',
  type: 'boolean',
  summary: { zh: '以 JSON 输出结果', en: 'print the result as JSON' },
};

export const noGallery: OptionSpec = {
  name: 'no-gallery',
  type: 'boolean',
  summary: { zh: '不写浏览页 index.html', en: 'leave out index.html, the page to browse the documents' },
};

export const templates: OptionSpec = {
  name: 'template',
  alias: 't',
  type: 'string',
  placeholder: 'NAMES',
  list: true,
  summary: { zh: '只用这些模板，以逗号分隔', en: 'only these templates, separated by commas' },
};

export const formats: OptionSpec = {
  name: 'format',
  alias: 'f',
  type: 'string',
  placeholder: 'pdf,docx',
  list: true,
  summary: { zh: '只出这些格式', en: 'only these formats' },
};

export const outFolder: OptionSpec = {
  name: 'out',
  alias: 'o',
  type: 'string',
  placeholder: 'DIR',
  summary: { zh: '输出文件夹（默认 output）', en: 'folder for the documents (output by default)' },
};

export const strictly: OptionSpec = {
  name: 'strict',
  type: 'boolean',
  summary: { zh: '核对出的矛盾按错误处理', en: 'take conflicts found by the audit as errors' },
};

export const jobs: OptionSpec = {
  name: 'jobs',
  alias: 'j',
  type: 'number',
  placeholder: 'N',
  summary: { zh: '同时用几个线程（默认随机器）', en: 'worker threads (as the machine has by default)' },
};

export const timeout: OptionSpec = {
  name: 'timeout',
  type: 'number',
  placeholder: 'SECONDS',
  summary: {
    zh: '一份报告最多用几秒（默认 120，0 不限）',
    en: 'seconds that one report may take (120; 0 for no limit)',
  },
};
