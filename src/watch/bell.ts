// Rings when something changed, and tells when it has been quiet since: editors and version control change many files
// at once, and one build is wanted for all of them.

export type Bell = {
  readonly ring: () => void;
  /** Resolves once the bell has rung since the last call and then kept quiet for a while. */
  readonly quiet: () => Promise<void>;
};

export type BellTiming = {
  /** Milliseconds without a ring that count as quiet. */
  readonly settle: number;
  /** Milliseconds after the first ring at which the wait ends all the same. */
  readonly longest: number;
};

export const openBell = ({ settle, longest }: BellTiming): Bell => {
  let [rung, waiting] = [false, (): void => undefined];
  let settling: NodeJS.Timeout | undefined;
  let latest: NodeJS.Timeout | undefined;
  const done = (): void => {
    clearTimeout(settling);
    clearTimeout(latest);
    [settling, latest, rung] = [undefined, undefined, false];
    waiting();
  };
  const wait = (): void => {
    clearTimeout(settling);
    settling = setTimeout(done, settle);
    latest ??= setTimeout(done, longest);
  };
  let listening = false;
  return {
    ring: () => {
      rung = true;
      if (listening) wait();
    },
    quiet: () =>
      new Promise((resolve) => {
        listening = true;
        waiting = () => {
          listening = false;
          resolve();
        };
        if (rung) wait();
      }),
  };
};
