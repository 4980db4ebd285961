// Takes a zod schema, gives the JSON Schema that editors complete and check data/*.yaml with.
// A decimal may be written with or without quotes, so its type is widened here: see `jsonType` in schema.ts.
import { z } from 'zod';
import { indicatorKey, reportKey, type WordsOf } from './key-words.ts';
import { indicatorTableSchema, reportSchema } from './schema.ts';
import { selectionSchema } from './selection-schema.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every subschema stands in place, without references: the file is read by people too. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      const type: unknown = jsonSchema['jsonType'];
      delete jsonSchema['jsonType'];
      // The library's own type admits one name; JSON Schema (2020-12, validation 6.1.1) a list of them as well.
      if (type !== undefined) Object.assign(jsonSchema, { type });
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });

/** With what each key means beside it, in Chinese and English, and an example where that helps: editors show it. */
const described = (node: unknown, words: WordsOf, place = ''): unknown => {
  if (!isSchema(node)) return node;
  const { items, properties } = node;
  return {
    ...node,
    ...(isSchema(items) && { items: described(items, words, `${place}[]`) }),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => {
          const inner = described(value, words, place === '' ? key : `${place}.${key}`);
          const [zh, en, example] = words(place, key) ?? [];
          if (!isSchema(inner) || zh === undefined) return [key, inner];
          const such = example === undefined || example === '见下' ? '' : `\n${example}`;
          return [key, { ...inner, description: `${zh}\n${en}${such}` }];
        }),
      ),
    }),
  };
};

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const documented = (schema: z.ZodType, words: WordsOf): JsonSchema => {
  const whole = described(jsonSchemaOf(schema), words);
  return isSchema(whole) ? whole : {};
};

/** The JSON Schema of report data files. */
export const reportJsonSchema = (): JsonSchema => documented(reportSchema, reportKey);

/** The JSON Schema of data/indicators.yaml. */
export const indicatorsJsonSchema = (): JsonSchema => documented(indicatorTableSchema, indicatorKey);

/** The JSON Schema of data/comparisons/*.yaml. */
export const selectionJsonSchema = (): JsonSchema => jsonSchemaOf(selectionSchema);

/** The text of a schema file: two spaces, a line break at the end. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, undefined, 2)}\n`;
