// Shows what a build did: a table of files, the figures that changed, open findings, counts.
import { changeText } from '../batch/changes.ts';
import type { BatchResult } from '../batch/outcome.ts';
import type { Outlook } from '../batch/outlook.ts';
import { textTable } from '../diagnostics/table.ts';
import type { Terminal } from '../terminal.ts';
import { jsonText } from './run-command.ts';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

const statusWords = {
  created: { zh: '新建', en: 'created' },
  changed: { zh: '更新', en: 'changed' },
  rebuilt: { zh: '重做（相同）', en: 'rebuilt, same' },
  unchanged: { zh: '未变', en: 'unchanged' },
  failed: { zh: '失败', en: 'failed' },
  removed: { zh: '删除', en: 'removed' },
} as const;

/** The most rows that the table of files shows; a thousand documents are told by their counts. */
const shownRows = 60;

export const showBuild = (result: BatchResult, terminal: Terminal, spent: number): void => {
  const { locale } = terminal;
  const zh = locale === 'zh';
  const busy = result.documents.filter(({ status }) => status !== 'unchanged');
  const rows = (busy.length > 0 ? busy : result.documents).slice(0, shownRows);
  if (rows.length > 0) {
    const heads = zh ? ['文件', '结果', '页数', '大小', '用时'] : ['file', 'result', 'pages', 'size', 'time'];
    const table = textTable(
      heads.map((header, index) => ({ header, align: index > 1 ? 'right' : 'left' })),
      rows.map((document) => [
        document.file,
        statusWords[document.status][locale],
        document.pages > 0 ? String(document.pages) : '',
        document.bytes > 0 ? kilobytes(document.bytes) : '',
        document.spent > 0 ? `${Math.round(document.spent)} ms` : '',
      ]),
    );
    for (const line of table) terminal.out(line);
    const rest = (busy.length > 0 ? busy : result.documents).length - rows.length;
    if (rest > 0) terminal.out(zh ? `……另有 ${rest} 个` : `… and ${rest} more`);
  }
  const changes = result.changes.slice(0, shownRows);
  if (changes.length > 0) {
    terminal.out('');
    terminal.out(zh ? '变动的数字' : 'figures that changed');
    for (const change of changes) terminal.out(`  ${change.report}  ${changeText(change)}`);
    if (result.changes.length > changes.length) {
      terminal.out(
        zh
          ? `  ……另有 ${result.changes.length - changes.length} 个`
          : `  … and ${result.changes.length - changes.length} more`,
      );
    }
  }
  for (const report of result.reports) {
    const open = report.findings.conflict + report.findings.unusual;
    if (open === 0) continue;
    terminal.out(
      zh
        ? `${report.id}：数字核对有 ${report.findings.conflict} 处矛盾、${report.findings.unusual} 处异常，见 jianbao audit ${report.source}`
        : `${report.id}: the audit has ${report.findings.conflict} conflicts and ${report.findings.unusual} unusual findings; see jianbao audit ${report.source}`,
    );
  }
  const counts = (['created', 'changed', 'rebuilt', 'unchanged', 'removed', 'failed'] as const)
    .map((status) => [status, result.documents.filter((document) => document.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${statusWords[status][locale]} ${count}`);
  const seconds = (spent / 1000).toFixed(1);
  if (counts.length > 0) {
    terminal.out('');
    terminal.out(zh ? `${counts.join('，')}，用时 ${seconds} 秒` : `${counts.join(', ')} in ${seconds} s`);
  }
};

/** Shows what `--check` found: documents to be made anew, and those that lost their source. */
export const showCheck = (
  { due, orphaned, current }: Outlook,
  galleryStale: boolean,
  terminal: Terminal,
  json: boolean,
): void => {
  const [stale, gone] = [due.map(({ file }) => file), orphaned.map(({ file }) => file)];
  if (json) {
    terminal.out(jsonText({ stale, orphaned: gone, current: current.length, galleryStale }));
    return;
  }
  const zh = terminal.locale === 'zh';
  for (const file of stale) terminal.out(`${zh ? '过期或被改动' : 'stale or altered'}  ${file}`);
  if (galleryStale) terminal.out(`${zh ? '过期或被改动' : 'stale or altered'}  index.html`);
  for (const file of gone) terminal.out(`${zh ? '来源已不在' : 'source is gone'}  ${file}`);
  terminal.out(
    zh
      ? `${current.length} 个最新，${stale.length} 个要重做，${gone.length} 个要删除`
      : `${current.length} current, ${stale.length} to be made anew, ${gone.length} to be removed`,
  );
};
