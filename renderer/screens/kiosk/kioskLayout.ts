import type { Output } from '../../../shared/rpc/contract.ts';

export type KioskData = Output<'queue.kiosk'>;
export type KioskService = KioskData['services'][number];

/** As many large tiles as fit without scrolling on 1024 × 768 and 768 × 1024. */
export const tilesPerPage = 12;

/** The services of one page and how many pages there are; a page that no longer exists shows the last one. */
export function tilePage(
  services: readonly KioskService[],
  page: number,
): { readonly shown: readonly KioskService[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(services.length / tilesPerPage));
  // Pages of equal length: 13 services are 7 and 6, not 12 and a lonely one.
  const size = Math.ceil(services.length / pages);
  const at = Math.min(Math.max(0, page), pages - 1);
  return { shown: services.slice(at * size, (at + 1) * size), page: at, pages };
}

/** Columns of the tiles on a wide and on a high screen. */
export function tileColumns(count: number): { readonly landscape: number; readonly portrait: number } {
  const landscape = count <= 3 ? Math.max(1, count) : count === 4 ? 2 : count <= 9 ? 3 : 4;
  return { landscape, portrait: count <= 4 ? 1 : 2 };
}

/** Why no number can be taken now, `null` when one can. */
export type ClosedReason = 'revoked' | 'notSetUp' | 'connecting' | 'offline' | 'clockSuspect' | 'notOpened' | 'closed' | 'noServices';

export function closedReason(given: {
  readonly kiosk: KioskData | undefined;
  readonly setUp: boolean | undefined;
  readonly stale: boolean;
  /** The station is no longer part of the office. */
  readonly revoked: boolean;
}): ClosedReason | null {
  const { kiosk, setUp, stale, revoked } = given;
  if (revoked) return 'revoked';
  if (kiosk === undefined && setUp !== false) return 'connecting';
  if (stale) return 'offline';
  if (setUp === false || kiosk === undefined) return 'notSetUp';
  const { status, openDate, date } = kiosk.day;
  // The clock stands before the day that is open: whoever reads the screen cannot repair that.
  if (openDate !== null && openDate !== date) return 'clockSuspect';
  if (status !== 'open') return status;
  return kiosk.services.length === 0 ? 'noServices' : null;
}
