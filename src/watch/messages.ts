// What watching says is wrong.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What the system's error codes mean when a folder is to be watched. */
const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOSPC: ['系统允许监视的文件夹数已用完', 'the number of folders that the system watches for you is used up'],
  EMFILE: ['系统允许的监视数或打开文件数已用完', 'the number of watchers or open files that you may have is used up'],
  EACCES: ['没有权限', 'permission denied'],
  EPERM: ['没有权限', 'permission denied'],
};

/** A folder that the system does not watch: without it changes would go unseen. */
export const notWatched = (folder: string, error: unknown): Diagnostic => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const [zh, en] = reasons[code] ?? [String(error), String(error)];
  const limited = code === 'ENOSPC' || code === 'EMFILE';
  return {
    severity: 'error',
    code: 'watch/not-watched',
    file: folder,
    message: { zh: `无法监视文件夹：${zh}`, en: `cannot watch the folder: ${en}` },
    hint: limited
      ? {
          zh: '关掉别的监视程序，或由管理员调高 fs.inotify 的上限；也可以反复运行 jianbao build',
          en: 'end other programs that watch, or have the fs.inotify limits raised; or run jianbao build again and again',
        }
      : {
          zh: '检查文件夹的权限；也可以反复运行 jianbao build',
          en: 'check the permissions of the folder; or run jianbao build again and again',
        },
  };
};
