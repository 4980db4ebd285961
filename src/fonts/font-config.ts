// Takes the text of fonts/fonts.yaml, gives for each role and weight the candidates in the order they are tried.
// A candidate is a file dropped by the user, a file of the system, a file of an npm package, or another role.
// What the file says is checked here once; nothing of fonts is opened.
import { z } from 'zod';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../report/yaml-source.ts';
import { roles, type Role } from '../theme/theme.ts';

const pattern = z.string().min(1);
const patterns = z.union([pattern.transform((one) => [one]), z.array(pattern).min(1)]);
const weight = z.enum(['regular', 'bold']);

const candidate = z.union([
  /** Files in the user's font folders; `*` and `?` stand for any characters, case does not count. */
  z.strictObject({ file: patterns }),
  /** The same in the folders of `system.folders`, tried only when `system.use` is true. */
  z.strictObject({ system: patterns }),
  /** A file of an installed npm package. */
  z.strictObject({ package: z.string().min(1), path: z.string().min(1) }),
  /** The face of another role, of the same weight unless one is given. */
  z.strictObject({ role: z.enum(roles), weight: weight.optional() }),
]);

const candidates = z.array(candidate).min(1);

const fontConfigSchema = z.strictObject({
  system: z.strictObject({ use: z.boolean(), folders: z.array(z.string()) }),
  roles: z.strictObject({
    title: z.strictObject({ regular: candidates, bold: candidates }),
    hei: z.strictObject({ regular: candidates, bold: candidates }),
    kai: z.strictObject({ regular: candidates, bold: candidates }),
    fangsong: z.strictObject({ regular: candidates, bold: candidates }),
    song: z.strictObject({ regular: candidates, bold: candidates }),
  }),
});

export type FontConfig = z.output<typeof fontConfigSchema>;
export type Candidate = z.output<typeof candidate>;
export type Weight = z.output<typeof weight>;

/** A role at a weight: `song bold`. */
export type Slot = { readonly role: Role; readonly weight: Weight };

/** All slots, roles in the order of the theme, regular before bold. */
export const slots: readonly Slot[] = roles.flatMap((role) => [
  { role, weight: 'regular' as const },
  { role, weight: 'bold' as const },
]);

/** Reads fonts.yaml. Errors: those of the YAML itself, fonts/wrong-value for what stands in it. */
export const readFontConfig = (file: string, text: string): Outcome<FontConfig> => {
  const yaml = readYaml(file, text);
  if (!yaml.value) return { diagnostics: yaml.diagnostics };
  const source = yaml.value;
  const parsed = fontConfigSchema.safeParse(source.value);
  if (parsed.success) return { value: parsed.data, diagnostics: yaml.diagnostics };
  const faults = parsed.error.issues.map((issue): Diagnostic => {
    const path = issue.path.filter((part) => typeof part === 'string' || typeof part === 'number');
    return {
      severity: 'error',
      code: 'fonts/wrong-value',
      span: source.spanOf(path),
      message: {
        zh: `字体配置的“${path.join('.')}”不对`,
        en: `“${path.join('.')}” of the font configuration is wrong`,
      },
      hint: {
        zh: '候选写法：file、system（文件名，可用 * 和 ?），package 加 path，或 role',
        en: 'a candidate is file or system (a file name, * and ? allowed), package with path, or role',
      },
    };
  });
  return { diagnostics: [...yaml.diagnostics, ...faults] };
};
