// Damages a ZIP package inside: the text of its parts, with the archive itself sound; or the archive's bytes.
/* oxlint-disable unicorn/no-useless-spread -- lists of words are written several to a line */
import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { damageBytes, damageText, edits, type Edit } from './mutate.ts';

/** Words of XML that make readers work: entities, sections, names of what OOXML and ODF packages hold. */
const tokens = [
  ...['<', '>', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml?>', '<!DOCTYPE x [<!ENTITY a "aaaa">]>', '&a;', '&#0;'],
  ...[
    '&#xD800;',
    '&lt;',
    'xmlns=""',
    '<w:p>',
    '</w:p>',
    '<w:t>',
    '<w:tbl>',
    '<w:del>',
    '<mc:Fallback>',
    '<c r="XFD1">',
  ],
  ...[
    '<c r="A1048577" t="s"><v>99999</v></c>',
    't="s"',
    't="e"',
    'r="A0"',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<v>1e308</v>',
  ],
  ...[
    'table:number-columns-repeated="1000000"',
    'table:number-rows-repeated="100000"',
    '../../x',
    'w:val="-1"',
    'w:val="9e99"',
  ],
];

type Damage = { readonly part: number; readonly inside: readonly Edit[]; readonly outside: readonly Edit[] };

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ part: fc.nat(999), inside: edits, outside: fc.constant([]) }) },
  { weight: 1, arbitrary: fc.record({ part: fc.nat(999), inside: fc.constant([]), outside: edits }) },
);

/** `weighty` parts are damaged more often than others. */
export const damagedArchives = (archives: readonly Uint8Array[], weighty: RegExp): fc.Arbitrary<Uint8Array> => {
  const opened = archives.map((bytes) => {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
    const main = names.filter((name) => weighty.test(name));
    return { bytes, parts, names: [...main, ...main, ...main, ...names] };
  });
  return fc.tuple(fc.constantFrom(...opened), damage).map(([{ bytes, parts, names }, { part, inside, outside }]) => {
    if (inside.length === 0) return damageBytes(bytes, outside);
    const name = names[part % names.length] ?? '';
    const text = damageText(strFromU8(parts[name] ?? new Uint8Array()), inside, tokens);
    return zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 });
  });
};
