// `jianbao build`: makes the documents, shows what was made, what changed and what is wrong.
import path from 'node:path';
import { buildFolder } from '../actions/build-folder.ts';
import { chooseTargets } from '../actions/choose-targets.ts';
import { notWritable } from '../batch/messages.ts';
import type { BatchResult } from '../batch/outcome.ts';
import { summaryMarkdown } from '../batch/summary.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { OptionValues } from '../parse-arguments.ts';
import { readProject } from '../project.ts';
import { printProof } from '../proof/print-proof.ts';
import { hasFailures } from '../proof/finding.ts';
import type { Terminal } from '../terminal.ts';
import { listOption, readShard, readTimeout } from './build-request.ts';
import { showProgress } from './progress.ts';
import { diagnosticsJson, jsonText, showDiagnostics, type Command } from './run-command.ts';
import { showBuild, showCheck } from './show-build.ts';

const writeSummary = async (
  file: OptionValues[string],
  result: BatchResult | undefined,
  problems: readonly Diagnostic[],
  root: string,
  terminal: Terminal,
  host: Host,
): Promise<readonly Diagnostic[]> => {
  if (typeof file !== 'string') return [];
  const bytes = new TextEncoder().encode(summaryMarkdown(result, problems, terminal.locale));
  return host.replace(path.resolve(root, file), bytes).then(
    () => [],
    (error: unknown) => [notWritable(file, error)],
  );
};

export const buildCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const start = host.elapsed();
  const json = options['json'] === true;
  const { project, diagnostics: projectProblems } = await readProject(root, packageFolder, host);
  const targets = chooseTargets(
    { templates: listOption(options['template']), formats: listOption(options['format']) },
    project,
  );
  if (targets.value === undefined) {
    showDiagnostics(targets.diagnostics, new Map(), terminal);
    return 2;
  }
  const shard = readShard(options['shard']);
  if (shard === undefined) {
    terminal.err(terminal.locale === 'zh' ? '--shard 的写法是 i/n，如 1/2' : '--shard is written i/n, as in 1/2');
    return 2;
  }
  const progress = showProgress(terminal, host, json);
  const built = await buildFolder(
    {
      places: positionals.length > 0 ? positionals : ['data'],
      out: path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output'),
      targets: targets.value,
      strict: options['strict'] === true,
      shard,
      ...(typeof options['jobs'] === 'number' && { jobs: options['jobs'] }),
      timeout: readTimeout(options['timeout']),
      check: options['check'] === true,
      proof: options['proof'] === true,
      gallery: options['no-gallery'] !== true,
    },
    project,
    host,
    progress.update,
  ).finally(progress.stop);

  const { result, outlook, galleryStale, proofed, sources } = built;
  const found = [...projectProblems, ...built.diagnostics].filter(({ severity }) => severity !== 'note');
  const summary = outlook ? [] : await writeSummary(options['summary'], result, found, root, terminal, host);
  const problems = [...found, ...summary];
  if (outlook) {
    showDiagnostics(problems, sources, terminal);
    showCheck(outlook, galleryStale === true, terminal, json);
    const stale = outlook.due.length + outlook.orphaned.length > 0 || galleryStale === true;
    return stale || hasErrors(problems) ? 1 : 0;
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
