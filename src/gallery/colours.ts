// Takes the red and slate of the project's theme, gives the style rules that colour the page with them. A theme is made
// for white paper: on white a colour that cannot be read is left out; on black it is made lighter until it can be.
import type { Look } from './card.ts';

type Channels = readonly [red: number, green: number, blue: number];

const channelsOf = (colour: string): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** Relative luminance (WCAG 2.2), from 0 to 1. */
const luminance = (channels: Channels): number => {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** What WCAG 2.2 asks of text (1.4.3). */
const readable = 4.5;

/** The dark ground of page.css. */
const ground = luminance([0x15, 0x18, 0x1a]);

const hex = (channels: Channels): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The colour mixed with white, as little as makes it readable on black. */
const lightened = (channels: Channels): string => {
  for (let white = 0; white <= 20; white += 1) {
    const [red, green, blue] = channels.map((channel) => Math.round(channel + ((255 - channel) * white) / 20));
    const mixed = [red ?? 255, green ?? 255, blue ?? 255] as const;
    if ((luminance(mixed) + 0.05) / (ground + 0.05) >= readable + 1) return hex(mixed);
  }
  return '#ffffff';
};

/** Those of page.css, which has colours of its own to go with them on black. */
const usual: Readonly<Record<'red' | 'slate', string>> = { red: '#c8102e', slate: '#2f4858' };

/** Style rules to follow those of page.css; empty when the theme has the usual colours. */
export const ownColours = (look: Look | undefined): string => {
  const own = (['red', 'slate'] as const).flatMap((name) => {
    const channels = channelsOf(look?.[name] ?? usual[name]);
    const onWhite = 1.05 / (luminance(channels) + 0.05) >= readable;
    return hex(channels) === usual[name] || !onWhite ? [] : [{ name, channels }];
  });
  if (own.length === 0) return '';
  const light = own.map(({ name, channels }) => `--${name}: ${hex(channels)};`).join(' ');
  const dark = own.map(({ name, channels }) => `--${name}: ${lightened(channels)};`).join(' ');
  return [
    `:root { ${light} }`,
    `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${dark} } }`,
    `@media screen { :root[data-theme='dark'] { ${dark} } }`,
    `@media print { :root, :root[data-theme='dark'], :root:not([data-theme='light']) { ${light} } }`,
    '',
  ].join('\n');
};
