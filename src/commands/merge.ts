// `jianbao merge`: brings the output folders of shards together into one.
import path from 'node:path';
import { mergeShards } from '../batch/merge.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { showDiagnostics, type Command } from './run-command.ts';

export const mergeCommand: Command = async (positionals, options, { terminal, host, root }) => {
  const zh = terminal.locale === 'zh';
  if (positionals.length === 0) {
    terminal.err(zh ? '请给出各分片的输出文件夹' : 'name the output folders of the shards');
    return 2;
  }
  const out = path.resolve(root, typeof options['out'] === 'string' ? options['out'] : 'output');
  const folders = positionals.map((folder) => path.resolve(root, folder));
  const { documents, diagnostics } = await mergeShards(folders, out, options['no-gallery'] !== true, host);
  showDiagnostics(diagnostics, new Map(), terminal);
  if (hasErrors(diagnostics)) return 1;
  terminal.out(zh ? `合并 ${documents} 个文件` : `merged ${documents} documents`);
  return 0;
};
