// The guide for template authors keeps up with the code, and its example works.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpers } from '../../src/fill/helpers.ts';
import { placeShape } from '../../src/fill/place-shape.ts';
import { selectionShape } from '../../src/fill/selection-shape.ts';
import { readTemplate } from '../../src/fill/template.ts';
import { viewShape } from '../../src/fill/view-shape.ts';
import { makeTree } from '../../src/pipeline.ts';
import { projectEngine, root, subjectOf } from '../helpers/project-engine.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = ['docs/templates.md', 'docs/templates.zh-CN.md'];

describe.each(pages)('%s', (page) => {
  it('names every helper and every field at the top of the view', () => {
    const text = read(page);
    const names = [...helpers.keys(), ...Object.keys(viewShape.fields), ...Object.keys(placeShape.fields), ...Object.keys(selectionShape.fields)];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe.each(pages)('the example in %s', (page) => {
  it('becomes a document', async () => {
    const source = /```handlebars\n([^]*?)```/.exec(read(page))?.[1] ?? '';
    const { value: template, diagnostics } = readTemplate('card', source, 'templates/card.hbs', new Map());
    expect(diagnostics).toEqual([]);
    if (template === undefined) throw new Error('the example was not read');
    const tree = makeTree(await subjectOf('data/hongqi-2017.yaml'), template, await projectEngine());
    expect(tree.diagnostics).toEqual([]);
    expect(JSON.stringify(tree.value?.blocks)).toContain('157.5亿元');
  });
});
