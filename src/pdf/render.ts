// Laid-out pages into the PDF's content: text, rules, grounds and charts, each inside its mark, then page numbers,
// links, bookmarks and the structure tree. What carries no meaning (rules, grounds, page numbers) is an artifact.
import type { DrawStyle, PageDefinition } from './definition.ts';
import { createElement, writeStructure, type Element, type PageMarks } from './elements.ts';
import type { FaceFont } from './face-font.ts';
import type { Layout, TextLine } from './layout.ts';
import { addLinks, addOutline, endAnnotations, isTextLine, type LinkBox, type Target } from './navigation.ts';
import type { PdfDocument } from './pdf-document.ts';
import { RendererBase, type LayoutPage, type PageSvg, type PageVector } from './pdfmake-parts.ts';
import { showLine, type ShownText } from './show-text.ts';

/** Numbers in content to a thousandth of a point. */
const n = (value: number): string => String(Math.round(value * 1000) / 1000);

const rgb = (color: string): string =>
  [1, 3, 5].map((at) => n(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');

/** The baseline in a line: the ideographic em box stands in the middle, its foot 0.12 em under the baseline. */
const baselineOf = (leading: number, size: number): number => (leading - size) / 2 + 0.88 * size;

class PageRenderer extends RendererBase {
  readonly marks: PageMarks[] = [];
  readonly links: LinkBox[] = [];
  private readonly document: PdfDocument;
  private readonly targets: ReadonlyMap<string, Target>;
  private open: Element | 'artifact' | 'pagination' | undefined;
  private inText = false;
  private font = '';
  private fill = '';
  private lastBox: { x: number; y: number; width: number; height: number; color: string } | undefined;

  constructor(document: PdfDocument, targets: ReadonlyMap<string, Target>) {
    super(document);
    this.document = document;
    this.targets = targets;
  }

  startPage({ pageSize }: LayoutPage): void {
    this.document.addPage({ size: [pageSize.width, pageSize.height], margin: 0 });
    this.marks.push({ page: this.document.page.dictionary, elements: [] });
    this.forget();
  }

  endPage(): void {
    this.close();
    this.document.flushContent();
  }

  /** What was set in the graphics state does not hold any more. */
  private forget(): void {
    this.font = '';
    this.fill = '';
  }

  private endText(): void {
    if (this.inText) this.document.addContent('ET');
    this.inText = false;
  }

  private close(): void {
    this.endText();
    this.flushBox();
    if (this.open !== undefined) this.document.addContent('EMC');
    this.open = undefined;
  }

  private mark(what: Element | 'artifact' | 'pagination'): void {
    if (this.open === what) return;
    this.close();
    this.open = what;
    if (what === 'artifact') this.document.addContent('/Artifact BMC');
    else if (what === 'pagination') this.document.addContent('/Artifact <</Type /Pagination>> BDC');
    else {
      const marks = this.marks.at(-1);
      if (marks === undefined) return;
      const mcid = marks.elements.push(what) - 1;
      what.kids.push({ page: marks.page, mcid });
      this.document.addContent(`/${what.tag.type} <</MCID ${mcid}>> BDC`);
    }
  }

  private color(color: string): void {
    if (this.fill === color) return;
    this.fill = color;
    this.document.addContent(`${rgb(color)} rg`);
  }

  private show(text: { font: FaceFont; size: number; array: string; color: string }, x: number, y: number): void {
    if (!this.inText) this.document.addContent('BT');
    this.inText = true;
    const font = `/${text.font.id} ${n(text.size)} Tf`;
    if (this.font !== font) {
      this.font = font;
      this.document.page.fonts[text.font.id] ??= text.font.ref();
      this.document.addContent(font);
    }
    this.color(text.color);
    this.document.addContent(`1 0 0 -1 ${n(x)} ${n(y)} Tm ${text.array} TJ`);
  }

  private fontOf = (face: string): FaceFont => {
    const font = this.document.faceFont(face);
    if (font === undefined) throw new Error(`no face ${face}`);
    return font;
  };

  line(item: TextLine): void {
    const { node, line, x, y, width, repeated } = item;
    const baseline = y + baselineOf(node.format.leading, node.format.size);
    const texts = showLine(line, this.fontOf);
    const links = new Map<NonNullable<DrawStyle['link']>, Element>();
    const linkElement = (of: NonNullable<DrawStyle['link']>): Element => {
      const known = links.get(of) ?? createElement({ type: 'Link' }, item.element);
      links.set(of, known);
      return known;
    };
    const element = (style: DrawStyle): Element => {
      if (style.link !== undefined) return linkElement(style.link);
      if (style.label === true && item.label !== undefined) return item.label;
      if (style.blank === undefined) return item.element;
      return createElement({ type: 'Span', alt: style.blank }, item.element);
    };
    for (const text of texts) {
      this.mark(repeated ? 'pagination' : element(text.style));
      this.show({ ...text, color: text.style.color }, x + text.x, baseline);
    }
    if (item.node.pageOf !== undefined) this.pageNumberOf(item, texts, baseline, element(item.node.pageOf.run.style));
    if (!repeated) for (const [link, own] of links) this.addLink(item, texts, link, own);
    if (item.node.pageOf !== undefined) this.leader(item, texts, baseline, width);
  }

  /** The stretch of a line that one link takes; in contents, to the end of the line. */
  private addLink(
    item: TextLine,
    texts: readonly ShownText[],
    link: NonNullable<DrawStyle['link']>,
    element: Element,
  ): void {
    const linked = texts.filter(({ style }) => style.link === link);
    const [first] = linked;
    const last = linked.at(-1);
    if (first === undefined || last === undefined) return;
    const whole = item.node.pageOf !== undefined;
    const right = whole ? item.width : last.x + last.width;
    this.links.push({
      link,
      page: this.marks.length - 1,
      box: [item.x + first.x, item.y, item.x + right, item.y + item.node.format.leading],
      element,
      text: item.line.segments
        .filter(({ style }) => whole || style.link === link)
        .map(({ text }) => text)
        .join(''),
    });
  }

  private pageNumberWidth(item: TextLine): { readonly text: string; readonly width: number } {
    const { pageOf } = item.node;
    const target = pageOf === undefined ? undefined : this.targets.get(pageOf.heading);
    if (pageOf === undefined || target === undefined) return { text: '', width: 0 };
    const text = String(target.page + 1);
    return { text, width: this.fontOf(pageOf.run.style.face).widthOfString(text, pageOf.run.size) };
  }

  /** The page of the heading at the right end of a line of contents; only the last line of an entry has it. */
  private pageNumberOf(item: TextLine, texts: readonly ShownText[], baseline: number, element: Element): void {
    const { pageOf } = item.node;
    const { text, width } = this.pageNumberWidth(item);
    if (pageOf === undefined || !item.line.last || text === '' || texts.length === 0) return;
    const font = this.fontOf(pageOf.run.style.face);
    this.mark(element);
    const array = `[<${font.encode(text)[0].join('')}>]`;
    this.show(
      { font, size: pageOf.run.size, array, color: pageOf.run.style.color },
      item.x + item.width - width,
      baseline,
    );
  }

  private leader(item: TextLine, texts: readonly ShownText[], baseline: number, width: number): void {
    const { pageOf } = item.node;
    const last = texts.at(-1);
    if (pageOf === undefined || last === undefined || !item.line.last) return;
    const { size, style } = pageOf.run;
    const pitch = size / 3;
    // Dots stand on multiples of the pitch from the right edge, so that they stand under one another.
    const right = item.x + width - Math.ceil((this.pageNumberWidth(item).width + size / 2) / pitch) * pitch;
    const left = item.x + last.x + last.width + size / 2;
    const dots = Math.floor((right - left) / pitch);
    if (dots < 2) return;
    this.mark('artifact');
    this.endText();
    this.flushBox();
    const y = baseline - size * 0.12;
    const stroke = `${rgb(style.color)} RG ${n(size / 16)} w 1 J [0 ${n(pitch)}] 0 d`;
    this.document.addContent(`q ${stroke} ${n(right)} ${n(y)} m ${n(right - dots * pitch)} ${n(y)} l S Q`);
  }

  /** A filled box; boxes that go on where the last one ended, as the rules over a table's columns do, become one. */
  private box(x: number, y: number, width: number, height: number, color: string): void {
    this.mark('artifact');
    this.endText();
    const last = this.lastBox;
    const joins =
      last !== undefined &&
      last.color === color &&
      last.y === y &&
      last.height === height &&
      Math.abs(last.x + last.width - x) < 0.01;
    if (joins) {
      last.width += width;
      return;
    }
    this.flushBox();
    this.lastBox = { x, y, width, height, color };
  }

  private flushBox(): void {
    const box = this.lastBox;
    this.lastBox = undefined;
    if (box === undefined) return;
    this.color(box.color);
    this.document.addContent(`${n(box.x)} ${n(box.y)} ${n(box.width)} ${n(box.height)} re f`);
  }

  vector(vector: PageVector): void {
    // A rule is a filled box too: no line width, cap or dash to keep in mind, and crisp on a screen.
    if (vector.type === 'line') {
      const { x1, x2, y1, lineWidth, lineColor } = vector;
      this.box(x1, y1 - lineWidth / 2, x2 - x1, lineWidth, lineColor);
    } else this.box(vector.x, vector.y, vector.w, vector.h, vector.color ?? '#FFFFFF');
  }

  svg(svg: PageSvg & { readonly element?: Element }): void {
    this.mark(svg.element ?? 'artifact');
    this.endText();
    this.document.addContent('q');
    this.renderSVG({ ...svg, svg: svg.svg.draw() });
    this.document.addContent('Q');
    this.forget();
  }

  /** `— 1 —` under the text, at the outer edge (GB/T 9704—2012, 7.5). */
  pageNumber(page: PageDefinition, number: number): void {
    if (page.number === undefined) return;
    const { run, drop, inset } = page.number;
    const font = this.fontOf(run.style.face);
    const text = `— ${number} —`;
    const width = font.widthOfString(text, run.size);
    const x = number % 2 === 1 ? page.width - page.margins.right - inset - width : page.margins.left + inset;
    this.mark('pagination');
    const array = `[<${font.encode(text)[0].join('')}>]`;
    this.show({ font, size: run.size, array, color: run.style.color }, x, page.height - page.margins.bottom + drop);
  }
}

/** Draws the pages and all that hangs on them. The faces must have been added. */
export const renderPages = (
  document: PdfDocument,
  layout: Layout,
  targets: ReadonlyMap<string, Target>,
  page: PageDefinition,
): void => {
  const renderer = new PageRenderer(document, targets);
  layout.pages.forEach((laidOut, index) => {
    renderer.startPage(laidOut);
    for (const { type, item } of laidOut.items) {
      if (type === 'vector') renderer.vector(item);
      else if (type === 'svg') renderer.svg(item);
      else if (isTextLine(item)) renderer.line(item);
    }
    renderer.pageNumber(page, index + 1);
    renderer.endPage();
  });
  addOutline(document, targets.values(), page);
  const pages = renderer.marks.map((marks) => marks.page);
  addLinks(document, renderer.links, targets, pages, page.height);
  writeStructure(document, layout.root, renderer.marks);
  endAnnotations(pages);
};
