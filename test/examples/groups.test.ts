// Templates over several reports, on a made-up county: what they print and the tree of it as golden files.
// To write the golden files again, and then look at what changed: npx vitest run test/examples -u
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/fill/fill.ts';
import { makeTree } from '../../src/pipeline.ts';
import { statementsOf } from '../../src/report/statements.ts';
import { viewOf } from '../../src/subject.ts';
import { dump } from '../../src/tree/dump.ts';
import { figuresOfTree } from '../../src/proof/tree-text.ts';
import {
  placeSubjectOf,
  projectEngine,
  selectionSubjectOf,
  yunheComparison,
  yunheFiles,
} from '../helpers/project-engine.ts';

const expected = path.join(import.meta.dirname, 'yunhe', 'expected');

describe('yunhe', () => {
  it.each(['targets', 'compare'])('%s', async (name) => {
    const engine = await projectEngine();
    const template = engine.templates.get(name);
    if (template === undefined) throw new Error(`no template ${name}`);
    const made = name === 'compare' ? selectionSubjectOf(yunheFiles, yunheComparison) : placeSubjectOf(yunheFiles);
    const subject = { ...(await made), hash: '0a1b2c3d' };
    if (subject.over === 'report') throw new Error('one report');
    const { value: document, diagnostics } = makeTree(subject, template, engine);
    expect(diagnostics).toEqual([]);
    if (document === undefined) throw new Error('no document');
    const { value: text } = fillTemplate(template, viewOf(subject, engine).view);
    await expect(text).toMatchFileSnapshot(path.join(expected, `${name}.md`));
    await expect(dump(document)).toMatchFileSnapshot(path.join(expected, `${name}.tree.txt`));

    // Every figure names a statement of one of the reports, with the report's id before it.
    const known = new Set(
      subject.members.flatMap(({ report }) => statementsOf(report).map(({ ref }) => `${report.id}/${ref}`)),
    );
    expect(figuresOfTree(document).filter(({ ref }) => !known.has(ref))).toEqual([]);
  });
});
