// Takes bytes, gives a zlib stream of them (RFC 1950): zlib itself, compiled to WebAssembly. Same bytes on every machine
// and Node version, which the zlib of Node does not give, and in two thirds of the time that JavaScript takes.
import { loadProgram } from '../load-program.ts';

/** Addresses in the program's memory. */
type Address = number;

type Zlib = {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (size: number) => Address;
  readonly deflate_new: () => Address;
  readonly deflate_init: (stream: Address, level: number) => number;
  /** The bytes written in the lower 24 bits, zlib's code in the upper 8. */
  readonly deflate_process: (
    stream: Address,
    from: Address,
    length: number,
    to: Address,
    room: number,
    flush: number,
  ) => number;
  readonly deflate_last_consumed: (stream: Address) => number;
  readonly deflate_end: (stream: Address) => void;
};

/** Bytes into a zlib stream. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Outlines of glyphs, the greater part of a file, shrink by 1 % more at level 6, which takes a third longer. */
const level = 3;

const [goOn, finish] = [0, 4];
const streamEnd = 1;

/** Bytes given at a time, and the room for what comes of them, with what zlib still held from before. */
const portion = 1 << 18;
const room = 2 * portion;

const start = async (): Promise<Deflate> => {
  // The program's own exports; test/unit/pdf/deflate.test.ts holds them to what is used here.
  const zlib = (await loadProgram('zlib-streams/zlib-streams.wasm')) as Zlib;
  const [from, to] = [zlib.malloc(portion), zlib.malloc(room)];
  return (bytes) => {
    const stream = zlib.deflate_new();
    zlib.deflate_init(stream, level);
    const parts: Uint8Array[] = [];
    let at = 0;
    do {
      const given = bytes.subarray(at, at + portion);
      at += portion;
      const last = at >= bytes.length;
      // The memory may have grown and moved with every call: looked at anew each time.
      new Uint8Array(zlib.memory.buffer).set(given, from);
      const result = zlib.deflate_process(stream, from, given.length, to, room, last ? finish : goOn);
      const code = result >> 24;
      if (code !== (last ? streamEnd : 0) || zlib.deflate_last_consumed(stream) !== given.length)
        throw new Error(`zlib gave ${code}`);
      parts.push(new Uint8Array(zlib.memory.buffer, to, result & 0xff_ff_ff).slice());
    } while (at < bytes.length);
    zlib.deflate_end(stream);
    return Buffer.concat(parts);
  };
};

let started: Promise<Deflate> | undefined;

/** Loads the program, once. */
export const loadDeflate = (): Promise<Deflate> => (started ??= start());
