// The theme: colours, type sizes and spacing, read by both writers so that the papers look designed by one hand.
// Lengths are points unless a name says mm; `indent` is in em of the style's own size.
import { z } from 'zod';

const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const points = z.number().min(0);

export const roles = ['title', 'hei', 'kai', 'fangsong', 'song'] as const;
/** A type role, not a file: 小标宋, 黑, 楷, 仿宋, 宋. fonts/fonts.yaml says which face serves it. */
export type Role = (typeof roles)[number];

export const styleNames = [
  'masthead', // 报头 name, red
  'issue', // 第×期
  'imprint-line', // unit and date under the masthead
  'title',
  'subtitle',
  'banner-title',
  'banner-aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'body',
  'flush',
  'lead',
  'note',
  'source',
  'question',
  'list',
  'caption',
  'table-head',
  'table-cell',
  'table-group',
  'card-label',
  'card-value',
  'card-unit',
  'card-note',
  'small-card-label',
  'small-card-value',
  'small-card-unit',
  'small-card-note',
  'chart-title',
  'chart-label',
  'term',
  'explanation',
  'contents-title',
  'contents-1',
  'contents-2',
  'contents-3',
  'imprint',
  'page-number',
] as const;
export type StyleName = (typeof styleNames)[number];

const style = z.strictObject({
  role: z.enum(roles),
  size: points,
  /** Distance between baselines, points. */
  leading: points,
  bold: z.boolean().default(false),
  color: color.or(z.enum(['ink', 'red', 'slate', 'mid', 'paper'])).default('ink'),
  align: z.enum(['left', 'center', 'right', 'justify']).default('left'),
  /** First line, in em. */
  indent: z.number().min(0).default(0),
  before: points.default(0),
  after: points.default(0),
  /** Extra space after each character, points. */
  tracking: z.number().default(0),
});
export type TextStyle = z.output<typeof style>;

const page = z.strictObject({
  /** Margins in mm of the A4 page; other sizes scale them. */
  margins: z.strictObject({ top: points, right: points, bottom: points, left: points }),
  /** Lines to the page and characters to the line (GB/T 9704—2012, 5.2.3); absent for a free page. */
  grid: z.strictObject({ lines: z.number().int(), characters: z.number().int() }).optional(),
  gutter: points,
  /** Vertical space between blocks that have none of their own, points. */
  gap: points,
  table: z.strictObject({
    topRule: points,
    headRule: points,
    rowRule: points,
    bottomRule: points,
    /** Row pitch as a multiple of the cell's type size. */
    pitch: z.number(),
    cellPadding: points,
  }),
  card: z.strictObject({ padding: points, gap: points, ground: color.or(z.enum(['pale', 'paper'])), rule: points }),
  chart: z.strictObject({ barHeight: points, barGap: points }),
  rules: z.strictObject({
    masthead: points,
    banner: points,
    imprintOuter: points,
    imprintInner: points,
    hairline: points,
  }),
  styles: z.record(z.enum(styleNames), style),
});
export type PageTheme = z.output<typeof page>;

export const themeSchema = z.strictObject({
  name: z.string(),
  colors: z.strictObject({ ink: color, red: color, slate: color, mid: color, pale: color, paper: color }),
  /** What the unit puts on every brief; a report's own `briefing` comes first. */
  briefing: z
    .strictObject({
      masthead: z.string().optional(),
      issuer: z.string().optional(),
      recipients: z.array(z.string()).default([]),
    })
    .default({ recipients: [] }),
  pages: z.record(z.string(), page),
});
export type Theme = z.output<typeof themeSchema>;

/** The hexadecimal colour of a style or token. */
export const colorOf = (theme: Theme, name: string): string =>
  name in theme.colors ? theme.colors[name as keyof Theme['colors']] : name;
