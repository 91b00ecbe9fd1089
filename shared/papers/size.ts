import type { PaperWidth } from '../domain/printing/events.ts';

export interface PaperSize {
  /** Width of the paper, mm; the HTML is laid out for exactly this. A roll is as long as its content. */
  readonly widthMm: number;
  /** Characters per line in font A of a raw printer: 384 dots at 58 mm, 576 at 80 mm. */
  readonly columns: 32 | 48;
}

const sizes: Readonly<Record<PaperWidth, PaperSize>> = {
  '58mm': { widthMm: 58, columns: 32 },
  '80mm': { widthMm: 80, columns: 48 },
  // No raw printer takes A5; one that is set so anyway is a wide roll.
  a5: { widthMm: 148, columns: 48 },
  a4: { widthMm: 210, columns: 48 },
};

export const paperSize = (paper: PaperWidth): PaperSize => sizes[paper];
