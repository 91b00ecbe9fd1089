/** Where the public follows a complaint or a document of this office: the page of the central server that it is enrolled at. */
export interface Followed {
  /** Of the server, as it told when the office enrolled. */
  readonly publicUrl: string;
  readonly officeCode: string;
}

/** The page on which number and PIN are typed; `null`: the office is not enrolled. */
export const followPage = (central: Followed | null): string | null =>
  central === null ? null : `${central.publicUrl.replace(/\/+$/u, '')}/k/${encodeURIComponent(central.officeCode)}/status`;

/** The same page with the number filled in, for a QR code. The PIN is in no code: whoever photographs the paper has to read it. */
export function followUrl(central: Followed | null, number: string): string | null {
  const page = followPage(central);
  return page === null ? null : `${page}?n=${encodeURIComponent(number)}`;
}

/** An address as it is printed: what every browser adds by itself is left out. */
export const asTyped = (url: string): string => url.replace(/^https:\/\//u, '');
