// What a template says of itself, with defaults, and each fault at its key.
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/parse/front-matter.ts';

const place = { file: 'templates/brief.hbs', line: 2 };

describe('front matter', () => {
  it('fills in what is not stated', () => {
    expect(readFrontMatter('title: 红旗区', place)).toEqual({
      value: {
        title: '红旗区',
        subject: '',
        page: { name: 'gongwen', size: 'A4', orientation: 'portrait', limit: 0, numbered: false },
        numberHeadings: false,
        formats: ['pdf', 'docx'],
        embed: 'subset',
        over: 'report',
        name: { zh: '', en: '' },
      },
      diagnostics: [],
    });
  });

  it('reads all that may be stated', () => {
    const text = [
      'title: 2017',
      'subject: 讲义',
      'page: sheet',
      'size: A3',
      'orientation: landscape',
      'limit: 2',
      'numbered: true',
      'number: true',
      'formats: [docx]',
      'embed: whole',
      'over: place',
      'name: { zh: 简报, en: brief }',
    ].join('\n');
    expect(readFrontMatter(text, place).value).toEqual({
      title: '2017',
      subject: '讲义',
      page: { name: 'sheet', size: 'A3', orientation: 'landscape', limit: 2, numbered: true },
      numberHeadings: true,
      formats: ['docx'],
      embed: 'whole',
      over: 'place',
      name: { zh: '简报', en: 'brief' },
    });
  });

  it.each([
    ['titel: 甲', '2:1'],
    ['title: 甲\nsize: A6', '3:1'],
    ['title: 甲\nlimit: 一页', '3:1'],
    ['title: 甲\nlimit: -1', '3:1'],
    ['title: 甲\nlimit: 1.5', '3:1'],
    ['title: 甲\nnumbered: 是', '3:1'],
    ['title: 甲\nformats: [pdf, odt]', '3:1'],
    ['title: 甲\nembed: all', '3:1'],
    ['title: 甲\nname: { zh: 甲 }', '3:1'],
    ['title: [甲]', '2:1'],
    ['- 甲', '2:3'],
  ])('%j', (text, at) => {
    const { value, diagnostics } = readFrontMatter(text, place);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`)).toEqual([
      `${at} parse/bad-front-matter`,
    ]);
  });

  it('moves the places of YAML faults to the file', () => {
    const { diagnostics } = readFrontMatter('title: 甲\nsubject: "乙', place);
    expect(diagnostics).toMatchObject([
      { code: 'parse/bad-front-matter', span: { file: 'templates/brief.hbs', line: 3 } },
    ]);
  });
});
