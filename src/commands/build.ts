// `jianbao build`: makes the documents, shows what was made, what changed and what is wrong.
import path from 'node:path';
import { takeLock } from '../batch/lock.ts';
import { engineHash, recipeOf } from '../batch/recipe.ts';
import { inShard } from '../batch/plan.ts';
import { checkBatch, runBatch, type BatchRequest, type BatchResult } from '../batch/run.ts';
import { scanInputs } from '../batch/scan.ts';
import { openPool } from '../batch/pool.ts';
import { summaryMarkdown } from '../batch/summary.ts';
import { notWritable, workWith } from '../batch/work.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEngine } from '../engine.ts';
import { readProject } from '../project.ts';
import { jobsFor, readShard, readTargets } from './build-request.ts';
import { diagnosticsJson, jsonText, showDiagnostics, type Command } from './run-command.ts';
import { showProgress } from './progress.ts';
import { showBuild, showCheck } from './show-build.ts';

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
  const shard = readShard(options['shard']);
  if (shard === undefined) {
    terminal.err(zh ? '--shard 的写法是 i/n，如 1/2' : '--shard is written i/n, as in 1/2');
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
    const batch: BatchRequest = {
      root,
      out,
      inputs: scanned.inputs.filter((input) => inShard(input.id ?? input.label, shard.index, shard.count)),
      wanted,
      templates: new Set(project.templates.map(({ name }) => name)),
      strict: options['strict'] === true,
      mine: (report) => inShard(report, shard.index, shard.count),
      jobs: jobsFor(options, scanned.inputs.length, host.cores),
    };
    if (options['check'] === true) {
      const found = await checkBatch(batch, host);
      showDiagnostics(problems, sources, terminal);
      showCheck(found, terminal, json);
      return found.stale.length + found.orphaned.length > 0 || hasErrors(problems) ? 1 : 0;
    }
    const lock = await takeLock(out, host).catch((error: unknown) => String(error));
    if (typeof lock === 'string') {
      problems.push(notWritable(path.relative(root, out) || '.', lock));
    } else if ('heldBy' in lock) {
      terminal.err(
        zh
          ? `另一个生成正在写 ${out}（进程 ${lock.heldBy}）`
          : `another build is writing to ${out} (process ${lock.heldBy})`,
      );
      return 1;
    } else {
      const timeout = Math.max(0, Number(options['timeout'] ?? 120)) * 1000;
      const pool = batch.jobs > 1 ? openPool({ root, packageFolder }, batch.jobs, timeout) : undefined;
      const progress = showProgress(terminal, json);
      try {
        const work = pool?.work ?? workWith(project, engine.value, host);
        result = await runBatch(batch, work, host, progress.update);
      } finally {
        progress.stop();
        await pool?.close();
        await lock.release();
      }
      problems.push(...result.diagnostics);
      for (const [file, text] of result.sources) sources.set(file, text);
      if (typeof options['summary'] === 'string') {
        const text = summaryMarkdown(result, terminal.locale);
        await host.replace(path.resolve(root, options['summary']), new TextEncoder().encode(text));
      }
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
