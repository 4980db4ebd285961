// The data model of a comparison: which reports stand side by side, and by which indicators. One source of its types, the
// checks on data/comparisons/*.yaml and the JSON Schema.
import { z } from 'zod';
import { idSchema } from './schema.ts';

export const selectionSchema = z.strictObject({
  $schema: z.string().optional(),
  id: idSchema.describe('编号，也是输出文件夹的名字，前面加 compare-'),
  title: z.string().regex(/\S/, 'text').describe('标题：深圳三区2023年主要指标比较'),
  reports: z.array(idSchema).min(2).describe('报告的编号，按排列的次序；至少两份'),
  indicators: z
    .array(idSchema)
    .min(1)
    .describe('指标的编号，按排列的次序，见 data/indicators.yaml；不写则取至少两份报告都有的')
    .optional(),
});
export type Selection = z.output<typeof selectionSchema>;
