// The command line as data: every command with its options and examples, in both languages.
// help.ts prints it and parse-arguments.ts gives it to yargs, so that what is said and what is taken cannot differ.
import {
  formats,
  jobs,
  json,
  noGallery,
  outFolder,
  strictly,
  templates,
  timeout,
  type CommandSpec,
} from './command-spec.ts';

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'init',
    positionals: '[DIR]',
    summary: {
      zh: '建一个工作文件夹：样例数据、模板、版式、CI；已有的文件不动',
      en: 'make a working folder: example data, templates, theme, CI; files that are there stay',
    },
    options: [
      {
        name: 'from',
        type: 'string',
        placeholder: 'FILE…',
        summary: {
          zh: '从自己的报告开始（.txt、.docx、.pdf，可以几份）',
          en: 'begin with reports of your own (.txt, .docx, .pdf; several)',
        },
      },
      {
        name: 'ci',
        type: 'string',
        choices: ['github', 'gitlab', 'none'],
        summary: { zh: '定时生成用哪家的 CI（默认 github）', en: 'CI that builds on schedule (github by default)' },
      },
    ],
    examples: [
      ['jianbao init briefs', { zh: '带一份样例', en: 'with an example' }],
      ['jianbao init briefs --from report.docx', { zh: '从一份报告开始', en: 'beginning with a report' }],
    ],
  },
  {
    name: 'new',
    positionals: 'template NAME',
    summary: {
      zh: '新建一个模板，带说明，马上能用',
      en: 'write a new template, commented, that builds at once',
    },
    options: [
      {
        name: 'like',
        type: 'string',
        placeholder: 'TEMPLATE',
        summary: { zh: '照这个模板来，如 brief', en: 'begin with a copy of this one, such as brief' },
      },
    ],
    examples: [
      ['jianbao new template card', { zh: '新建 templates/card.hbs', en: 'makes templates/card.hbs' }],
      ['jianbao new template weekly --like brief', { zh: '由简报改起', en: 'begins with the brief' }],
    ],
  },
  {
    name: 'build',
    positionals: '[FILE|DIR…]',
    summary: {
      zh: '由数据生成简报、数据一页纸和讲义（默认取 data/）',
      en: 'make the documents from data files (data/ by default)',
    },
    options: [
      templates,
      formats,
      outFolder,
      strictly,
      {
        name: 'check',
        type: 'boolean',
        summary: {
          zh: '什么也不写；有过期、缺失或被手改的文件时退出码为 1',
          en: 'write nothing; exit 1 when anything is stale, missing or altered by hand',
        },
      },
      {
        name: 'proof',
        type: 'boolean',
        summary: { zh: '生成后逐个查验成品（见 proof）', en: 'proof the finished files (see proof)' },
      },
      {
        name: 'summary',
        type: 'string',
        placeholder: 'FILE.md',
        summary: { zh: '把结果写成 Markdown，供 CI 张贴', en: 'write what was done as Markdown, for CI to post' },
      },
      {
        name: 'shard',
        type: 'string',
        placeholder: 'I/N',
        summary: { zh: '只做 N 份中的第 I 份，按报告编号分', en: 'only shard I of N, split by report id' },
      },
      jobs,
      timeout,
      noGallery,
      json,
    ],
    examples: [
      ['jianbao build', { zh: '生成 data/ 下全部报告的文件', en: 'all documents of all reports in data/' }],
      [
        'jianbao build data/hongqi-2017.yaml -t brief -f pdf',
        { zh: '只出一份报告的简报 PDF', en: 'one brief, as PDF only' },
      ],
    ],
  },
  {
    name: 'watch',
    positionals: '[FILE|DIR…]',
    summary: {
      zh: '生成后守着数据和模板，有改动就重做受影响的文件，并报告用时',
      en: 'build, then make anew what each change of data or templates touches, and say how long it took',
    },
    options: [templates, formats, outFolder, strictly, jobs, timeout, noGallery],
    examples: [
      ['jianbao watch', { zh: '守着 data/ 和模板；Ctrl+C 结束', en: 'watch data/ and the templates; Ctrl-C ends it' }],
      ['jianbao watch data/hongqi-2017.yaml -t brief', { zh: '只守一份报告的简报', en: 'one brief only' }],
    ],
  },
  {
    name: 'preview',
    positionals: '[FILE|DIR…]',
    summary: {
      zh: '生成后在浏览器里查看，有改动就更新（只供本机访问）',
      en: 'build, then show the documents in a browser and keep them up to date (on this machine only)',
    },
    options: [
      outFolder,
      {
        name: 'port',
        alias: 'p',
        type: 'number',
        placeholder: 'N',
        summary: {
          zh: '端口（默认 4173，被占用时另找；0 任选）',
          en: 'port (4173, or another when it is taken; 0 for any)',
        },
      },
    ],
    examples: [
      ['jianbao preview', { zh: '打开显示的网址；Ctrl+C 结束', en: 'open the address that it shows; Ctrl-C ends it' }],
    ],
  },
  {
    name: 'extract',
    positionals: 'FILE…',
    summary: {
      zh: '把报告原文（.txt、.docx、.pdf）读成数据文件，供核对',
      en: 'read report texts (.txt, .docx, .pdf) into data files to look over',
    },
    options: [
      {
        name: 'out',
        alias: 'o',
        type: 'string',
        placeholder: 'DIR',
        summary: { zh: '数据文件夹（默认 data）', en: 'folder for the data files (data by default)' },
      },
      {
        name: 'facts',
        type: 'string',
        placeholder: 'FILE.json',
        summary: { zh: '把读出的数字逐个写成 JSON', en: 'write the figures found, one by one, as JSON' },
      },
    ],
    examples: [['jianbao extract report.docx', { zh: '读一份报告', en: 'read one report' }]],
  },
  {
    name: 'audit',
    positionals: '[FILE|DIR…]',
    summary: {
      zh: '核对数字之间的关系（默认取 data/；也可给报告原文）',
      en: 'check what figures say about each other (data/ by default; report texts too)',
    },
    options: [
      {
        name: 'targets',
        type: 'boolean',
        summary: { zh: '列出历年目标与完成情况', en: 'show targets against results, year by year' },
      },
      {
        name: 'indicator',
        type: 'string',
        placeholder: 'IDS',
        summary: { zh: '与 --targets 合用：只列这些指标', en: 'with --targets: only these indicators' },
      },
      {
        name: 'strict',
        type: 'boolean',
        summary: { zh: '有未接受的矛盾时退出码为 1', en: 'exit 1 when conflicts are open' },
      },
      json,
    ],
    examples: [
      ['jianbao audit data/hongqi-2017.yaml', { zh: '核对一份报告', en: 'audit one report' }],
      ['jianbao audit luohu-*.txt --targets', { zh: '目标与结果对照', en: 'targets against results' }],
    ],
  },
  {
    name: 'import',
    positionals: 'FILE…',
    summary: {
      zh: '把统计表（.xlsx、.ods、.csv）里的指标导入数据文件，每个数字带单元格',
      en: 'bring indicators of tables (.xlsx, .ods, .csv) into a data file, each figure with its cell',
    },
    options: [
      {
        name: 'into',
        type: 'string',
        placeholder: 'FILE.yaml',
        summary: {
          zh: '加进这份数据，人工改过的保留（默认新建）',
          en: 'add to these data; edits stay (a new file by default)',
        },
      },
      {
        name: 'map',
        type: 'string',
        placeholder: 'FILE.yaml',
        summary: { zh: '按这份对照文件认行和列', en: 'what rows and columns are, from this mapping file' },
      },
      {
        name: 'draft-map',
        type: 'string',
        placeholder: 'FILE.yaml',
        summary: {
          zh: '只写出对照文件的初稿，供修改',
          en: 'write only a draft of the mapping file, to be corrected',
        },
      },
      { name: 'sheet', type: 'string', placeholder: 'NAME', summary: { zh: '只取这个工作表', en: 'only this sheet' } },
      {
        name: 'year',
        type: 'string',
        placeholder: 'YEAR',
        summary: { zh: '表里没有写年份时，是哪一年', en: 'the year of tables that do not say it' },
      },
      {
        name: 'place',
        type: 'string',
        placeholder: 'NAME',
        summary: { zh: '新建时的地方：新乡市红旗区', en: 'the place of a new data file' },
      },
      {
        name: 'id',
        type: 'string',
        placeholder: 'ID',
        summary: { zh: '新建时的编号', en: 'the id of a new data file' },
      },
      {
        name: 'out',
        alias: 'o',
        type: 'string',
        placeholder: 'DIR',
        summary: { zh: '新建在哪个文件夹（默认 data）', en: 'folder of a new data file (data by default)' },
      },
    ],
    examples: [
      ['jianbao import 主要指标.xlsx --into data/hongqi-2017.yaml', { zh: '加进一份报告', en: 'add to a report' }],
      ['jianbao import table.csv --draft-map map.yaml', { zh: '认不出时先写对照', en: 'where it cannot be guessed' }],
    ],
  },
  {
    name: 'export',
    positionals: '[FILE|DIR…]',
    summary: {
      zh: '把报告的数字导出成表格，带单位、增速、名次和出处（默认取 data/）',
      en: 'write the figures as tables, with unit, growth, rank and source (data/ by default)',
    },
    options: [
      {
        name: 'to',
        type: 'string',
        choices: ['xlsx', 'csv', 'json'],
        summary: { zh: '导出成什么（默认 xlsx）', en: 'what to write (xlsx by default)' },
      },
      {
        name: 'out',
        alias: 'o',
        type: 'string',
        placeholder: 'DIR',
        summary: { zh: '放到哪个文件夹（默认 export）', en: 'folder for the tables (export by default)' },
      },
    ],
    examples: [['jianbao export data/hongqi-2017.yaml --to csv', { zh: '导出一份报告', en: 'one report' }]],
  },
  {
    name: 'merge',
    positionals: 'DIR…',
    summary: { zh: '合并各分片的输出文件夹', en: 'bring the output folders of shards together' },
    options: [
      {
        name: 'out',
        alias: 'o',
        type: 'string',
        placeholder: 'DIR',
        summary: { zh: '合并到（默认 output）', en: 'merge into (output by default)' },
      },
      noGallery,
    ],
    examples: [['jianbao merge shard-1 shard-2 --out output', { zh: '合并两片', en: 'merge two shards' }]],
  },
  {
    name: 'proof',
    positionals: 'FILE|DIR…',
    summary: {
      zh: '查验成品 PDF、DOCX：版面、行文、字体、标签、数字',
      en: 'check finished PDF and DOCX files: pages, lines, fonts, tags, figures',
    },
    options: [
      {
        name: 'rules',
        type: 'string',
        choices: ['auto', 'gongwen', 'sheet', 'any'],
        summary: {
          zh: '按哪种版面查；默认由文件看出',
          en: 'page rules to judge by; told from the file by default',
        },
      },
      {
        name: 'data',
        type: 'string',
        placeholder: 'FILE.yaml',
        summary: {
          zh: '与这份数据对照；默认由 manifest.json 找',
          en: 'compare with these data; found by manifest.json by default',
        },
      },
      json,
    ],
    examples: [
      ['jianbao proof output', { zh: '查验生成的全部文件', en: 'all documents that were built' }],
      [
        'jianbao proof notice.pdf --rules gongwen',
        { zh: '按公文格式查一份别处来的 PDF', en: 'a PDF from elsewhere, by the rules for official documents' },
      ],
    ],
  },
  {
    name: 'list',
    positionals: '',
    summary: { zh: '列出报告、模板和版式', en: 'list reports, templates and themes' },
    options: [json],
    examples: [],
  },
  {
    name: 'fonts',
    positionals: '',
    summary: {
      zh: '各字体角色用了哪个文件，为什么',
      en: 'which file each font role resolved to, and why',
    },
    options: [json],
    examples: [],
  },
  {
    name: 'schema',
    positionals: '[report|indicators|comparison|mapping]',
    summary: { zh: '输出数据文件的 JSON Schema', en: 'print the JSON Schema of data files' },
    options: [],
    examples: [
      ['jianbao schema > data/report.schema.json', { zh: '供编辑器补全', en: 'for completion in editors' }],
      [
        'jianbao schema comparison > data/comparison.schema.json',
        { zh: '指标比较的文件也一样', en: 'the same for files of comparisons' },
      ],
    ],
  },
  {
    name: 'completion',
    positionals: '',
    summary: {
      zh: '输出命令补全脚本，供 bash、zsh、fish 使用',
      en: 'print the script that completes commands in bash, zsh or fish',
    },
    options: [],
    examples: [['jianbao completion >> ~/.bashrc', { zh: '以后按 Tab 键补全', en: 'from then on, Tab completes' }]],
  },
  {
    name: 'help',
    positionals: '[COMMAND]',
    summary: { zh: '显示一个命令的用法', en: 'show how a command is used' },
    options: [],
    examples: [
      ['jianbao help import', { zh: '导入的选项、文件和退出码', en: 'options, files and exit codes of import' }],
    ],
  },
];
