// The part of subset-font that cut.ts calls; the package has no types of its own.
declare module 'subset-font' {
  type Options = {
    readonly targetFormat?: 'truetype';
    readonly preserveNameIds?: readonly number[];
    readonly keepFeatures?: readonly string[];
    readonly noLayoutClosure?: boolean;
    readonly noHinting?: boolean;
  };
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>;
  export default subsetFont;
}
