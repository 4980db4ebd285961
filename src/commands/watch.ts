// `jianbao watch`: builds, then builds again what each change to data, templates, theme or fonts touches, until Ctrl-C.
import path from 'node:path';
import { chooseTargets } from '../actions/choose-targets.ts';
import { readProject } from '../project.ts';
import { watchProject } from '../watch/watch.ts';
import { listOption, readTimeout } from './build-request.ts';
import { showDiagnostics, type Command } from './run-command.ts';
import { showRound } from './show-round.ts';

export const watchCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  // Asked for before the long work begins, so that Ctrl-C ends cleanly from the first moment.
  const interrupted = host.interrupted();
  const wanted = { templates: listOption(options['template']), formats: listOption(options['format']) };
  const { project } = await readProject(root, packageFolder, host);
  const { diagnostics: wrong } = chooseTargets(wanted, project);
  if (wrong.length > 0) {
    showDiagnostics(wrong, new Map(), terminal);
    return 2;
  }
  const watching = watchProject(
    {
      root,
      packageFolder,
      places: positionals.length > 0 ? positionals : ['data'],
      out: path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output'),
      strict: options['strict'] === true,
      gallery: options['no-gallery'] !== true,
      // A template that is named may be taken away while we watch: then the others are made.
      targets: (current) => {
        const known = new Set(current.templates.map(({ name }) => name));
        const templates = wanted.templates?.filter((name) => known.has(name));
        return chooseTargets({ ...wanted, templates }, current).value ?? { templates: [], formats: [] };
      },
      timeout: readTimeout(options['timeout']),
      ...(typeof options['jobs'] === 'number' && { jobs: options['jobs'] }),
    },
    host,
    {
      built: (round) => {
        showRound(round, terminal);
        if (round.touched.length === 0)
          terminal.out(terminal.locale === 'zh' ? '等待改动（Ctrl+C 结束）' : 'waiting for changes (Ctrl-C ends it)');
      },
    },
  );
  try {
    const problems = (await Promise.race([interrupted, watching.ended])) ?? [];
    showDiagnostics(problems, new Map(), terminal);
    return problems.length > 0 ? 1 : 0;
  } finally {
    await watching.stop();
  }
};
