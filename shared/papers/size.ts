import type { PaperWidth } from '../domain/printing/events.ts';

/** A roll is as long as its content; A5 is a sheet. */
export interface PaperSize {
  /** Width of the paper, mm; the HTML is laid out for exactly this. */
  readonly widthMm: number;
  /** Height of a sheet, mm; null for a roll, whose height whoever prints must measure. */
  readonly heightMm: number | null;
  /** Name of the `@page` in the template. */
  readonly page: string;
  /** Characters per line in font A of a raw printer: 384 dots at 58 mm, 576 at 80 mm. */
  readonly columns: 32 | 48;
}

const sizes: Readonly<Record<PaperWidth, PaperSize>> = {
  '58mm': { widthMm: 58, heightMm: null, page: 'paper58', columns: 32 },
  '80mm': { widthMm: 80, heightMm: null, page: 'paper80', columns: 48 },
  // No raw printer takes A5; one that is set so anyway is a wide roll.
  a5: { widthMm: 148, heightMm: 210, page: 'paperA5', columns: 48 },
};

export const paperSize = (paper: PaperWidth): PaperSize => sizes[paper];

/**
 * The style rule that gives a roll the measured height of its content: `size: 80mm auto` would silently become Letter.
 * Whoever prints adds it behind the template's style.
 */
export const pageRule = (paper: PaperWidth, heightMm: number): string => {
  const { page, widthMm, heightMm: sheet } = sizes[paper];
  return `@page ${page} { size: ${widthMm}mm ${sheet ?? Math.ceil(heightMm)}mm; margin: 0; }`;
};
