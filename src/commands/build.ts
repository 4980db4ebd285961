// `jianbao build`: makes the documents, shows what was made, what changed and what is wrong.
import path from 'node:path';
import { takeLock } from '../batch/lock.ts';
import { engineHash, recipeOf } from '../batch/recipe.ts';
import { runBatch, type BatchResult } from '../batch/run.ts';
import { scanInputs } from '../batch/scan.ts';
import { openPool } from '../batch/pool.ts';
import { workWith } from '../batch/work.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEngine } from '../engine.ts';
import { readProject } from '../project.ts';
import { jobsFor, readTargets } from './build-request.ts';
import { diagnosticsJson, jsonText, showDiagnostics, type Command } from './run-command.ts';
import { showProgress } from './progress.ts';
import { showBuild } from './show-build.ts';

export const buildCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const start = host.elapsed();
  const zh = terminal.locale === 'zh';
  const json = options['json'] === true;
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const request = readTargets(options, project, terminal);
  if (typeof request === 'string') {
    terminal.err(request);
    return 2;
  }
  const out = path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output');
  const scanned = await scanInputs(positionals.length > 0 ? positionals : ['data'], root, host);
  const problems: Diagnostic[] = [...projectProblems, ...scanned.diagnostics];

  const engine = await createEngine(project, host);
  problems.push(...engine.diagnostics.filter(({ severity }) => severity !== 'note'));
  const sources = new Map<string, string>(
    [...project.templates, ...project.partials, project.theme, project.fontsConfig, ...project.indicators].map(
      ({ label, text }) => [label, text],
    ),
  );

  let result: BatchResult | undefined;
  if (engine.value) {
    const parts = { engine: await engineHash(project, host), fonts: engine.value.fonts.fingerprint, options: '' };
    const made = engine.value.templates;
    const wanted = request.templates.flatMap((template) =>
      request.formats
        .filter((format) => made.get(template)?.frontMatter.formats.includes(format))
        .map((format) => ({ template, format, recipe: recipeOf(project, template, format, parts) })),
    );
    const lock = await takeLock(out, host).catch((error: unknown) => String(error));
    if (typeof lock === 'string') {
      problems.push({
        severity: 'error',
        code: 'write/not-writable',
        file: path.relative(root, out) || '.',
        message: { zh: `输出文件夹写不了：${lock}`, en: `the output folder cannot be written: ${lock}` },
        hint: {
          zh: '检查权限和磁盘空间，或用 --out 换一个',
          en: 'check permissions and disk space, or choose another with --out',
        },
      });
    } else if ('heldBy' in lock) {
      terminal.err(
        zh
          ? `另一个生成正在写 ${out}（进程 ${lock.heldBy}）`
          : `another build is writing to ${out} (process ${lock.heldBy})`,
      );
      return 1;
    } else {
      const jobs = jobsFor(options, scanned.inputs.length, host.cores);
      const timeout = Math.max(0, Number(options['timeout'] ?? 120)) * 1000;
      const pool = jobs > 1 ? openPool({ root, packageFolder }, jobs, timeout) : undefined;
      const progress = showProgress(terminal, json);
      try {
        result = await runBatch(
          {
            root,
            out,
            inputs: scanned.inputs,
            wanted,
            templates: new Set(project.templates.map(({ name }) => name)),
            strict: options['strict'] === true,
            jobs,
          },
          pool?.work ?? workWith(project, engine.value, host),
          host,
          progress.update,
        );
      } finally {
        progress.stop();
        await pool?.close();
        await lock.release();
      }
      problems.push(...result.diagnostics);
      for (const [file, text] of result.sources) sources.set(file, text);
    }
  }

  const code = problems.some((problem) => problem.code === 'batch/worker-died') ? 3 : hasErrors(problems) ? 1 : 0;
  if (json) {
    terminal.out(
      jsonText({
        documents: result?.documents ?? [],
        reports: result?.reports ?? [],
        changes: result?.changes ?? [],
        diagnostics: diagnosticsJson(problems),
      }),
    );
    return code;
  }
  if (result) showBuild(result, terminal, host.elapsed() - start);
  showDiagnostics(problems, sources, terminal);
  return code;
};
