/** Width and height in microns (a thousandth of a millimetre), as Chromium's print takes them. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** Sheets: their height is their own, not that of the content. */
const sheetHeights: ReadonlyMap<number, number> = new Map([
  [148, 210],
  [210, 297],
]);
/** One millimetre more than measured: a fraction of a pixel must not begin a second page. */
const spareMm = 1;
const shortestMm = 20;
/** Two metres: beyond that something is wrong with the paper, and a roll is expensive. */
const longestMm = 2000;

/** Pixels of CSS in millimetres: 96 to the inch. */
export const pxToMm = (px: number): number => (px / 96) * 25.4;
export const mmToPx = (mm: number): number => Math.round((mm / 25.4) * 96);

/**
 * The page of a paper: A5 and A4 sheets for those widths, otherwise a roll cut after the content. `@page { size: 80mm auto }`
 * would silently become Letter, so the height is measured and given.
 */
export function paperSize(widthMm: number, heightPx: number): PaperSize {
  const heightMm = sheetHeights.get(widthMm) ?? Math.min(longestMm, Math.max(shortestMm, pxToMm(heightPx) + spareMm));
  return { width: Math.round(widthMm * 1000), height: Math.ceil(heightMm * 1000) };
}
