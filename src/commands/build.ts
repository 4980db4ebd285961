// `jianbao build`: makes the documents, shows what was made, what changed and what is wrong.
import path from 'node:path';
import { removeTemporaries } from '../batch/clean-up.ts';
import { takeLock } from '../batch/lock.ts';
import { notWritable } from '../batch/messages.ts';
import type { BatchResult } from '../batch/outcome.ts';
import { lookAhead, type BatchRequest } from '../batch/outlook.ts';
import { inShard } from '../batch/plan.ts';
import { openPool } from '../batch/pool.ts';
import { engineHash, recipeOf } from '../batch/recipe.ts';
import { runBatch } from '../batch/run.ts';
import { scanInputs } from '../batch/scan.ts';
import { summaryMarkdown } from '../batch/summary.ts';
import type { Pool } from '../batch/task.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFonts, readTemplates } from '../engine.ts';
import type { FontLibrary } from '../fonts/load-fonts.ts';
import { sha256, type Host } from '../host.ts';
import type { OptionValues } from '../parse-arguments.ts';
import { readProject, type Project } from '../project.ts';
import { printProof } from '../proof/print-proof.ts';
import { hasFailures, type ProofResult } from '../proof/proof.ts';
import type { Terminal } from '../terminal.ts';
import { readShard, readTargets, readTimeout, type BuildTargets } from './build-request.ts';
import { showProgress } from './progress.ts';
import { diagnosticsJson, jsonText, showDiagnostics, type Command } from './run-command.ts';
import { showBuild, showCheck } from './show-build.ts';

type Prepared = { readonly request: BatchRequest; readonly setup: string };

/** What the batch is asked for, from the options and the project's files. */
const prepare = async (
  places: readonly string[],
  options: OptionValues,
  targets: BuildTargets,
  project: Project,
  fonts: FontLibrary,
  out: string,
  host: Host,
  tell: (problems: readonly Diagnostic[], sources: ReadonlyMap<string, string>) => void,
): Promise<Prepared> => {
  const templates = readTemplates(project);
  tell(templates.diagnostics, new Map());
  const made = templates.value ?? new Map();
  const parts = { engine: await engineHash(project, host), fonts: fonts.fingerprint, options: '' };
  const wanted = targets.templates.flatMap((template) =>
    targets.formats
      .filter((format) => made.get(template)?.frontMatter.formats.includes(format))
      .map((format) => ({ template, format, recipe: recipeOf(project, template, format, parts) })),
  );
  const scan = await scanInputs(places, project.root, host);
  tell(scan.diagnostics, scan.sources);
  const shard = readShard(options['shard']) ?? { index: 1, count: 1 };
  const known = new Set(project.templates.map(({ name }) => name));
  return {
    request: {
      root: project.root,
      out,
      inputs: scan.inputs,
      wanted,
      offered: (template, format) =>
        known.has(template) && (made.get(template)?.frontMatter.formats.includes(format) ?? true),
      strict: options['strict'] === true,
      mine: (report) => inShard(report, shard.index, shard.count),
      ...(typeof options['jobs'] === 'number' && { jobs: Math.max(1, Math.floor(options['jobs'])) }),
    },
    setup: sha256([parts.engine, parts.fonts, ...wanted.map(({ recipe }) => recipe)].join('\n')),
  };
};

/** Runs the batch under the lock of the output folder; a message when another build holds it. */
const runLocked = async (
  { request, setup }: Prepared,
  project: Project,
  options: OptionValues,
  terminal: Terminal,
  host: Host,
): Promise<BatchResult | Diagnostic | string> => {
  const { root, out } = request;
  let lock: Awaited<ReturnType<typeof takeLock>>;
  try {
    lock = await takeLock(out, host);
  } catch (error) {
    return notWritable(path.relative(root, out) || '.', error);
  }
  if ('heldBy' in lock) {
    const { process: id, machine } = lock.heldBy;
    return terminal.locale === 'zh'
      ? `另一个生成正在写 ${out}（${machine} 上的进程 ${id}）`
      : `another build is writing to ${out} (process ${id} on ${machine})`;
  }
  const progress = showProgress(terminal, options['json'] === true);
  const open = (threads: number): Pool => {
    const pool = openPool({ threads, timeout: readTimeout(options['timeout']) });
    return { ...pool.with(project, setup), close: pool.end };
  };
  try {
    await removeTemporaries(out, host);
    return await runBatch(request, open, host, progress.update);
  } finally {
    progress.stop();
    await lock.release();
  }
};

const writeSummary = async (
  file: OptionValues[string],
  result: BatchResult,
  root: string,
  terminal: Terminal,
  host: Host,
): Promise<readonly Diagnostic[]> => {
  if (typeof file !== 'string') return [];
  const bytes = new TextEncoder().encode(summaryMarkdown(result, terminal.locale));
  return host.replace(path.resolve(root, file), bytes).then(
    () => [],
    (error: unknown) => [notWritable(file, error)],
  );
};

export const buildCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const start = host.elapsed();
  const json = options['json'] === true;
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const targets = readTargets(options, project, terminal);
  if (typeof targets === 'string') {
    terminal.err(targets);
    return 2;
  }
  if (readShard(options['shard']) === undefined) {
    terminal.err(terminal.locale === 'zh' ? '--shard 的写法是 i/n，如 1/2' : '--shard is written i/n, as in 1/2');
    return 2;
  }
  const out = path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output');
  const problems: Diagnostic[] = [...projectProblems];
  const sources = new Map<string, string>(
    [...project.templates, ...project.partials, project.theme, project.fontsConfig, ...project.indicators].map(
      ({ label, text }) => [label, text],
    ),
  );
  const tell = (found: readonly Diagnostic[], texts: ReadonlyMap<string, string>): void => {
    problems.push(...found.filter(({ severity }) => severity !== 'note'));
    for (const [file, text] of texts) sources.set(file, text);
  };

  const fonts = await readFonts(project, host);
  tell(fonts.diagnostics, new Map());
  let result: BatchResult | undefined;
  let proofed: readonly ProofResult[] = [];
  if (fonts.value && !hasErrors(fonts.diagnostics)) {
    const places = positionals.length > 0 ? positionals : ['data'];
    const prepared = await prepare(places, options, targets, project, fonts.value, out, host, tell);
    if (options['check'] === true) {
      const outlook = await lookAhead(prepared.request, host);
      tell(outlook.clashes, new Map());
      showDiagnostics(problems, sources, terminal);
      showCheck(outlook, terminal, json);
      return outlook.due.length + outlook.orphaned.length > 0 || hasErrors(problems) ? 1 : 0;
    }
    const ran = await runLocked(prepared, project, options, terminal, host);
    if (typeof ran === 'string') {
      terminal.err(ran);
      return 1;
    }
    if ('severity' in ran) problems.push(ran);
    else {
      result = ran;
      tell(result.diagnostics, result.sources);
      tell(await writeSummary(options['summary'], result, root, terminal, host), new Map());
      if (options['proof'] === true) {
        const { proofFiles } = await import('./proof-files.ts');
        const built = result.documents.filter(({ status }) => status !== 'failed' && status !== 'removed');
        const files = built.map(({ file }) => path.join(out, file));
        const proof = await proofFiles({ files, rules: 'auto' }, project, host);
        proofed = proof.results;
        problems.push(...proof.diagnostics);
      }
    }
  }

  const failed = hasErrors(problems) || proofed.some(hasFailures);
  const code = problems.some((problem) => problem.code === 'batch/worker-died') ? 3 : failed ? 1 : 0;
  if (json) {
    terminal.out(
      jsonText({
        documents: result?.documents ?? [],
        reports: result?.reports ?? [],
        changes: result?.changes ?? [],
        ...(options['proof'] === true ? { proof: proofed } : {}),
        diagnostics: diagnosticsJson(problems),
      }),
    );
    return code;
  }
  if (result) showBuild(result, terminal, host.elapsed() - start);
  if (proofed.length > 0) for (const line of printProof(proofed, terminal.locale)) terminal.out(line);
  showDiagnostics(problems, sources, terminal);
  return code;
};
