// Where files of a project lie, as shown to people and as hashed.
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../src/project.ts';

describe('labelOf', () => {
  it.each([
    ['beside the project', '/lib/jianbao'],
    ['in its own node_modules', '/p/node_modules/jianbao'],
  ])('calls a file of the package the same when the package is %s', (_, folder) => {
    expect(labelOf(`${folder}/templates/brief.hbs`, '/p', folder)).toBe('jianbao:templates/brief.hbs');
  });

  it.each([
    ['/p/templates/brief.hbs', '/p', '/lib/jianbao', 'templates/brief.hbs'],
    ['/p/templates/brief.hbs', '/p', '/p', 'templates/brief.hbs'],
    ['/q/a.yaml', '/p', '/lib/jianbao', '/q/a.yaml'],
  ])('%s in %s', (file, root, folder, label) => {
    expect(labelOf(file, root, folder)).toBe(label);
  });
});
