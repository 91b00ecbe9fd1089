import { z } from 'zod';
import { date, instant } from '../../domain/values.ts';
import { command, query } from '../define.ts';
import { callerRoles, everyStaff } from '../roles.ts';
import { stationHere } from './stations.ts';

/**
 * What can be wrong with a database file:
 * `missing` it is gone although it held data · `unreadable` SQLite cannot read it · `pages` bytes changed on disk ·
 * `structure` SQLite's own check failed · `chain` events were changed, removed or reordered · `anchors` events are
 * missing at the end.
 */
export const damages = ['missing', 'unreadable', 'pages', 'structure', 'chain', 'anchors'] as const;

/** What was done about a damaged database at start; shown until a person has read it. */
export const recoveryReport = z.strictObject({
  at: instant,
  /** `station`: the events and everything made of them; `vault`: personal data and PINs. */
  part: z.enum(['station', 'vault']),
  damage: z.enum(damages),
  /** File name within the data directory; nothing is ever deleted. */
  setAsideAs: z.string(),
  /** Backup that was restored; `null`: none was good. */
  backupDate: date.nullable(),
  /** For the vault: rows that were restored and rows that were added from the damaged file. */
  eventsFromBackup: z.number().int(),
  eventsAfterBackup: z.number().int(),
  /** Known to be lost; `null`: nothing is known about that. */
  eventsLost: z.number().int().nullable(),
  lastEventAt: instant.nullable(),
});

export const systemMethods = {
  /** The status line and the banners of every staff window. */
  'system.status': query({
    roles: callerRoles.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: z.strictObject({
      station: stationHere,
      printer: z.strictObject({ state: z.enum(['none', 'ready', 'failing']), name: z.string().nullable() }),
      lastBackup: z.strictObject({ at: instant, verified: z.boolean() }).nullable(),
      recovery: recoveryReport.nullable(),
      /** `checking` in the background after a start; `damaged`: the next start recovers; `failing`: the disk refuses writes. */
      storage: z.enum(['checking', 'sound', 'damaged', 'failing']),
      clock: z.enum(['ok', 'suspect', 'behind']),
      keyProtection: z.enum(['os', 'file', 'basicText']),
      /** Years within the next 60 days whose holidays nobody confirmed. */
      unconfirmedHolidayYears: z.array(z.number().int()),
      replay: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
    }),
    topics: ['system', 'printing', 'office', 'queue', 'stations'],
  }),
  'system.acknowledgeRecovery': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: {},
  }),
  'system.backUpNow': command({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ file: z.string(), bytes: z.number().int(), events: z.number().int() }),
    refusals: { backupFailed: z.strictObject({ cause: z.enum(['diskFull', 'io', 'notVerified']) }) },
  }),
  /** A new one-time start URL, to open another window of this station in another browser (browser mode only). */
  'system.newWindowUrl': command({
    roles: [...everyStaff],
    input: z.strictObject({ surface: z.enum(['staff', 'kiosk', 'board']) }),
    output: z.strictObject({ url: z.string() }),
    refusals: { notInBrowserMode: z.strictObject({}) },
  }),
};
