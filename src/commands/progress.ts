// Shows how far a batch has got: a bar on a terminal; elsewhere, in a log, a line now and then when it takes long.
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../batch/outcome.ts';
import type { Host } from '../host.ts';
import type { Locale, Terminal } from '../terminal.ts';

export type ShownProgress = { readonly update: Progress; readonly stop: () => void };

/** Milliseconds between two lines of a log; a batch of a few reports needs none. */
const interval = 30_000;
const few = 20;

const timeWords = (milliseconds: number, locale: Locale): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const [h, min, s] = locale === 'zh' ? [' 小时', ' 分', ' 秒'] : [' h', ' min', ' s'];
  if (hours > 0) return `${hours}${h} ${minutes}${min}`;
  return minutes > 0 ? `${minutes}${min} ${seconds % 60}${s}` : `${seconds}${s}`;
};

export type Reached = { readonly done: number; readonly failed: number; readonly total: number };

/** Done, failed, rate and time left, `elapsed` milliseconds after the start. Nothing is foretold before the first is done. */
export const progressWords = ({ done, failed, total }: Reached, elapsed: number, locale: Locale): string => {
  const zh = locale === 'zh';
  const counts = zh ? `${done}/${total} 份报告，失败 ${failed}` : `${done}/${total} reports, ${failed} failed`;
  if (done === 0 || elapsed <= 0) return counts;
  const rate = (done / elapsed) * 60_000;
  const shown = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
  const left = timeWords(((total - done) * elapsed) / done, locale);
  return zh ? `${counts}，每分钟 ${shown} 份，剩余 ${left}` : `${counts}, ${shown} a minute, ${left} left`;
};

const showBar = (terminal: Terminal, host: Host): ShownProgress => {
  // Cursor and line wrapping are left as they are: Ctrl-C ends the program at once, and nobody would put them right.
  const options = {
    format: '{bar} {words}',
    barsize: 24,
    linewrap: true,
    clearOnComplete: true,
    stream: process.stderr,
  };
  const bar = new SingleBar(options, Presets.rect);
  let start: number | undefined;
  return {
    update: (done, failed, total) => {
      if (total === 0) return;
      if (start === undefined) bar.start(total, done, { words: '' });
      start ??= host.elapsed();
      bar.update(done, { words: progressWords({ done, failed, total }, host.elapsed() - start, terminal.locale) });
    },
    stop: () => bar.stop(),
  };
};

const logLines = (terminal: Terminal, host: Host): ShownProgress => {
  let [start, told]: (number | undefined)[] = [];
  return {
    update: (done, failed, total) => {
      const now = host.elapsed();
      start ??= now;
      told ??= now;
      if (total <= few || now - told < interval || done === total) return;
      told = now;
      terminal.err(progressWords({ done, failed, total }, now - start, terminal.locale));
    },
    stop: () => undefined,
  };
};

export const showProgress = (terminal: Terminal, host: Host, quiet: boolean): ShownProgress => {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  return terminal.interactive ? showBar(terminal, host) : logLines(terminal, host);
};
