// A template may print the body of another: without its front matter, with its places, through others, and once.
import { describe, expect, it } from 'vitest';
import { withBodies } from '../../../src/fill/bodies.ts';
import { readTemplate } from '../../../src/fill/template.ts';

const sheet = { file: 'templates/sheet.hbs', text: '---\ntitle: 甲\n---\n{{> row}}\n{{unknown}}\n' };
const row = { file: 'templates/partials/row.hbs', text: '一行\n' };
const head = '---\ntitle: 乙\n---\n';

describe('bodies of templates', () => {
  it('are partials by name, with empty lines where the front matter stood', () => {
    const all = withBodies('{{> sheet}}', new Map([['row', row]]), new Map([['sheet', sheet]]));
    expect([...all.keys()]).toEqual(['row', 'sheet']);
    expect(all.get('sheet')?.text).toBe('\n\n\n{{> row}}\n{{unknown}}\n');
  });

  it('are not there for a template that calls none, whatever is wrong with the others', () => {
    expect([...withBodies('没有', new Map([['row', row]]), new Map([['sheet', sheet]])).keys()]).toEqual(['row']);
  });

  it('give way to a partial of the same name', () => {
    const own = new Map([['sheet', row]]);
    expect(withBodies('{{> sheet}}', own, new Map([['sheet', sheet]])).get('sheet')).toBe(row);
  });

  it('have their faults told in their own file', () => {
    const text = `${head}{{> sheet}}\n`;
    const partials = withBodies(text, new Map([['row', row]]), new Map([['sheet', sheet]]));
    const [fault] = readTemplate('pocket', text, 'templates/pocket.hbs', partials).diagnostics;
    expect(fault?.span).toMatchObject({ file: 'templates/sheet.hbs', line: 5 });
  });

  it('that call one another are told, not followed for ever', () => {
    const text = `${head}{{> other}}\n`;
    const templates = new Map([['other', { file: 'templates/other.hbs', text: `${head}{{> other}}\n` }]]);
    const { diagnostics } = readTemplate('a', text, 'templates/a.hbs', withBodies(text, new Map(), templates));
    expect(diagnostics.map(({ code }) => code)).toEqual(['fill/bad-template']);
  });
});
