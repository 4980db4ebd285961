// Takes a PDF, gives a page of it as a small PNG. Owner of pdfium, as WebAssembly: it needs no system tools and gives
// the same pixels on every machine. Loaded only by whoever draws; the library starts in about 40 ms.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

/** Pixels: twice the height that the page shows it at, for screens of double density. A4 comes out 300 wide. */
export const pictureHeight = 424;

/** Colours are told apart by so many bits a channel: pages of ink, red and slate come to some fifty colours. */
const bits = 4;
const levels = (1 << bits) - 1;

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The step of a channel's value. */
const steps = Uint8Array.from({ length: 256 }, (_, value) => Math.floor((value * levels + 127) / 255));

/** Indexes into a palette, in the order in which colours are met; undefined when there are more than a byte can name. */
const withPalette = ({ data, width, height }: Pixels): { indexes: Uint8Array; palette: number[][] } | undefined => {
  const indexes = new Uint8Array(width * height);
  const known = new Int16Array(1 << (3 * bits)).fill(-1);
  const palette: number[][] = [];
  for (let pixel = 0; pixel < indexes.length; pixel += 1) {
    const at = pixel * 4;
    const red = steps[data[at] ?? 0] ?? 0;
    const green = steps[data[at + 1] ?? 0] ?? 0;
    const blue = steps[data[at + 2] ?? 0] ?? 0;
    const colour = (red << (2 * bits)) | (green << bits) | blue;
    let index = known[colour] ?? -1;
    if (index < 0) {
      if (palette.length === 256) return undefined;
      index = palette.length;
      known[colour] = index;
      palette.push([red, green, blue].map((value) => Math.floor((value * 255) / levels)));
    }
    indexes[pixel] = index;
  }
  return { indexes, palette };
};

/** PNG with a palette; in full colour when a page (a photograph) needs more. */
const encodePicture = (pixels: Pixels): Uint8Array => {
  const { width, height, data } = pixels;
  const indexed = withPalette(pixels);
  return indexed
    ? encode({ width, height, data: indexed.indexes, channels: 1, depth: 8, palette: indexed.palette })
    : encode({ width, height, data, channels: 4, depth: 8 });
};

export type PictureOptions = {
  /** From 1. */
  readonly page?: number;
  /** Pixels. */
  readonly height?: number;
};

/** Draws one page. Rejects when the bytes are not a PDF that pdfium opens, or when it has no such page. */
export const drawPicture = async (
  pdf: Uint8Array,
  { page: number = 1, height = pictureHeight }: PictureOptions = {},
): Promise<{ readonly png: Uint8Array; readonly width: number }> => {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const page = document.getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const width = Math.round((height * originalWidth) / originalHeight);
    const pixels = await page.render({ width, height, render: 'bitmap' });
    return { png: encodePicture(pixels), width };
  } finally {
    document.destroy();
  }
};
