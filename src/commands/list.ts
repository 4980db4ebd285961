// `jianbao list`: the reports in data/, the templates and the pages of the theme.
import { readReports } from '../actions/read-reports.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { textTable } from '../diagnostics/table.ts';
import { readTemplates } from '../engine.ts';
import { readProject } from '../project.ts';
import { loadTheme } from '../theme/load-theme.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

const left = (headers: readonly string[]): { header: string; align: 'left' }[] =>
  headers.map((header) => ({ header, align: 'left' }));

export const listCommand: Command = async (_positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const read = await readReports(['data'], root, { indicators: [] }, host);
  // A project that has no data yet has nothing wrong with it.
  const found = read.diagnostics.filter(({ code }) => code !== 'check/no-input');
  const problems: Diagnostic[] = [...projectProblems, ...found];
  const sources = new Map(read.sources);
  const reports = read.reports.map(({ report: { id, title, place, years }, file }) => ({
    id,
    title,
    place: place.name,
    year: years.planned ?? years.reviewed + 1,
    file,
  }));
  const templates = readTemplates(project);
  problems.push(...templates.diagnostics);
  for (const { label, text } of [...project.templates, ...project.partials]) sources.set(label, text);
  const templateRows = [...(templates.value?.values() ?? [])].map(({ name, file, frontMatter }) => ({
    name,
    title: frontMatter.name,
    page: frontMatter.page.name,
    formats: frontMatter.formats,
    file,
  }));
  const theme = loadTheme(project.theme.label, project.theme.text, project.theme.text);
  problems.push(...theme.diagnostics);
  const pages = Object.keys(theme.value?.pages ?? {});

  if (options['json'] === true) {
    terminal.out(jsonText({ reports, templates: templateRows, theme: { file: project.theme.label, pages } }));
  } else {
    const lines = [
      zh ? '报告' : 'reports',
      ...(reports.length === 0
        ? [
            zh
              ? '还没有数据文件：jianbao extract 从报告原文生成，jianbao init 带来一个例子'
              : 'no data files yet: jianbao extract makes them from report texts, jianbao init brings an example',
          ]
        : textTable(
            left(zh ? ['编号', '地方', '年份', '标题', '文件'] : ['id', 'place', 'year', 'title', 'file']),
            reports.map((report) => [report.id, report.place, String(report.year), report.title, report.file]),
          )),
      '',
      zh ? '模板' : 'templates',
      ...textTable(
        left(zh ? ['名称', '说明', '版面', '格式', '文件'] : ['name', 'what', 'page', 'formats', 'file']),
        templateRows.map((row) => [row.name, row.title[terminal.locale], row.page, row.formats.join(' '), row.file]),
      ),
      '',
      `${zh ? '版式' : 'theme'}  ${theme.value?.name ?? ''}  ${project.theme.label}  ${pages.join(' ')}`,
    ];
    for (const line of lines) terminal.out(line);
  }
  showDiagnostics(problems, sources, terminal);
  return hasErrors(problems) ? 1 : 0;
};
