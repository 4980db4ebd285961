// Makes and writes the documents of one report: what a worker does with a task.
// All documents of the report are made before the first is written, so that an error leaves the last good set in place.
import path from 'node:path';
import { auditReports } from '../audit/audit.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { printFigure } from '../figures/print.ts';
import { sha256, type Host } from '../host.ts';
import { makeDocument } from '../pipeline.ts';
import { cardOf } from '../preview/report-card.ts';
import { keepForGallery } from '../preview/write-gallery.ts';
import type { Project } from '../project.ts';
import { loadReport } from '../report/load.ts';
import type { Report } from '../report/schema.ts';
import { statementsOf } from '../report/statements.ts';
import type { FindingCount, Format, KeptFigure, Task, TaskResult, WrittenDocument } from './task.ts';

/** Every figure of a report as it is printed. */
const figuresOf = (report: Report): readonly KeptFigure[] =>
  statementsOf(report).map((statement) => ({
    ref: statement.ref,
    name: statement.name,
    period: statement.period,
    text: statement.text ?? printFigure(statement),
  }));

/** The error for a file or folder that cannot be written. */
export const notWritable = (file: string, error: unknown): Diagnostic => ({
  severity: 'error',
  code: 'write/not-writable',
  file,
  message: { zh: `写不了文件：${String(error)}`, en: `cannot write the file: ${String(error)}` },
  hint: {
    zh: '检查文件夹的权限和磁盘空间，或用 --out 换一个',
    en: 'check the permissions of the folder and the space on the disk, or choose another with --out',
  },
});

/** Works on tasks with one engine. */
export const workWith =
  (project: Project, engine: Engine, host: Host) =>
  async (task: Task): Promise<TaskResult> => {
    const diagnostics: Diagnostic[] = [];
    const templateSources = [...project.templates, ...project.partials].map(
      ({ label, text }) => [label, text] as const,
    );
    const failed = (text: string): TaskResult => ({
      written: [],
      diagnostics,
      sources: [[task.label, text], ...templateSources],
    });

    let bytes: Uint8Array;
    try {
      bytes = await host.read(task.path);
    } catch (error) {
      diagnostics.push({
        severity: 'error',
        code: 'load/unreadable',
        file: task.label,
        message: { zh: `读不了文件：${String(error)}`, en: `cannot read the file: ${String(error)}` },
      });
      return failed('');
    }
    const text = new TextDecoder().decode(bytes);
    const loaded = loadReport(task.label, bytes);
    diagnostics.push(...loaded.diagnostics);
    if (!loaded.value) return failed(text);
    const { report } = loaded.value;
    const data = sha256(bytes);

    const findings = auditReports([report], { indicators: { indicators: [...engine.indicators] } });
    const count = (level: string): number => findings.filter((one) => one.level === level && !one.accepted).length;
    const counts: FindingCount = {
      conflict: count('conflict'),
      unusual: count('unusual'),
      note: count('note'),
      accepted: findings.filter((one) => one.accepted).length,
    };
    if (task.strict && counts.conflict > 0) {
      diagnostics.push({
        severity: 'error',
        code: 'audit/conflict',
        file: task.label,
        message: {
          zh: `有 ${counts.conflict} 处数字互相矛盾`,
          en: `${counts.conflict} conflicts between figures`,
        },
        hint: { zh: `运行 jianbao audit ${task.label} 查看`, en: `see jianbao audit ${task.label}` },
      });
      return failed(text);
    }

    const made: { file: string; template: string; format: Format; bytes: Uint8Array; pages: number; spent: number }[] =
      [];
    const subject = { report, file: task.label, hash: data.slice(0, 8), findings };
    const names = [...new Set(task.documents.map(({ template }) => template))];
    for (const name of names) {
      const template = engine.templates.get(name);
      if (template === undefined) continue;
      const formats = task.documents.filter((document) => document.template === name).map(({ format }) => format);
      const start = host.elapsed();
      const result = await makeDocument(subject, template, formats, engine);
      const spent = (host.elapsed() - start) / formats.length;
      diagnostics.push(...result.diagnostics);
      for (const file of result.value?.files ?? []) {
        made.push({ file: `${report.id}/${name}.${file.format}`, template: name, spent, ...file });
      }
    }

    const written: WrittenDocument[] = [];
    // One document that cannot be made does not stop the report's others.
    for (const { file, template, format, bytes: content, pages, spent } of made) {
      try {
        await host.replace(path.join(task.out, file), content);
        written.push({ template, format, sha256: sha256(content), bytes: content.length, pages, spent });
      } catch (error) {
        diagnostics.push(notWritable(file, error));
      }
    }
    const pdfs = made.filter(({ format }) => format === 'pdf').map((document) => document.bytes);
    await keepForGallery(task.out, cardOf(report, findings), pdfs, host);
    return {
      report: {
        id: report.id,
        title: report.title,
        place: report.place.name,
        year: report.years.planned ?? report.years.reviewed + 1,
        data,
        findings: counts,
        figures: figuresOf(report),
      },
      written,
      diagnostics,
      sources: hasErrors(diagnostics) ? [[task.label, text], ...templateSources] : [],
    };
  };
