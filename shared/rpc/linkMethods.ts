/**
 * What a browser on the LAN may ask over a link (docs/decisions/0020). Deny by default, and narrower than what the same
 * screen may do on the station itself: a method that is given to kiosks or boards later is not on the network by that.
 */
import type { Method } from './contract.ts';

/** The two screens that a link can open. Never a staff screen. */
export const linkSurfaces = ['board', 'kiosk'] as const;
export type LinkSurface = (typeof linkSurfaces)[number];

export const linkMethods: Readonly<Record<LinkSurface, readonly Method[]>> = {
  board: ['office.profile', 'queue.board'],
  kiosk: ['office.profile', 'queue.kiosk', 'queue.issue', 'printing.ticketPrinter', 'printing.print'],
};

/** The code with which the host closes the connections of a link that was revoked or renewed. */
export const linkEndedCode = 4001;
