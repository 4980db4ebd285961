// A statistics table into a report; then all its figures out again, with their sources, as CSV.
import { writeFile } from 'node:fs/promises';
import { diagnosticsText, exportFigures, importTable } from 'jianbao';

const content = `2016年主要指标（单位：亿元）
指标,2016年,比上年增长（%）
地区生产总值,157.5,7.1
规模以上工业增加值,"１２.８",10.2
金融机构存款余额,"1,204.6",8.3
银行网点数,45,
`;

const into = 'data/hongqi-2017.yaml';
const { report, count, same, ...told } = await importTable({ file: '主要指标.csv', content }, { into });
console.log(`${count} figures, ${same} in the report already`);
console.log(diagnosticsText(told)); // what was not understood, by cell

if (report) {
  const { tables } = await exportFigures(report, { to: 'csv' });
  for (const { file, bytes } of tables) await writeFile(file, bytes);
}
