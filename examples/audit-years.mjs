// The reports of a folder: figures that do not agree, and what became of targets, place by place.
import { audit, isOpen } from 'jianbao';

const { findings, targets } = await audit('data');
for (const { level, query } of findings.filter(isOpen)) console.log(level, query);
for (const { place, rows } of targets) {
  for (const { year, target, outcome } of rows) if (target) console.log(place, year, target.text, outcome);
}
