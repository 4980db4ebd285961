// `jianbao new template NAME`: a template to change, written into templates/.
import { isTemplateName, makeTemplate } from '../actions/make-template.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { readProject } from '../project.ts';
import { showDiagnostics, type Command } from './run-command.ts';

export const newCommand: Command = async (positionals, options, { terminal, host, root, packageFolder }) => {
  const zh = terminal.locale === 'zh';
  const [what, name, ...rest] = positionals;
  if (what !== 'template' || name === undefined || rest.length > 0) {
    const near = what === undefined || what === 'template' ? undefined : didYouMean(what, ['template']);
    terminal.err(zh ? '写法：jianbao new template 名字' : 'written like this: jianbao new template NAME');
    if (near) terminal.err(near[terminal.locale]);
    return 2;
  }
  if (!isTemplateName(name)) {
    terminal.err(
      zh
        ? `“${name}”不能作模板名：用汉字、字母、数字、- 和 _，不带 .hbs`
        : `“${name}” cannot name a template: use letters, digits, - and _, without .hbs`,
    );
    return 2;
  }
  const like = typeof options['like'] === 'string' ? options['like'] : undefined;
  const { project, diagnostics } = await readProject(root, packageFolder, host);
  const there = project.templates.find((template) => template.name === name);
  // A copy of the program's own template under its own name takes its place: that is how one is changed.
  if (there && !(there.label.startsWith('jianbao:') && like === name)) {
    const bundled = there.label.startsWith('jianbao:');
    terminal.err(
      zh
        ? `已有模板“${name}”（${there.label}），没有改动。${bundled ? `要改它，用 --like ${name}` : '换一个名字'}`
        : `there is a template “${name}” (${there.label}) already; nothing was written. ${bundled ? `To change it use --like ${name}` : 'Choose another name'}`,
    );
    return 1;
  }
  const made = await makeTemplate(name, like, terminal.locale, project, host);
  showDiagnostics([...diagnostics, ...made.diagnostics], new Map(), terminal);
  if (made.value === undefined) return 1;
  terminal.out(made.value);
  terminal.out(zh ? `改好后运行：jianbao build -t ${name}` : `change it, then run: jianbao build -t ${name}`);
  return 0;
};
