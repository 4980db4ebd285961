// The sRGB colour space as an ICC profile, built from its definition (IEC 61966-2-1; ICC.1:2004-10, parametric curve 3).
// PDF/A needs an output intent; 600 bytes made here spare every document the 3 KB of the usual profile.

const fixed = (value: number): number => Math.round(value * 65536);

const tag = (type: string, length: number): { readonly bytes: Uint8Array; readonly data: DataView } => {
  const bytes = new Uint8Array((8 + length + 3) & ~3);
  for (let index = 0; index < 4; index++) bytes[index] = type.charCodeAt(index);
  return { bytes, data: new DataView(bytes.buffer) };
};

const xyz = (x: number, y: number, z: number): Uint8Array => {
  const { bytes, data } = tag('XYZ ', 12);
  [x, y, z].forEach((value, index) => data.setInt32(8 + index * 4, fixed(value)));
  return bytes;
};

const text = (value: string): Uint8Array => {
  const { bytes, data } = tag('mluc', 20 + value.length * 2);
  data.setUint32(8, 1);
  data.setUint32(12, 12);
  data.setUint16(16, 0x656e);
  data.setUint16(18, 0x5553);
  data.setUint32(20, value.length * 2);
  data.setUint32(24, 28);
  [...value].forEach((character, index) => data.setUint16(28 + index * 2, character.charCodeAt(0)));
  return bytes;
};

/** Y = ((X + 0.055) / 1.055)^2.4 above 0.04045, X / 12.92 below. */
const curve = (): Uint8Array => {
  const { bytes, data } = tag('para', 24);
  data.setUint16(8, 3);
  [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].forEach((value, index) =>
    data.setInt32(12 + index * 4, fixed(value)),
  );
  return bytes;
};

const adaptation = (): Uint8Array => {
  const { bytes, data } = tag('sf32', 36);
  // Bradford, D65 to D50.
  [1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316].forEach(
    (value, index) => data.setInt32(8 + index * 4, fixed(value)),
  );
  return bytes;
};

/** The profile's bytes; the same on every call. */
export const srgbProfile = (): Uint8Array => {
  const gamma = curve();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', adaptation()],
    ['rXYZ', xyz(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyz(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyz(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', gamma],
    ['gTRC', gamma],
    ['bTRC', gamma],
  ];
  const start = 128 + 4 + tags.length * 12;
  const unique = [...new Set(tags.map(([, bytes]) => bytes))];
  const offsets = new Map<Uint8Array, number>();
  let at = start;
  for (const bytes of unique) {
    offsets.set(bytes, at);
    at += bytes.length;
  }
  const profile = new Uint8Array(at);
  const data = new DataView(profile.buffer);
  const word = (offset: number, value: string): void =>
    [...value].forEach((character, index) => (profile[offset + index] = character.charCodeAt(0)));
  data.setUint32(0, at);
  data.setUint32(8, 0x04200000);
  word(12, 'mntrRGB XYZ ');
  // ICC.1 asks for a date of creation; this one is the day of the first edition of IEC 61966-2-1.
  [1999, 10, 18].forEach((value, index) => data.setUint16(24 + index * 2, value));
  word(36, 'acsp');
  [0.9642, 1, 0.8249].forEach((value, index) => data.setInt32(68 + index * 4, fixed(value)));
  data.setUint32(128, tags.length);
  tags.forEach(([name, bytes], index) => {
    word(132 + index * 12, name);
    data.setUint32(136 + index * 12, offsets.get(bytes) ?? 0);
    data.setUint32(140 + index * 12, bytes.length);
  });
  unique.forEach((bytes) => profile.set(bytes, offsets.get(bytes) ?? 0));
  return profile;
};
