// A report text to a report, and the figures that a person should look at; then its data file.
import { writeFile } from 'node:fs/promises';
import { diagnosticsText, extract, reportYaml } from 'jianbao';

const read = await extract('report.txt');
console.error(diagnosticsText(read));
if (read.report) {
  const { report, facts } = read;
  console.log(report.title, `${facts.length} figures`);
  for (const { text, review } of facts) if (review !== undefined) console.log(text, review);
  await writeFile(`${report.id}.yaml`, reportYaml(report));
}
