// `jianbao proof`: opens finished PDF and DOCX files and says what is wrong with them, by page and line.
import path from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { readProject } from '../project.ts';
import type { PageRules } from '../proof/expectation.ts';
import { printProof } from '../proof/print-proof.ts';
import { hasFailures } from '../proof/finding.ts';
import { proofFiles } from '../actions/proof-files.ts';
import { diagnosticsJson, jsonText, showDiagnostics, type Command } from './run-command.ts';

const isRules = (value: string): value is PageRules => ['auto', 'gongwen', 'sheet', 'any'].includes(value);

/** A folder stands for the PDF and DOCX files in it and below. */
const filesIn = async (given: string, host: Host): Promise<readonly string[]> => {
  const entries = await host.list(given).catch(() => []);
  const found: string[] = [];
  for (const { name, folder } of entries) {
    const inner = path.join(given, name);
    if (folder) found.push(...(await filesIn(inner, host)));
    else if (/\.(?:pdf|docx)$/i.test(name)) found.push(inner);
  }
  return found;
};

export const proofCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  if (positionals.length === 0) {
    terminal.err(zh ? '请写出要查的 PDF、DOCX 文件或文件夹' : 'name the PDF or DOCX files, or folders, to be proofed');
    return 2;
  }
  const { project, diagnostics } = await readProject(root, packageFolder, host);
  const files: string[] = [];
  for (const given of positionals) {
    const full = path.resolve(root, given);
    const inside = /\.(?:pdf|docx)$/i.test(full) ? [] : await filesIn(full, host);
    files.push(...(inside.length > 0 ? inside : [full]));
  }
  const rules = options['rules'];
  const data = options['data'];
  const proofed = await proofFiles(
    {
      files: [...new Set(files)],
      rules: typeof rules === 'string' && isRules(rules) ? rules : 'auto',
      ...(typeof data === 'string' ? { data: path.resolve(root, data) } : {}),
    },
    project,
    host,
  );
  const { results } = proofed;
  const problems = [...diagnostics, ...proofed.diagnostics];
  if (options['json'] === true) {
    terminal.out(jsonText({ files: results, diagnostics: diagnosticsJson(problems) }));
  } else {
    for (const line of printProof(results, terminal.locale)) terminal.out(line);
    showDiagnostics(problems, new Map(), terminal);
  }
  return hasErrors(problems) || results.some(hasFailures) ? 1 : 0;
};
