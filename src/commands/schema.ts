// `jianbao schema`: prints the JSON Schema of one kind of file that people write.
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { indicatorsJsonSchema, reportJsonSchema, selectionJsonSchema, type JsonSchema } from '../report/json-schema.ts';
import { mappingJsonSchema } from '../tables/mapping.ts';
import { jsonText, type Command } from './run-command.ts';

const schemas: ReadonlyMap<string, () => JsonSchema> = new Map([
  ['report', reportJsonSchema],
  ['indicators', indicatorsJsonSchema],
  ['comparison', selectionJsonSchema],
  ['mapping', mappingJsonSchema],
]);

export const schemaCommand: Command = async ([kind = 'report'], _options, { terminal }) => {
  const schema = schemas.get(kind);
  if (schema === undefined) {
    const hint = didYouMean(kind, [...schemas.keys()]);
    const zh = terminal.locale === 'zh';
    terminal.err(zh ? `没有“${kind}”这种文件的 Schema` : `there is no schema of “${kind}”`);
    if (hint) terminal.err(zh ? `提示：${hint.zh}` : `hint: ${hint.en}`);
    return 2;
  }
  terminal.out(jsonText(schema()));
  return 0;
};
