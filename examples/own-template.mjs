// A template in memory, data in memory: nothing has to lie on the disk.
import { readFile } from 'node:fs/promises';
import { build } from 'jianbao';

const card = `---
title: "{{report.short}}一句话"
page: gongwen
limit: 1
---
# {{report.short}}

{{#each (take headline 1) as |row|}}{{sentence row}}{{/each}}
`;

const content = await readFile('data/hongqi-2017.yaml');
const made = await build(
  { file: 'hongqi.yaml', content },
  { templates: ['card'], formats: ['docx'], files: { 'templates/card.hbs': card } },
);
console.log(made.documents.map(({ file }) => file).join(' '));
