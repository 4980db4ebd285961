// Takes a library, gives one row for each role and weight: which font serves, and why. `jianbao fonts` prints them.
import type { Message } from '../diagnostics/diagnostic.ts';
import type { Role } from '../theme/theme.ts';
import type { Choice } from './choose.ts';
import { sizeOf } from './coverage.ts';
import type { Weight } from './font-config.ts';
import type { FontLibrary } from './load-fonts.ts';
import { slotName } from './messages.ts';

export type FontRow = {
  readonly role: Role;
  readonly weight: Weight;
  readonly name: Message;
  readonly family: string;
  /** Path of a user's file, or package and path in it. */
  readonly file: string;
  /** `OFL-1.1`, else what the font itself says of its licence, else empty. */
  readonly license: string;
  readonly why: Message;
  /** Characters of the whole font. */
  readonly glyphs: number;
  /** OS/2 fsType; 0 means free to embed. */
  readonly fsType: number;
};

const because: Readonly<Record<Choice['kind'], Message>> = {
  file: { zh: '放在 fonts/ 里的文件', en: 'dropped into fonts/' },
  system: { zh: '系统里装的字体', en: 'installed on the system' },
  package: { zh: '随 npm 包自带', en: 'bundled from npm' },
};

const whyOf = ({ slot, served, kind, passed }: Choice): Message => {
  const own = served.role === slot.role && served.weight === slot.weight;
  const first: Message = own
    ? because[kind]
    : { zh: `由${slotName(served).zh}代替`, en: `served by ${slotName(served).en}` };
  const list = (why: 'absent' | 'system-off'): string =>
    passed
      .filter((candidate) => candidate.why === why)
      .map(({ candidate }) => candidate)
      .join(', ');
  const [absent, off] = [list('absent'), list('system-off')];
  return {
    zh: [first.zh, absent && `没有 ${absent}`, off && `未启用系统字体 ${off}`].filter(Boolean).join('；'),
    en: [first.en, absent && `absent: ${absent}`, off && `system fonts are off: ${off}`].filter(Boolean).join('; '),
  };
};

const licenseOf = (license: string, url: string): string =>
  /open font license|openfontlicense|scripts\.sil\.org\/OFL/i.test(`${license} ${url}`) ? 'OFL-1.1' : license || url;

/** Rows in the order of the roles, regular before bold. */
export const describeFonts = (library: FontLibrary): readonly FontRow[] =>
  library.choices.map((choice) => {
    const { facts, label, coverage } = choice.source;
    return {
      role: choice.slot.role,
      weight: choice.slot.weight,
      name: slotName(choice.slot),
      family: facts.names.family,
      file: label,
      license: licenseOf(facts.names.license, facts.names.licenseUrl),
      why: whyOf(choice),
      glyphs: sizeOf(coverage),
      fsType: facts.fsType,
    };
  });
