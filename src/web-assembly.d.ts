// The part of WebAssembly that load-program.ts and the programs' owners need; Node has it, its types and those of ES 2023 do not.
declare namespace WebAssembly {
  type Memory = { readonly buffer: ArrayBuffer };
  type Instance = { readonly exports: unknown };
  function instantiate(program: Uint8Array): Promise<{ readonly instance: Instance }>;
}
