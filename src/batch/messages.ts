// What batch says is wrong: one function a fault.
import { leadsElsewhere } from '../contained-host.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Holder } from './lock.ts';

const fault = (
  code: Diagnostic['code'],
  file: string,
  zh: string,
  en: string,
  hint?: Diagnostic['hint'],
): Diagnostic => ({
  severity: 'error',
  code,
  file,
  message: { zh, en },
  ...(hint && { hint }),
});

/** What the system's error codes mean, for those that people meet. */
const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['超出磁盘配额', 'the disk quota is used up'],
  EACCES: ['没有权限', 'permission denied'],
  EPERM: ['没有权限', 'permission denied'],
  EROFS: ['文件系统只读', 'the file system is read-only'],
  ENOENT: ['文件不存在', 'there is no such file'],
  EISDIR: ['这是一个文件夹', 'it is a folder'],
  ENOTDIR: ['路径当中有一个不是文件夹', 'a part of the path is not a folder'],
  EEXIST: ['同名的文件挡住了文件夹', 'a file of that name is where the folder should be'],
  EBUSY: ['正被别的程序占用', 'another program is using it'],
  ENAMETOOLONG: ['文件名太长', 'the file name is too long'],
  ELOOP: ['链接互相指来指去', 'links lead round in a circle'],
  [leadsElsewhere]: [
    '所在的文件夹是一个链接，通向输出文件夹以外',
    'its folder is a link that leads out of the output folder',
  ],
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const reasonOf = (error: unknown): readonly [zh: string, en: string] => {
  const code = codeOf(error);
  const plain = String(error);
  return reasons[code] ?? [plain, plain];
};

export const notWritable = (file: string, error: unknown): Diagnostic => {
  const [zh, en] = reasonOf(error);
  const hint =
    codeOf(error) === leadsElsewhere
      ? {
          zh: '把链接换成真正的文件夹；要写到别处，用 --out 指明',
          en: 'put a real folder in the place of the link; to write elsewhere, name the place with --out',
        }
      : {
          zh: '检查文件夹的权限和磁盘空间，或用 --out 换一个',
          en: 'check the permissions of the folder and the space on the disk, or choose another with --out',
        };
  return fault('write/not-writable', file, `写不了文件：${zh}`, `cannot write the file: ${en}`, hint);
};

/** The lock of the output folder is held. */
export const otherBuild = (folder: string, { process, machine }: Holder): Diagnostic =>
  fault(
    'write/not-writable',
    folder,
    `另一个生成正在写这个文件夹（${machine} 上的进程 ${process}）`,
    `another build is writing to this folder (process ${process} on ${machine})`,
    { zh: '等它结束，或用 --out 写到别处', en: 'wait until it has ended, or write elsewhere with --out' },
  );

export const notReadable = (file: string, error: unknown): Diagnostic => {
  const [zh, en] = reasonOf(error);
  return fault('load/unreadable', file, `读不了文件：${zh}`, `cannot read the file: ${en}`);
};

export const noData = (place: string): Diagnostic =>
  fault('check/no-input', place, '这里没有数据文件', 'there is no data file here', {
    zh: '数据文件以 .yaml、.yml 或 .json 结尾',
    en: 'data files end in .yaml, .yml or .json',
  });

/** The file was edited between the plan and the work, and is another report now. */
export const changedMeanwhile = (file: string): Diagnostic =>
  fault('load/unreadable', file, '生成时文件变了编号', 'the file changed its id while it was being worked on', {
    zh: '再运行一次',
    en: 'run again',
  });

export const samePath = (labels: readonly string[], id: string): Diagnostic =>
  fault(
    'write/same-path',
    labels[0] ?? '',
    `${labels.join('、')} 的编号都是“${id}”，会写到同一个文件夹；什么也没有写`,
    `${labels.join(', ')} all bear the id “${id}” and aim at one folder; nothing was written`,
    { zh: '给每份报告一个不同的 id', en: 'give each report an id of its own' },
  );

export const reservedId = (label: string, id: string): Diagnostic =>
  fault(
    'write/same-path',
    label,
    `编号“${id}”是输出文件夹自己的文件名；什么也没有写`,
    `the id “${id}” is the name of the output folder's own file; nothing was written`,
    { zh: '换一个 id', en: 'choose another id' },
  );

export const reservedPrefix = (label: string, id: string, prefix: string): Diagnostic =>
  fault(
    'write/same-path',
    label,
    `编号“${id}”以 ${prefix} 开头，这是按地方汇总的文件夹用的；什么也没有写`,
    `the id “${id}” begins with ${prefix}, as folders of whole places do; nothing was written`,
    { zh: '换一个 id', en: 'choose another id' },
  );

/** Places that are not one bear one short name: their reports must not be put together. */
export const twoPlaces = (id: string, labels: readonly string[], names: readonly string[]): Diagnostic =>
  fault(
    'group/two-places',
    labels[0] ?? '',
    `${id} 里有不同的地方：${names.join('、')}；没有汇总`,
    `${id} would put different places together: ${names.join(', ')}; it was not made`,
    {
      zh: '把 place.short 写得不同，或把 place.name、place.level 写成一样',
      en: 'give them different place.short, or the same place.name and place.level',
    },
  );

/** A template over a selection is wanted, and nothing says of which reports. */
export const noSelection = (place: string): Diagnostic => ({
  ...fault(
    'group/no-selection',
    place,
    '没有写明比较哪几份报告：这里没有 comparisons 文件夹，或里面是空的',
    'nothing says which reports to compare: there is no comparisons folder here, or it is empty',
    {
      zh: '在 data/comparisons/ 里放一个 YAML 文件，写上 id、title、reports',
      en: 'put a YAML file into data/comparisons/ with id, title and reports',
    },
  ),
  severity: 'warning',
});

/** A member has errors, which are told by themselves. */
export const groupNotMade = (label: string): Diagnostic =>
  fault(
    'group/bad-member',
    label,
    '其中一份报告的数据有错，汇总的文件没有生成',
    'the data of one of its reports have errors, so the documents over all of them were not made',
    { zh: '先改正那份数据', en: 'mend those data first' },
  );

export const conflictsFound = (label: string, count: number): Diagnostic =>
  fault('audit/conflict', label, `有 ${count} 处数字互相矛盾`, `${count} conflicts between figures`, {
    zh: `运行 jianbao audit ${label} 查看`,
    en: `see jianbao audit ${label}`,
  });

export const timedOut = (label: string, milliseconds: number): Diagnostic => {
  const seconds = String(milliseconds / 1000);
  return fault(
    'batch/timeout',
    label,
    `超过 ${seconds} 秒没有做完，已停止`,
    `not done after ${seconds} s, and stopped`,
    {
      zh: '检查模板里有没有循环，或用 --timeout 放宽',
      en: 'look for a loop in the template, or raise --timeout',
    },
  );
};

export const workerDied = (label: string, error: unknown): Diagnostic => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return fault(
    'batch/worker-died',
    label,
    `处理这份报告的线程出错退出，这是程序自身的错误：${reason}`,
    `the thread that worked on this report died, which is a bug of ours: ${reason}`,
  );
};

/** A document whose source is gone, but whose bytes are not those that we wrote. */
export const keptAltered = (file: string): Diagnostic => ({
  ...fault(
    'write/altered',
    file,
    '来源已不在，但文件被手改过，没有删除',
    'its source is gone, but the file was altered by hand; it was left in place',
    { zh: '不再需要就自行删除', en: 'remove it yourself when it is no longer needed' },
  ),
  severity: 'warning',
});

/** The manifest is there, but is none of ours, or not whole. */
export const badManifest = (file: string): Diagnostic => ({
  ...fault(
    'batch/bad-manifest',
    file,
    '清单损坏，不知道以前生成过什么；所有文件都重新生成',
    'the manifest is damaged and does not tell what was built before; all documents are made anew',
    {
      zh: '来源已不在的旧文件不会自动删除，不再需要就自行删除',
      en: 'old documents whose source is gone are left in place: remove them yourself when they are no longer needed',
    },
  ),
  severity: 'warning',
});

export const noManifest = (folder: string): Diagnostic =>
  fault('batch/bad-shard', folder, '这里没有可用的 manifest.json', 'there is no usable manifest.json here');

export const notAsManifest = (file: string): Diagnostic =>
  fault('batch/bad-shard', file, '文件缺失，或与清单不符', 'the file is absent, or not what the manifest says');

export const unfinishedShard = (folder: string): Diagnostic =>
  fault('batch/bad-shard', folder, '这一片没有做完', 'the build of this shard did not finish', {
    zh: '重新生成这一片',
    en: 'build this shard again',
  });

export const shardsDiffer = (file: string, one: string, other: string): Diagnostic =>
  fault(
    'batch/bad-shard',
    file,
    `${one} 与 ${other} 里的这个文件不同`,
    `this file differs between ${one} and ${other}`,
  );
