// One report to the bytes of its brief, as PDF. Nothing is written.
import { build, diagnosticsText } from 'jianbao';

const made = await build('data/hongqi-2017.yaml', { templates: ['brief'], formats: ['pdf'] });
console.error(diagnosticsText(made));
for (const { file, bytes, pages } of made.documents) {
  console.log(file, `${pages} pages`, bytes.length > 100_000 ? 'over 100 KB' : 'small');
}
