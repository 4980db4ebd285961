// `jianbao preview`: builds, serves the output folder to this machine, until Ctrl-C.
import path from 'node:path';
import { buildFolder } from '../actions/build-folder.ts';
import { chooseTargets } from '../actions/choose-targets.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import { pageFile } from '../gallery/file-names.ts';
import type { Host } from '../host.ts';
import { openServer, type LiveState, type PreviewOptions, type PreviewServer } from '../preview/server.ts';
import { readProject } from '../project.ts';
import type { Terminal } from '../terminal.ts';
import { readTimeout } from './build-request.ts';
import { showProgress } from './progress.ts';
import { showDiagnostics, type Command } from './run-command.ts';

const usualPort = 4173;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** On the port asked for; without one on the usual, or on any when that is taken. */
const openOn = async (
  port: number | undefined,
  options: Omit<PreviewOptions, 'port'>,
  host: Host,
): Promise<PreviewServer> => {
  try {
    return await openServer({ ...options, port: port ?? usualPort }, host);
  } catch (error) {
    if (port !== undefined || !hasCode(error, 'EADDRINUSE')) throw error;
    return openServer({ ...options, port: 0 }, host);
  }
};

/** What the open pages are told of a build. */
const stateAfter = (
  revision: number,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  { locale }: Terminal,
): LiveState => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const headings =
    locale === 'zh'
      ? [`有 ${errors} 处错误，出错的文件仍是上一次的`, '有提醒']
      : [`${errors} errors; documents with errors are those of before`, 'There are warnings'];
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  return {
    revision,
    busy: false,
    heading: (errors > 0 ? headings[0] : told.length > 0 ? headings[1] : '') ?? '',
    problems: printDiagnostics(told, sources, locale).trimEnd(),
  };
};

export const previewCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const out = path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output');
  const port = typeof options['port'] === 'number' ? options['port'] : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    terminal.err(zh ? '--port 应为 0 到 65535 的整数' : '--port takes a whole number from 0 to 65535');
    return 2;
  }
  const { project, diagnostics: reading } = await readProject(root, packageFolder, host);
  const targets = chooseTargets({}, project);
  if (targets.value === undefined) {
    showDiagnostics(targets.diagnostics, new Map(), terminal);
    return 2;
  }
  // Asked for before the long work begins, so that Ctrl-C ends cleanly from the first moment.
  const interrupted = host.interrupted();
  const lost = zh ? '预览已结束' : 'The preview has ended';
  let server: PreviewServer;
  try {
    server = await openOn(port, { out, pageFile, lost }, host);
  } catch (error) {
    const taken = hasCode(error, 'EADDRINUSE');
    if (!taken && !hasCode(error, 'EACCES')) throw error;
    const reason = zh ? (taken ? '已被占用' : '不允许使用') : taken ? 'is taken' : 'may not be used';
    terminal.err(zh ? `端口 ${port ?? usualPort} ${reason}` : `port ${port ?? usualPort} ${reason}`);
    return 1;
  }
  try {
    terminal.out(zh ? `在浏览器里打开 ${server.address}（Ctrl+C 结束）` : `open ${server.address} (Ctrl-C ends it)`);
    const progress = showProgress(terminal, false);
    const built = await buildFolder(
      {
        places: positionals.length > 0 ? positionals : ['data'],
        out,
        targets: targets.value,
        strict: false,
        shard: { index: 1, count: 1 },
        timeout: readTimeout(undefined),
        check: false,
        proof: false,
        gallery: true,
      },
      project,
      host,
      progress.update,
    ).finally(progress.stop);
    const problems = [...reading, ...built.diagnostics].filter(({ severity }) => severity !== 'note');
    showDiagnostics(problems, built.sources, terminal);
    server.tell(stateAfter(1, problems, built.sources, terminal));
    await interrupted;
    return 0;
  } finally {
    await server.close();
  }
};
