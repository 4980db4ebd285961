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
