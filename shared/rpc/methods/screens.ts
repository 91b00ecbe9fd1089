/** Screens on the network: the listener for plain browsers on the LAN, and the links by which they come in. */
import { z } from 'zod';
import { id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';

/** The port that an administrator is offered; next to browser mode's own, which is 4717. */
export const defaultScreensPort = 4719;

/** Ports below are the operating system's. */
export const screensPort = z.number().int().min(1024).max(65_535);
export const screensListener = z.strictObject({ on: z.boolean(), port: screensPort });

/**
 * `portTaken`: another program listens there · `noNetwork`: this computer has no address on a LAN · `noPages`: the built screens
 * are not there · `failed`: the operating system refuses for another reason. In all of these the program tries again by itself.
 */
export const listenerState = z.enum(['off', 'starting', 'listening', 'portTaken', 'noNetwork', 'noPages', 'failed']);

/** Tickets that a kiosk link may give on one day; more is nobody's need, and all that a thief of the link could do. */
export const ticketsPerDay = z.number().int().min(1).max(500);

const linkName = line(60);
export const newLink = z.discriminatedUnion('surface', [
  z.strictObject({ surface: z.literal('board'), name: linkName }),
  z.strictObject({ surface: z.literal('kiosk'), name: linkName, ticketsPerDay }),
]);

export const linkView = z.strictObject({
  linkId: id,
  name: z.string(),
  surface: z.enum(['board', 'kiosk']),
  ticketsPerDay: z.number().int().nullable(),
  /** Tickets of the last 24 hours, as far as this run of the program knows. */
  tickets: z.number().int().min(0),
  createdAt: instant,
  /** Connections that stand at this moment. */
  connected: z.number().int().min(0),
  lastSeenAt: instant.nullable(),
  lastAddress: z.string().nullable(),
});

/** An address that opens the screen, told once: only a hash of its token is kept. */
const address = z.strictObject({
  url: z.string(),
  /** Drawn on a white ground by one path. */
  qr: z.strictObject({ path: z.string(), viewBox: z.string() }),
});
const made = z.strictObject({ addresses: z.array(address).min(1) });

export const screensRefusals = {
  linkUnknown: z.strictObject({}),
  linkExists: z.strictObject({}),
  /** Without a listener nobody knows under which address the link could be opened. */
  notListening: z.strictObject({}),
  tooManyLinks: z.strictObject({ most: z.number().int() }),
};

export const screensMethods = {
  'screens.overview': query({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      on: z.boolean(),
      port: z.number().int(),
      state: listenerState,
      /** Where it can be reached: `http://192.168.1.20:4719`. */
      origins: z.array(z.string()),
      links: z.array(linkView),
    }),
    topics: ['screens', 'queue'],
  }),
  'screens.listen': command({ roles: ['admin'], input: screensListener, output: z.strictObject({}), refusals: {} }),
  'screens.addLink': command({
    roles: ['admin'],
    input: z.strictObject({ linkId: id, link: newLink }),
    output: made,
    refusals: pick(screensRefusals, 'tooManyLinks', 'linkExists', 'notListening'),
  }),
  /** A new address for the same link; the former one is cut off and refused ever after. */
  'screens.renewLink': command({
    roles: ['admin'],
    input: z.strictObject({ linkId: id }),
    output: made,
    refusals: pick(screensRefusals, 'linkUnknown', 'notListening'),
  }),
  'screens.revokeLink': command({
    roles: ['admin'],
    input: z.strictObject({ linkId: id }),
    output: z.strictObject({}),
    refusals: pick(screensRefusals, 'linkUnknown'),
  }),
};
