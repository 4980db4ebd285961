// Shows one round of watching: which files changed, what was made of it, which figures changed, how long it took.
import { changeText } from '../batch/changes.ts';
import type { Terminal } from '../terminal.ts';
import type { Round } from '../watch/watch.ts';
import { showDiagnostics } from './run-command.ts';

/** The most files and figures that one round names. */
const named = 12;

const several = (words: readonly string[], most: number): string =>
  `${words.slice(0, most).join(', ')}${words.length > most ? ' …' : ''}`;

/** One line a round, then the figures that changed and what is wrong. */
export const showRound = (round: Round, terminal: Terminal): void => {
  const { touched, result, spent, diagnostics, sources } = round;
  const documents = result?.documents ?? [];
  const made = documents.filter(({ status }) => status !== 'unchanged' && status !== 'failed').length;
  const failed = documents.filter(({ status }) => status === 'failed').length;
  const seconds = (spent / 1000).toFixed(1);
  const what = touched.length === 0 ? '' : `${several(touched, 3)}  `;
  const zh = terminal.locale === 'zh';
  const also = failed === 0 ? '' : zh ? `，失败 ${failed} 个` : `, ${failed} failed`;
  const nothing = made === 0 && failed === 0;
  const current = zh ? `${what}都是最新的，用时 ${seconds} 秒` : `${what}everything is current, seen in ${seconds} s`;
  const updated = zh
    ? `${what}更新 ${made} 个文件${also}，用时 ${seconds} 秒`
    : `${what}${made} ${made === 1 ? 'document' : 'documents'} updated${also} in ${seconds} s`;
  terminal.out(nothing ? current : updated);
  const changes = result?.changes ?? [];
  for (const change of changes.slice(0, named)) terminal.out(`  ${change.report}  ${changeText(change)}`);
  if (changes.length > named)
    terminal.out(zh ? `  ……另有 ${changes.length - named} 个` : `  … and ${changes.length - named} more`);
  showDiagnostics(
    diagnostics.filter(({ severity }) => severity !== 'note'),
    sources,
    terminal,
  );
};
