import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';

import PDFDocument from 'pdfkit';

import type { PrintedDocument, PrintedFact, PrintedRow } from './domain/printed';

const MARGIN = 50;
const GAP = 8;
const INK = '#1f2937';
const FAINT = '#6b7280';
const RULE = '#d1d5db';

type Pdf = InstanceType<typeof PDFDocument>;

/** Fonts that know the letters of Europe and the signs of its currencies; what is used of them is embedded. */
const fonts = {
  regular: fontFile('DejaVuSans.ttf'),
  bold: fontFile('DejaVuSans-Bold.ttf'),
};

function fontFile(name: string): () => Buffer {
  let read: Buffer | undefined;
  const path = createRequire(__filename).resolve(`dejavu-fonts-ttf/ttf/${name}`);
  return () => (read ??= readFileSync(path));
}

/** Draws a paper as a PDF: only text and rules, so whatever a name contains is drawn and nothing of it runs. */
export async function drawDocument(paper: PrintedDocument): Promise<Buffer> {
  const { title, shopName, date } = paper;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: plain(title), Author: plain(shopName), CreationDate: date, ModDate: date },
  });
  pdf.registerFont('regular', fonts.regular());
  pdf.registerFont('bold', fonts.bold());
  const done = buffer(pdf);
  await new Drawing(pdf).draw(paper);
  pdf.end();
  return done;
}

/** Characters that have no shape would be drawn as boxes. */
function plain(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, ' ').trim();
}

/** A paper on its way onto pages. */
class Drawing {
  private readonly width: number;

  constructor(private readonly pdf: Pdf) {
    this.width = pdf.page.width - 2 * MARGIN;
  }

  async draw(paper: PrintedDocument): Promise<void> {
    this.text(paper.shopName, { size: 11, color: FAINT });
    this.text(paper.title, { size: 20, isStrong: true });
    this.space(GAP);
    this.beside(paper);
    this.space(GAP * 2);
    const widths = columnWidths(this.width, paper.columns.length);
    this.row(paper.columns, widths, { size: 9, color: FAINT });
    this.rule();
    for (const row of paper.rows) {
      this.goods(row, widths);
      // Laying out text takes a millisecond a row, in which others would wait for their answers.
      await setImmediate();
    }
    this.space(GAP);
    for (const total of paper.totals) this.total(total);
    this.space(GAP * 3);
    this.text(paper.closing, { size: 10, color: FAINT });
  }

  /** Addresses on the left, facts on the right. */
  private beside({ addresses, facts }: PrintedDocument): void {
    const top = this.pdf.y;
    const half = this.width / 2 - GAP;
    for (const { label, lines } of addresses) {
      this.text(label, { size: 9, color: FAINT, width: half });
      for (const line of lines) this.text(line, { width: half });
    }
    const bottom = this.pdf.y;
    this.pdf.y = top;
    for (const { label, value } of facts) {
      this.text(`${label}: ${value}`, { x: MARGIN + this.width / 2, width: this.width / 2 });
    }
    this.pdf.y = Math.max(bottom, this.pdf.y);
  }

  private goods({ cells, details }: PrintedRow, widths: readonly number[]): void {
    this.row(cells, widths, {});
    for (const detail of details) {
      this.text(detail, { size: 8, color: FAINT, width: widths[0] });
    }
    this.rule();
  }

  /** The first cell to the left, the others to the right. A row that does not fit begins a page. */
  private row(cells: readonly string[], widths: readonly number[], look: Look): void {
    const height = Math.max(...cells.map((cell, at) => this.heightOf(cell, widths[at], look)));
    if (this.pdf.y + height > this.pdf.page.height - MARGIN) this.pdf.addPage();
    const top = this.pdf.y;
    let x = MARGIN;
    for (const [at, cell] of cells.entries()) {
      this.pdf.y = top;
      const width = (widths[at] ?? 0) - GAP;
      this.text(cell, { ...look, x, width, align: at === 0 ? 'left' : 'right' });
      x += widths[at] ?? 0;
    }
    this.pdf.y = top + height;
  }

  private total({ label, value, isStrong }: PrintedFact): void {
    const widths = [this.width - 150, 150];
    const top = this.pdf.y;
    if (top + 20 > this.pdf.page.height - MARGIN) this.pdf.addPage();
    const y = this.pdf.y;
    this.text(label, { isStrong, x: MARGIN, width: (widths[0] ?? 0) - GAP, align: 'right' });
    const bottom = this.pdf.y;
    this.pdf.y = y;
    const right = { x: MARGIN + (widths[0] ?? 0), width: (widths[1] ?? 0) - GAP };
    this.text(value, { isStrong, ...right, align: 'right' });
    this.pdf.y = Math.max(bottom, this.pdf.y) + 2;
  }

  private text(text: string, look: Look): void {
    const { size = 10, color = INK, isStrong = false, x = MARGIN, align = 'left' } = look;
    this.pdf
      .font(isStrong ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    const width = look.width ?? this.width;
    this.pdf.text(plain(text), x, this.pdf.y, { width, align, features: [] });
  }

  private heightOf(text: string, width: number | undefined, { size = 10, isStrong }: Look): number {
    this.pdf.font(isStrong ? 'bold' : 'regular').fontSize(size);
    return this.pdf.heightOfString(plain(text) || ' ', { width: (width ?? 0) - GAP });
  }

  private rule(): void {
    const y = this.pdf.y + GAP / 2;
    this.pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(0.5)
      .stroke(RULE);
    this.pdf.y = y + GAP / 2;
  }

  private space(height: number): void {
    this.pdf.y += height;
  }
}

interface Look {
  readonly size?: number;
  readonly color?: string;
  readonly isStrong?: boolean;
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
}

function columnWidths(width: number, count: number): number[] {
  const others = 95;
  return [width - others * (count - 1), ...Array.from({ length: count - 1 }, () => others)];
}
