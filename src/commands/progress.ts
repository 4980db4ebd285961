// Shows how far a batch has got: a bar on a terminal, nothing elsewhere (the table at the end says it all).
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../batch/outcome.ts';
import type { Terminal } from '../terminal.ts';

export type ShownProgress = { readonly update: Progress; readonly stop: () => void };

export const showProgress = (terminal: Terminal, quiet: boolean): ShownProgress => {
  if (quiet || !terminal.interactive) return { update: () => undefined, stop: () => undefined };
  const format =
    terminal.locale === 'zh'
      ? '{bar} {value}/{total} 份报告，失败 {failed}，剩余 {eta_formatted}'
      : '{bar} {value}/{total} reports, {failed} failed, {eta_formatted} left';
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, stream: process.stderr }, Presets.rect);
  let started = false;
  return {
    update: (done, failed, total) => {
      if (total === 0) return;
      if (!started) bar.start(total, done, { failed });
      started = true;
      bar.update(done, { failed });
    },
    stop: () => bar.stop(),
  };
};
