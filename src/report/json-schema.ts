// Takes a zod schema, gives the JSON Schema that editors complete and check data/*.yaml with.
// A decimal may be written with or without quotes, so its type is widened here: see `jsonType` in schema.ts.
import { z } from 'zod';
import { indicatorTableSchema, reportSchema } from './schema.ts';

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

/** The JSON Schema of report data files. */
export const reportJsonSchema = (): JsonSchema => jsonSchemaOf(reportSchema);

/** The JSON Schema of data/indicators.yaml. */
export const indicatorsJsonSchema = (): JsonSchema => jsonSchemaOf(indicatorTableSchema);

/** The text of a schema file: two spaces, a line break at the end. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, undefined, 2)}\n`;
