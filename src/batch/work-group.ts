// Makes and writes the documents of a group of reports: what a worker does with a task that has one.
// A member that cannot be read, or is of another place now, ends the group: nothing is made without it.
import { auditReports } from '../audit/audit.ts';
import { containedHost } from '../contained-host.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Engine } from '../engine.ts';
import { cardOf } from '../gallery/make-card.ts';
import { sha256, type Host } from '../host.ts';
import { loadReport } from '../report/load.ts';
import { seriesOf, type Member } from '../report/series.ts';
import type { PlaceSubject } from '../subject.ts';
import { hashOfMembers, placeId } from './groups.ts';
import * as messages from './messages.ts';
import type { MemberFile, Task, TaskResult } from './task.ts';
import { countFindings, makeAll, shownOf, writeAll, type MadeDocument } from './make-documents.ts';

type Read = {
  readonly members: readonly Member[];
  /** Hash of all members. */
  readonly data: string;
  readonly sources: readonly (readonly [file: string, text: string])[];
  readonly diagnostics: readonly Diagnostic[];
};

const readMembers = async (files: readonly MemberFile[], host: Host): Promise<Read> => {
  const members: Member[] = [];
  const hashes: string[] = [];
  const sources: (readonly [string, string])[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path: file, label, id } of files) {
    const bytes = await host.read(file).catch((error: unknown) => messages.notReadable(label, error));
    if ('severity' in bytes) {
      diagnostics.push(bytes);
      continue;
    }
    const hash = sha256(bytes);
    hashes.push(hash);
    sources.push([label, new TextDecoder().decode(bytes)]);
    const { value, diagnostics: found } = loadReport(label, bytes);
    diagnostics.push(...found);
    if (value === undefined) continue;
    if (id !== '' && value.report.id !== id) diagnostics.push(messages.changedMeanwhile(label));
    members.push({ report: value.report, file: label, hash: hash.slice(0, 8) });
  }
  return { members, data: hashOfMembers(hashes), sources, diagnostics };
};

/** The documents of a place before anything is written. */
export const makePlace = async (
  { id, documents, strict }: Pick<Task, 'id' | 'documents' | 'strict'>,
  members: readonly Member[],
  data: string,
  engine: Engine,
  host: Host,
): Promise<{ readonly documents: readonly MadeDocument[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const reports = members.map(({ report }) => report);
  const findings = strict ? auditReports(reports, { indicators: { indicators: [...engine.indicators] } }) : [];
  const { conflict } = countFindings(findings);
  if (conflict > 0) return { documents: [], diagnostics: [messages.conflictsFound(id, conflict)] };
  const subject: PlaceSubject = { over: 'place', id, members, file: id, hash: data.slice(0, 8) };
  return makeAll(id, subject, documents, engine, host);
};

/** Works on the documents of one group. */
export const workOnGroup = async (
  task: Task,
  group: NonNullable<Task['group']>,
  engine: Engine,
  host: Host,
): Promise<TaskResult> => {
  const { members, data, sources, diagnostics: reading } = await readMembers(group.members, host);
  const strays = members.filter(({ report }) => placeId(report.place) !== task.id);
  const faults = [...reading, ...strays.map(({ file }) => messages.changedMeanwhile(file))];
  const newest = seriesOf(members).members.at(-1)?.report;
  if (hasErrors(faults) || newest === undefined) {
    return { written: [], diagnostics: [...faults, messages.groupNotMade(task.label)], sources };
  }
  const { documents, diagnostics: making } = await makePlace(task, members, data, engine, host);
  const { written, diagnostics: writing } = await writeAll(documents, task, containedHost(task.out, host));
  const diagnostics = [...faults, ...making, ...writing];
  return {
    report: {
      id: task.id,
      title: `${newest.place.short}各年报告`,
      place: newest.place.name,
      year: newest.years.planned ?? newest.years.reviewed + 1,
      data,
      members: group.members.map(({ label }) => label),
      findings: countFindings([]),
      figures: [],
      card: cardOf(newest, [], shownOf(engine)),
    },
    written,
    diagnostics,
    sources: hasErrors(diagnostics) ? sources : [],
  };
};
