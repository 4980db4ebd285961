// The schema files in data/ are what editors read. To write them again after a change of schema.ts:
//   npx vitest run test/unit/report/json-schema.test.ts -u
import { expect, test } from 'vitest';
import {
  indicatorsJsonSchema,
  reportJsonSchema,
  schemaText,
  selectionJsonSchema,
} from '../../../src/report/json-schema.ts';

const data = (name: string): string => new URL(`../../../data/${name}`, import.meta.url).pathname;

test('data/report.schema.json is the schema of reports (rewrite it with vitest -u)', async () => {
  await expect(schemaText(reportJsonSchema())).toMatchFileSnapshot(data('report.schema.json'));
});

test('data/indicators.schema.json is the schema of indicators (rewrite it with vitest -u)', async () => {
  await expect(schemaText(indicatorsJsonSchema())).toMatchFileSnapshot(data('indicators.schema.json'));
});

test('data/comparison.schema.json is the schema of comparisons (rewrite it with vitest -u)', async () => {
  await expect(schemaText(selectionJsonSchema())).toMatchFileSnapshot(data('comparison.schema.json'));
});

test('lets a decimal stand with or without quotes, and asks for the keys without default', () => {
  expect(reportJsonSchema()).toMatchObject({
    required: ['id', 'title', 'place', 'meeting', 'years', 'source', 'sections'],
    additionalProperties: false,
    properties: {
      years: { properties: { reviewed: { type: 'integer', minimum: 1949 } } },
      targets: { items: { properties: { growth: { properties: { value: { $ref: '#/$defs/decimal' } } } } } },
    },
    $defs: { decimal: { type: ['string', 'number'] } },
  });
  expect(JSON.stringify(reportJsonSchema())).not.toContain('jsonType');
});

/** Keys without a description, by place. */
const undescribed = (node: unknown, place = ''): string[] => {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [];
  const { items, properties } = node as { items?: unknown; properties?: Readonly<Record<string, object>> };
  return [
    ...undescribed(items, `${place}[]`),
    ...Object.entries(properties ?? {}).flatMap(([key, value]) => [
      ...('description' in value && /\p{Script=Han}.*\n.*[a-z]/u.test(String(value.description))
        ? []
        : [`${place}.${key}`]),
      ...undescribed(value, `${place}.${key}`),
    ]),
  ];
};

test('says in Chinese and English what each key is, which editors show', () => {
  expect(undescribed(reportJsonSchema())).toEqual([]);
  expect(undescribed(indicatorsJsonSchema())).toEqual([]);
  expect(reportJsonSchema()).toMatchObject({
    properties: { summary: { description: expect.stringMatching(/^导语，.*\nlead in your own words/) } },
  });
});
