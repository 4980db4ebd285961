// `jianbao schema`: prints the JSON Schema of data files.
import { reportJsonSchema } from '../report/json-schema.ts';
import { jsonText, type Command } from './run-command.ts';

export const schemaCommand: Command = async (_positionals, _options, { terminal }) => {
  terminal.out(jsonText(reportJsonSchema()));
  return 0;
};
