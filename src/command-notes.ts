// What each command does beyond its one line: what it reads and writes, and what its exit codes mean, in both languages.
// Printed by help.ts under the options of args.ts; a test holds the two lists of commands together.
import type { Message } from './diagnostics/diagnostic.ts';

export type CommandNotes = {
  /** A paragraph: what to expect, what stays as it is. */
  readonly about: Message;
  /** Files that the command reads or writes, each with what it is. */
  readonly files: readonly (readonly [file: string, what: Message])[];
  /** When the exit code is 1; 0, 2 and 3 mean the same for every command. */
  readonly fails?: Message;
};

const errors: Message = { zh: '输入有误；没有错的照做', en: 'the input has errors; what has none was done' };
const data = (file = 'data/*.yaml'): readonly [string, Message] => [
  file,
  { zh: '报告的数据，也可以是 .json', en: 'data of reports; .json as well' },
];
const documents: readonly [string, Message] = [
  'output/REPORT/TEMPLATE.pdf',
  { zh: '成品，还有 .docx', en: 'the documents, .docx as well' },
];
const ledger: readonly [string, Message] = [
  'output/manifest.json',
  { zh: '什么由什么做成，凭它只做有变动的', en: 'what was made from what; by it only the rest is made' },
];
const gallery: readonly [string, Message] = [
  'output/index.html',
  { zh: '浏览、查找、打印成品的网页', en: 'a page to browse, search and print the documents' },
];
const theirs: readonly [string, Message] = [
  'templates/, fonts/',
  {
    zh: '自己的模板、版式和字体；没有的用软件自带的',
    en: 'templates, theme and fonts of your own; else those of the program',
  },
];
const table: readonly [string, Message] = [
  'data/indicators.yaml',
  { zh: '自己的指标，加在软件自带的之外', en: 'indicators of your own, beside those of the program' },
];

export const commandNotes: Readonly<Record<string, CommandNotes>> = {
  init: {
    about: {
      zh: '给一个空文件夹放好样例数据、三个模板、版式、字体说明和定时生成的 CI 文件。给了报告，就从报告读出数据，代替样例。已有的文件一律不动，可以再运行一次补齐缺的。',
      en: 'Puts example data, three templates, a theme, a note on fonts and a CI workflow into a folder. With reports, their data take the place of the example. Files that are there stay; run it again to add what is missing.',
    },
    files: [
      ['data/example.yaml', { zh: '带说明的样例；给了报告就没有', en: 'a commented example; not with reports' }],
      ['data/report.schema.json', { zh: '编辑器凭它补全和检查', en: 'for completion and checks in editors' }],
      ['templates/theme.yaml', { zh: '报头、编印单位、颜色', en: 'masthead, issuer, colours' }],
      [
        'package.json',
        { zh: '装哪个版本；连同安装包，CI 用', en: 'which version is installed, with the package file: for CI' },
      ],
    ],
    fails: {
      zh: '有一份报告读不了：什么也不写。或有文件写不下',
      en: 'a report cannot be read: nothing is written. Or a file cannot be written',
    },
  },
  new: {
    about: {
      zh: '模板里写满说明，马上能生成；改成自己要的样子。用 --like 照抄软件自带的模板；同名就代替它。',
      en: 'The template is full of comments and builds at once; change it into what you want. With --like it is a copy of one of the program; under the same name it takes that one’s place.',
    },
    files: [['templates/NAME.hbs', { zh: '新模板', en: 'the new template' }]],
    fails: { zh: '已有这个模板，没有改动；或没有 --like 的那个', en: 'it is there already; or there is none to copy' },
  },
  build: {
    about: {
      zh: '每份报告一个文件夹，每个模板一份 PDF、一份 DOCX。没有变动的不重做；数字变了会逐个列出。一份报告有错不影响别的；数据文件删了，它的成品也删去。',
      en: 'A folder a report, a PDF and a DOCX a template. What is current is left alone; figures that changed are named. A report with errors does not stop the others; when data are taken away, so are their documents.',
    },
    files: [data(), theirs, table, documents, ledger, gallery],
    fails: {
      zh: '有报告或模板有错，其余照做；--check 发现过期；--strict 有矛盾；--proof 查出不合格',
      en: 'a report or template has errors, the rest was made; --check found something stale; --strict a conflict; --proof a failure',
    },
  },
  watch: {
    about: {
      zh: '先生成一遍，再守着数据、模板、版式和字体；改动一存盘就重做受影响的文件，说出哪些数字变了。有错就报出来，改好再继续。Ctrl+C 结束。',
      en: 'Builds, then watches data, templates, theme and fonts; when one is saved, what it touches is made anew and figures that changed are named. Errors are told and it goes on. Ctrl-C ends it.',
    },
    files: [data(), theirs, documents, ledger, gallery],
  },
  preview: {
    about: {
      zh: '和 watch 一样边改边做，另在本机开一个网页，成品更新时自动刷新。只有本机能打开。Ctrl+C 结束。',
      en: 'Builds as watch does, and serves the page to browse on this machine only; it reloads when documents change. Ctrl-C ends it.',
    },
    files: [data(), theirs, documents, gallery],
    fails: { zh: '端口不能用', en: 'the port cannot be used' },
  },
  extract: {
    about: {
      zh: '读出地方、会议、章节、指标、目标、任务，每个数字记下原文位置；拿不准的写 review。再读一次时，人工改过的保留，原文变了的更新，两边都变的报出来。',
      en: 'Reads place, meeting, sections, indicators, targets and tasks, each figure with its place in the text; doubts are marked review. Read again, edits stay, what changed in the text is brought up to date, and what changed on both sides is told.',
    },
    files: [
      ['data/ID.yaml', { zh: '读出的数据，逐条核对', en: 'the data, to be looked over' }],
      ['data/.extracted/', { zh: '上次读出的，用来分辨人工修改', en: 'what was read last: by it edits are told' }],
      table,
    ],
    fails: errors,
  },
  audit: {
    about: {
      zh: '核对增速与两年数值、倍数、构成、年均增速、目标与结果、前后说法，列出算式和可拿去问的话。核实无误的写进数据的 accepted，不再提醒。',
      en: 'Checks growth against two years, multiples, parts, average growth, targets against results and one figure said twice; gives the arithmetic and a question to ask. What was checked goes into accepted in the data and is not told again.',
    },
    files: [data(), ['*.txt, *.docx, *.pdf', { zh: '报告原文也可以', en: 'report texts as well' }], table],
    fails: { zh: '输入有误；用了 --strict 而有矛盾', en: 'the input has errors; with --strict, conflicts are open' },
  },
  import: {
    about: {
      zh: '自己认出标题、表头、单位、年份、地方；指数和不满一年的数字不要。报告里已有的不重复，不一致的报出来；没有认出的逐处列出，用对照文件说明后再导入。',
      en: 'Finds titles, heads, units, years and places by itself; indices and figures of some months are left. What the report states already is not doubled, and told where it differs; what was not understood is listed by cell, and can be said in a mapping file.',
    },
    files: [
      ['data/ID.yaml', { zh: '导入到的数据', en: 'the data imported into' }],
      ['data/.imported/', { zh: '上次导入的，用来分辨人工修改', en: 'what was imported last: by it edits are told' }],
      ['map.yaml', { zh: '对照文件，名字自定', en: 'the mapping file, named as you like' }],
      table,
    ],
    fails: {
      zh: '表格读不了，或一个数字也没有认出：不写',
      en: 'a table cannot be read or holds no figure: nothing written',
    },
  },
  export: {
    about: {
      zh: '一行一个观测、目标或任务数字，带单位、增速、名次、出处。数字和报告一字不差；导出的表改过以后可以再导入。',
      en: 'A row for each observation, target or figure of a task, with unit, growth, rank and source. Numbers are those of the report to the digit; a table that was changed can be imported again.',
    },
    files: [data(), ['export/ID.xlsx', { zh: '或 .csv、.json', en: 'or .csv, .json' }]],
    fails: errors,
  },
  merge: {
    about: {
      zh: '把 build --shard 做成的几个文件夹并成一个，清单和浏览页重写。',
      en: 'Brings folders made by build --shard into one, with one manifest and one page to browse.',
    },
    files: [documents, ledger, gallery],
    fails: {
      zh: '有一片没有清单、没有做完或被手改过，或两片里同一份文件不同：什么也不写',
      en: 'a shard has no manifest, is unfinished or was altered by hand, or two differ in a document: nothing is written',
    },
  },
  proof: {
    about: {
      zh: '打开成品，读出真正印了什么：页数、版心、行网格、避头尾、断开的数字、字体、标签，并与数据对照。别处来的 PDF、DOCX 也能查。',
      en: 'Opens finished files and reads what they really hold: pages, text area, grid, line ends, torn figures, fonts, tags; and holds them against the data. Files of other makers as well.',
    },
    files: [['*.pdf, *.docx', { zh: '要查的文件', en: 'the files to check' }], ledger],
    fails: { zh: '查出不合格，或文件读不了', en: 'a failure was found, or a file cannot be read' },
  },
  list: {
    about: {
      zh: '本文件夹有哪些报告、模板和版式，是自己的还是软件自带的。',
      en: 'The reports, templates and themes of this folder, and whether they are yours or the program’s.',
    },
    files: [data(), theirs],
    fails: errors,
  },
  fonts: {
    about: {
      zh: '宋、黑、楷、仿宋、小标宋各用哪个文件。把有授权的字体放进 fonts/，再看一次。',
      en: 'Which file serves each of 宋, 黑, 楷, 仿宋 and 小标宋. Put licensed fonts into fonts/ and look again.',
    },
    files: [
      ['fonts/*.ttf', { zh: '自己的字体', en: 'fonts of your own' }],
      ['fonts/fonts.yaml', { zh: '各角色先用哪个，可以改', en: 'which file comes first for a role; yours to change' }],
    ],
    fails: errors,
  },
  schema: {
    about: {
      zh: '编辑器凭它补全键名、标出写错的地方。不写哪种，就是报告数据（report）；还有指标表（indicators）、指标比较（comparison）和导入表格时的对照（mapping）。init 已经放好前两份；软件换了版本就重写一次。',
      en: 'Editors complete keys and mark faults by it. Without a word it is that of report data (report); there are also the table of indicators (indicators), comparisons (comparison) and mappings of an import (mapping). init writes the first two; write them again with a new version of the program.',
    },
    files: [],
  },
  completion: {
    about: {
      zh: '脚本合 SHELL 所指的 shell 用。软件装成全机可用（npm install -g）时有效。',
      en: 'The script is for the shell that SHELL names. It works where the program is installed for the machine (npm install -g).',
    },
    files: [],
  },
  help: {
    about: {
      zh: '不写命令就列出全部命令；与“命令 --help”一样。',
      en: 'All commands when none is named; the same as COMMAND --help.',
    },
    files: [],
  },
};
