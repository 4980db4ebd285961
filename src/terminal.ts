// What a command may say to the person: lines out and lines of trouble, in the person's language.
// Commands take a Terminal; tests give one that collects.
export type Locale = 'zh' | 'en';

export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly locale: Locale;
  /** Whether a person is watching: progress bars and colour only then. */
  readonly interactive: boolean;
  readonly columns: number;
};

/** The language of messages: LC_ALL, LC_MESSAGES, LANG in the order of POSIX; Chinese for any zh, else English. */
export const localeOf = (environment: Readonly<Record<string, string | undefined>>): Locale => {
  const value = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(value) ? 'zh' : 'en';
};

/* oxlint-disable no-control-regex -- finding control characters is the purpose */

/** Replaces what a terminal would obey or hide: C0 and C1 controls, bidirectional marks, line separators. */
export const printable = (text: string): string =>
  text.replaceAll(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    '\ufffd',
  );

/** The same for a text that is to stay on its line: a break in a value must not begin what looks like another message. */
export const printableLine = (text: string): string => printable(text).replaceAll(/[\t\n]/g, ' ');

/**
 * A line as a terminal may have it: whatever file names and data hold, of escape sequences only the colours of our own
 * messages get through.
 */
export const forTerminal = (line: string): string =>
  line
    .split(/(\u001b\[[0-9;]*m)/)
    .map((part, at) => (at % 2 === 1 ? part : printable(part)))
    .join('');
