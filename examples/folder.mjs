// A folder of data to an output folder: what is current is left alone, and figures that changed are named.
import { buildFolder, diagnosticsText, hasErrors } from 'jianbao';

const result = await buildFolder({ data: 'data', out: 'output', templates: ['factsheet'], formats: ['pdf'] });
console.error(diagnosticsText(result));
for (const { file, status } of result.documents) console.log(status, file);
for (const { name, before, after } of result.changes) console.log(`${name}: ${before} → ${after}`);
process.exitCode = hasErrors(result.diagnostics) ? 1 : 0;
