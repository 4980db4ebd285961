// Inlines to runs: text of one face and size each, ready for the line composer, with what is drawn besides the glyphs
// (links, rules to write on) in the run's style. Strong is the head face, emphasis 楷; figures stay whole.
import { colorOf, type Role } from '../theme/theme.ts';
import { unreachable, type Inline } from '../tree/tree.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { DefinitionRun, DrawStyle } from './definition.ts';
import { gridTracking, type Builder, type ResolvedStyle } from './styles.ts';

/** How the text at hand is set, going down into strong, emphasis and links. */
type Setting = {
  readonly role: Role;
  readonly bold: boolean;
  readonly size: number;
  readonly color: string;
  readonly tracking: number;
  readonly unbreakable: boolean;
  readonly link?: NonNullable<DrawStyle['link']>;
};

const textRuns = (builder: Builder, text: string, setting: Setting, blank?: string): DefinitionRun[] =>
  builder.fonts.runs(text, setting.role, setting.bold).map((run) => ({
    text: run.text,
    size: setting.size,
    style: {
      face: run.face.key,
      color: setting.color,
      ...(setting.link === undefined ? {} : { link: setting.link }),
      ...(blank === undefined ? {} : { blank }),
    },
    ...(setting.unbreakable ? { unbreakable: true as const } : {}),
    ...(setting.tracking === 0 ? {} : { tracking: setting.tracking }),
  }));

const inlineRuns = (builder: Builder, inlines: readonly Inline[], setting: Setting): DefinitionRun[] =>
  inlines.flatMap((inline): DefinitionRun[] => {
    switch (inline.kind) {
      case 'text':
        return textRuns(builder, inline.text, setting);
      case 'strong':
        return inlineRuns(builder, inline.children, { ...setting, role: 'hei', bold: false });
      case 'emphasis':
        return inlineRuns(builder, inline.children, { ...setting, role: 'kai', bold: false });
      case 'figure':
        return textRuns(builder, inline.text, { ...setting, unbreakable: true });
      case 'link': {
        const link = inline.target.startsWith('#') ? { heading: inline.target.slice(1) } : { uri: inline.target };
        return inlineRuns(builder, inline.children, { ...setting, link });
      }
      case 'break':
        return textRuns(builder, '\n', setting);
      case 'blank': {
        // Low lines, not spaces: a space at a line end is not drawn, and the rule is then text like the rest.
        const line = '＿'.repeat(Math.max(1, Math.round(inline.em)));
        return textRuns(builder, line, { ...setting, unbreakable: true }, inline.description);
      }
      default:
        return unreachable(inline);
    }
  });

export type RunOptions = {
  readonly size?: number;
  readonly tracking?: number;
  readonly color?: string;
  readonly link?: NonNullable<DrawStyle['link']>;
};

type Known = { readonly fonts: FontSet; readonly setting: Setting; readonly runs: readonly DefinitionRun[] };

/**
 * The runs of inlines as they came out last: in a limited document a shortened table has the cells of the whole one, and
 * their lines.
 */
const known = new WeakMap<readonly Inline[], Known>();

const isSame = (a: Setting, b: Setting): boolean =>
  a.size === b.size &&
  a.role === b.role &&
  a.bold === b.bold &&
  a.color === b.color &&
  a.tracking === b.tracking &&
  a.link === b.link;

/** The runs of `inlines` in a style of the theme; in a limited document the same array when asked for again. */
export const runsOf = (
  builder: Builder,
  inlines: readonly Inline[],
  style: ResolvedStyle,
  options: RunOptions = {},
): readonly DefinitionRun[] => {
  const size = options.size ?? style.size;
  const setting: Setting = {
    role: style.role,
    bold: style.bold,
    size,
    color: options.color === undefined ? style.hex : colorOf(builder.theme, options.color),
    tracking: options.tracking ?? (style.tracking === 0 ? gridTracking(builder, size) : style.tracking),
    unbreakable: false,
    ...(options.link === undefined ? {} : { link: options.link }),
  };
  if (builder.document.page.limit === 0) return inlineRuns(builder, inlines, setting);
  const last = known.get(inlines);
  if (last?.fonts === builder.fonts && isSame(last.setting, setting)) return last.runs;
  const runs = inlineRuns(builder, inlines, setting);
  known.set(inlines, { fonts: builder.fonts, setting, runs });
  return runs;
};

/** The characters of runs as they will be extracted. */
export const textOf = (runs: readonly DefinitionRun[]): string => runs.map(({ text }) => text).join('');

export const text = (value: string): Inline => ({ kind: 'text', text: value });
