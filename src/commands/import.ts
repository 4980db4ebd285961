// `jianbao import`: tables of figures (Excel, CSV) into a report's data file; what was not understood is listed.
import path from 'node:path';
import { importTable, readTable } from '../actions/import-table.ts';
import { notReadable, notWritable } from '../batch/messages.ts';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.ts';
import { readIndicators } from '../engine.ts';
import { changeText } from '../extract/merge.ts';
import type { OptionValues } from '../parse-arguments.ts';
import { readProject } from '../project.ts';
import type { ImportContext } from '../tables/import-workbook.ts';
import { readMapping, type Mapping } from '../tables/mapping.ts';
import { showDiagnostics, type Command, type CommandContext } from './run-command.ts';

/** The most changes that are listed for one table. */
const shownChanges = 20;

const textOf = (value: OptionValues[string]): string | undefined => (value === undefined ? undefined : String(value));

const mappingOf = async (file: string | undefined, { root, host }: CommandContext): Promise<Outcome<Mapping>> => {
  if (file === undefined) return { diagnostics: [] };
  try {
    return readMapping(file, await host.read(path.resolve(root, file)));
  } catch (error) {
    return { diagnostics: [notReadable(file, error)] };
  }
};

const usageProblem = (positionals: readonly string[], options: OptionValues, zh: boolean): string | undefined => {
  if (positionals.length === 0) return zh ? '请给出表格文件（.xlsx、.csv）' : 'name tables (.xlsx, .csv)';
  const one = ['map', 'draft-map', 'id'].find((name) => options[name] !== undefined);
  if (one !== undefined && positionals.length > 1)
    return zh ? `--${one} 一次只用于一个表格文件` : `--${one} takes one table file at a time`;
  const year = options['year'];
  if (year !== undefined && !/^(?:19|20)\d\d$/.test(String(year)))
    return zh ? '--year 写四位年份，如 2016' : '--year takes a year of four digits';
  return undefined;
};

/** Writes the draft of a mapping file; one that is there is never written over. */
const draft = async (place: string, to: string, context: ImportContext, command: CommandContext): Promise<number> => {
  const { terminal, host, root } = command;
  const zh = terminal.locale === 'zh';
  const read = await readTable(path.resolve(root, place), place, context, host);
  const problems = read.diagnostics.filter(({ code }) => code !== 'import/no-figures');
  showDiagnostics(problems, new Map(), terminal);
  if (!read.value || hasErrors(problems)) return 1;
  if (read.value.draft === '') {
    terminal.out(
      zh ? '这是 jianbao export 导出的表，不用对照' : 'this table was written by jianbao export and needs no mapping',
    );
    return 0;
  }
  try {
    if (!(await host.createNew(path.resolve(root, to), new TextEncoder().encode(read.value.draft)))) {
      terminal.err(zh ? `已有 ${to}，没有改动` : `${to} is there already; nothing was written`);
      return 1;
    }
  } catch (error) {
    showDiagnostics([notWritable(to, error)], new Map(), terminal);
    return 1;
  }
  terminal.out(
    zh
      ? `${to}  改好后运行：jianbao import ${place} --map ${to}`
      : `${to}  correct it, then: jianbao import ${place} --map ${to}`,
  );
  return 0;
};

export const importCommand: Command = async (positionals, options, command) => {
  const { terminal, host, root, packageFolder } = command;
  const zh = terminal.locale === 'zh';
  const usage = usageProblem(positionals, options, zh);
  if (usage !== undefined) {
    terminal.err(usage);
    return 2;
  }
  const { project, diagnostics } = await readProject(root, packageFolder, host);
  const indicators = readIndicators(project);
  const mapFile = textOf(options['map']);
  const mapping = await mappingOf(mapFile, command);
  const problems: Diagnostic[] = [...diagnostics, ...indicators.diagnostics, ...mapping.diagnostics];
  const sources = new Map<string, string>();
  if (mapFile !== undefined && mapping.diagnostics.length > 0) {
    const bytes = await host.read(path.resolve(root, mapFile)).catch(() => new Uint8Array());
    sources.set(mapFile, new TextDecoder().decode(bytes));
  }
  if (hasErrors(problems)) {
    showDiagnostics(problems, sources, terminal);
    return 1;
  }
  const place = textOf(options['place']);
  const context: ImportContext = {
    indicators: indicators.value ?? [],
    mapping: mapping.value,
    year: textOf(options['year']),
    places: place === undefined ? [] : [place],
    locale: terminal.locale,
    sheet: textOf(options['sheet']),
  };
  const draftTo = textOf(options['draft-map']);
  if (draftTo !== undefined) return draft(positionals[0] ?? '', draftTo, context, command);
  const into = textOf(options['into']);
  const folder = path.resolve(root, textOf(options['out']) ?? 'data');
  for (const table of positionals) {
    const imported = await importTable(
      path.resolve(root, table),
      table,
      context,
      {
        into: into === undefined ? undefined : path.resolve(root, into),
        folder,
        root,
        id: textOf(options['id']),
        place,
      },
      host,
    );
    problems.push(...imported.diagnostics);
    if (!imported.value) continue;
    const { workbook, file, created, changes, same } = imported.value;
    const left = imported.diagnostics.filter(({ code }) => code === 'import/not-understood').length;
    const counts = zh
      ? `${workbook.count} 个数字${same > 0 ? `，${same} 条报告里已有且相同` : ''}${left > 0 ? `，${left} 处没有导入` : ''}`
      : `${workbook.count} figures${same > 0 ? `, ${same} stated in the report already` : ''}${left > 0 ? `, ${left} places not imported` : ''}`;
    terminal.out(`${table} → ${file}  ${counts}`);
    if (created) {
      const todo = zh
        ? `  新建的数据文件：写着“待填”的（地方、会议名称）请补上，再运行 jianbao build ${file}`
        : `  a new data file: fill in what says 待填 (place, meeting), then run jianbao build ${file}`;
      terminal.out(todo);
      continue;
    }
    for (const change of changes.slice(0, shownChanges)) terminal.out(`  ${changeText(change)[terminal.locale]}`);
    const rest = changes.length - shownChanges;
    if (rest > 0) terminal.out(zh ? `  ……另有 ${rest} 处` : `  … and ${rest} more`);
  }
  showDiagnostics(problems, sources, terminal);
  return hasErrors(problems) ? 1 : 0;
};
