// `jianbao fonts`: which file each font role resolved to, and why.
import { textTable } from '../diagnostics/table.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { readFonts } from '../engine.ts';
import { describeFonts } from '../fonts/describe-fonts.ts';
import { readProject } from '../project.ts';
import { jsonText, showDiagnostics, type Command } from './run-command.ts';

const heads = {
  zh: ['角色', '字体', '文件', '许可', '字数', '嵌入位', '来由'],
  en: ['role', 'family', 'file', 'licence', 'characters', 'fsType', 'why'],
} as const;

export const fontsCommand: Command = async (_positionals, options, { terminal, host, root, packageFolder }) => {
  const { project, diagnostics } = await readProject(root, packageFolder, host);
  const library = await readFonts(project, host);
  const all = [...diagnostics, ...library.diagnostics];
  const rows = library.value ? describeFonts(library.value) : [];
  if (options['json'] === true) terminal.out(jsonText({ fonts: rows }));
  else if (rows.length > 0) {
    const columns = heads[terminal.locale].map((header, index) => ({
      header,
      align: index === 4 || index === 5 ? ('right' as const) : ('left' as const),
    }));
    const cells = rows.map((row) => [
      row.name[terminal.locale],
      row.family,
      row.file,
      row.license,
      String(row.glyphs),
      String(row.fsType),
      row.why[terminal.locale],
    ]);
    for (const line of textTable(columns, cells)) terminal.out(line);
  }
  showDiagnostics(
    all.filter((diagnostic) => diagnostic.severity !== 'note'),
    new Map(),
    terminal,
  );
  return hasErrors(all) ? 1 : 0;
};
