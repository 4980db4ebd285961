// The bytes of a finished file, held against the data that it was made from.
import { build, hasFailures, proof } from 'jianbao';

const data = 'data/hongqi-2017.yaml';
const made = await build(data, { templates: ['factsheet'], formats: ['pdf'] });
const files = made.documents.map(({ file, bytes }) => ({ file, content: bytes }));
const proofed = await proof(files, { data });
for (const result of proofed.files) {
  console.log(result.file, hasFailures(result) ? 'has failures' : 'is fine', `${result.checked.length} rules`);
}
