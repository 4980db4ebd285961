// Takes the name of a WebAssembly program in an installed package (`harfbuzzjs/dist/harfbuzz-subset.wasm`), gives what it
// exports, started and ready to be called. The caller declares its functions, and keeps it for the next call.
import { resolveInstalled } from './fonts/find-file.ts';
import { realHost } from './host.ts';

/** Throws when the package is not installed. */
export const loadProgram = async (name: string): Promise<unknown> => {
  const file = resolveInstalled(name);
  if (file === undefined) throw new Error(`${name} is not installed`);
  const { instance } = await WebAssembly.instantiate(await realHost().read(file));
  // Both programs are compiled by Emscripten as reactors: they ask to be initialised, once.
  const { _initialize: initialise } = instance.exports as { readonly _initialize: () => void };
  initialise();
  return instance.exports;
};
