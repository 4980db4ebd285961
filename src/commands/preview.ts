// `jianbao preview`: builds, serves the output folder to this machine, builds again what each change touches and has the
// open pages come again, until Ctrl-C.
import path from 'node:path';
import { chooseTargets } from '../actions/choose-targets.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import { pageFile } from '../gallery/file-names.ts';
import type { Host } from '../host.ts';
import { openServer, type LiveState, type PreviewOptions, type PreviewServer } from '../preview/server.ts';
import type { Terminal } from '../terminal.ts';
import { watchProject, type Round } from '../watch/watch.ts';
import { readTimeout } from './build-request.ts';
import { showDiagnostics, type Command } from './run-command.ts';
import { showRound } from './show-round.ts';

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

/** What the open pages are told to be wrong after a build. */
const problemsOf = (round: Round, { locale }: Terminal): Pick<LiveState, 'heading' | 'problems'> => {
  const told = round.diagnostics.filter(({ severity }) => severity !== 'note');
  const errors = told.filter(({ severity }) => severity === 'error').length;
  const zh = locale === 'zh';
  const problems = printDiagnostics(told, round.sources, locale).trimEnd();
  if (errors === 0) return { heading: told.length === 0 ? '' : zh ? '有提醒' : 'Warnings', problems };
  return {
    heading: zh
      ? `有 ${errors} 处错误，出错的文件仍是上一次的`
      : `${errors} ${errors === 1 ? 'error' : 'errors'}; documents with errors are those of before`,
    problems,
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
  // Asked for before the long work begins, so that Ctrl-C ends cleanly from the first moment.
  const interrupted = host.interrupted();
  const words = zh ? { busy: '正在更新……', lost: '预览已结束' } : { busy: 'Updating…', lost: 'The preview has ended' };
  let server: PreviewServer;
  try {
    server = await openOn(port, { out, pageFile, words }, host);
  } catch (error) {
    const taken = hasCode(error, 'EADDRINUSE');
    if (!taken && !hasCode(error, 'EACCES')) throw error;
    const reason = zh ? (taken ? '已被占用' : '不允许使用') : taken ? 'is taken' : 'may not be used';
    terminal.err(zh ? `端口 ${port ?? usualPort} ${reason}` : `port ${port ?? usualPort} ${reason}`);
    return 1;
  }
  terminal.out(zh ? `在浏览器里打开 ${server.address}（Ctrl+C 结束）` : `open ${server.address} (Ctrl-C ends it)`);
  let state: LiveState = { revision: 0, busy: true, heading: '', problems: '' };
  const tell = (changes: Partial<LiveState>): void => {
    state = { ...state, ...changes };
    server.tell(state);
  };
  const watching = watchProject(
    {
      root,
      packageFolder,
      places: positionals.length > 0 ? positionals : ['data'],
      out,
      strict: false,
      gallery: true,
      targets: (project) => chooseTargets({}, project).value ?? { templates: [], formats: [] },
      timeout: readTimeout(undefined),
    },
    host,
    {
      progress: () => {
        if (!state.busy) tell({ busy: true });
      },
      built: (round) => {
        const problems = problemsOf(round, terminal);
        // A folder that another build holds is tried again and again: told once.
        if (round.result || problems.problems !== state.problems) showRound(round, terminal);
        // The first build may find all made, by another: what the pages showed until then was older.
        const first = state.revision === 0 && round.result !== undefined;
        const made = round.result?.documents.some(({ status }) => status !== 'unchanged' && status !== 'failed');
        tell({ ...problems, busy: false, revision: state.revision + (first || made ? 1 : 0) });
      },
    },
  );
  try {
    // A fault of ours, or a folder that cannot be watched, ends the preview as well.
    const problems = (await Promise.race([interrupted, watching.ended])) ?? [];
    showDiagnostics(problems, new Map(), terminal);
    return problems.length > 0 ? 1 : 0;
  } finally {
    await server.close();
    await watching.stop();
  }
};
