import { z } from 'zod';
import { stationDetails, stationLetter, stationRole } from '../../domain/stations/types.ts';
import { id, instant } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { callerRoles } from '../roles.ts';

export const stationRefusals = {
  stationUnknown: z.strictObject({}),
  stationNameTaken: z.strictObject({ name: z.string() }),
  /** The lead gave the name that the new station was to have to another one while its code was shown. */
  chosenNameTaken: z.strictObject({}),
  stationRevoked: z.strictObject({}),
  /** The station that decides cannot revoke itself. */
  stationIsLead: z.strictObject({}),
  noLetterLeft: z.strictObject({}),
  /** Only the lead takes stations in. */
  notLead: z.strictObject({}),
  /** The lead reaches no other station and so cannot know whether it still leads. */
  leadCutOff: z.strictObject({}),
  /** What was asked to take this station in follows another. */
  stationIsNotLead: z.strictObject({ address: z.string() }),
  /** The lead's disk is full or broken. */
  leadCannotRecord: z.strictObject({}),
  /** Another program listens on the port of the links. */
  lanPortTaken: z.strictObject({ port: z.number().int() }),
  addressInvalid: z.strictObject({}),
  codeMistyped: z.strictObject({}),
  /** Nobody answers at that address. */
  noLeadAnswers: z.strictObject({ address: z.string() }),
  /** Wrong, used, expired or cancelled: the lead does not say which. */
  codeRefused: z.strictObject({}),
  tooManyTries: z.strictObject({}),
  /** What answered could not prove that it is the lead which showed the code. */
  leadNotProven: z.strictObject({}),
  /** Something was recorded here already; only a new station joins. */
  stationNotEmpty: z.strictObject({}),
};

/** What a station is at the moment. */
export const stationHere = z.strictObject({
  role: z.enum(['alone', 'lead', 'follower', 'revoked']),
  letter: stationLetter,
  /** As the administrator named it; empty while the office is one station. */
  name: z.string(),
  roles: z.array(stationRole),
  /** Other stations of the office that are not revoked, and how many of them are connected. */
  others: z.number().int(),
  connected: z.number().int(),
  leadName: z.string(),
  isLeadConnected: z.boolean(),
});

export const stationHealth = z.strictObject({
  stationId: id,
  letter: stationLetter,
  name: z.string(),
  place: z.string(),
  roles: z.array(stationRole),
  isSelf: z.boolean(),
  isLead: z.boolean(),
  revoked: z.boolean(),
  connected: z.boolean(),
  /** When it was last heard; `null`: never, or not since this station started. */
  lastHeardAt: instant.nullable(),
  /** Its wall clock minus this station's, ms; `null`: not known. */
  clockOffMs: z.number().nullable(),
  address: z.string().nullable(),
});
export type StationHealth = z.infer<typeof stationHealth>;

export const openJoining = z.strictObject({
  details: stationDetails,
  /** Grouped, as it is read out. */
  code: z.string(),
  /** What the QR code holds. */
  ticket: z.string(),
  qr: z.strictObject({ path: z.string(), viewBox: z.string() }),
  /** What the lead is called on the network before anything is known of it. */
  mark: z.string(),
  /** Where this station can be reached, most likely first. */
  addresses: z.array(z.string()),
  /** When the code ends, by this station's wall clock. */
  until: instant,
  /** Somebody tried a wrong code. */
  failures: z.number().int(),
});

export const stationMethods = {
  /** What this station is, for every window, also before a log-in. */
  'stations.here': query({
    roles: callerRoles.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: stationHere,
    topics: ['stations'],
  }),
  'stations.list': query({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      stations: z.array(stationHealth),
      isLead: z.boolean(),
      /** The port that other stations reach; `null`: nothing listens. */
      port: z.number().int().nullable(),
      /** The port that should be listened on and is taken by another program. */
      portTaken: z.number().int().nullable(),
      joining: openJoining.nullable(),
      /** The station that used the last code. */
      lastJoined: z.strictObject({ stationId: id, name: z.string(), letter: stationLetter }).nullable(),
    }),
    topics: ['stations', 'office'],
  }),
  /** Shows a new code for one station; the one before is worth nothing any more. */
  'stations.openJoining': command({
    roles: ['admin'],
    input: stationDetails,
    output: z.strictObject({}),
    refusals: pick(stationRefusals, 'notLead', 'leadCutOff', 'lanPortTaken', 'stationNameTaken', 'noLetterLeft'),
  }),
  'stations.cancelJoining': command({ roles: ['admin'], input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
  'stations.change': command({
    roles: ['admin'],
    input: stationDetails.extend({ stationId: id }),
    output: z.strictObject({}),
    refusals: pick(stationRefusals, 'stationUnknown', 'stationNameTaken', 'stationRevoked', 'notLead'),
  }),
  'stations.revoke': command({
    roles: ['admin'],
    input: z.strictObject({ stationId: id }),
    output: z.strictObject({}),
    refusals: pick(stationRefusals, 'stationUnknown', 'stationIsLead', 'notLead'),
  }),
  /** Leads that take a station in at the moment, as far as they were heard; asking makes this station listen for a while. */
  'stations.nearby': query({
    roles: ['anonymous'],
    input: z.strictObject({}),
    output: z.array(z.strictObject({ name: z.string(), address: z.string() })),
    topics: ['stations'],
  }),
  /** A new, empty station joins an office; it then starts again with its letter. */
  'stations.join': command({
    roles: ['anonymous'],
    input: z.strictObject({ address: z.string().max(300), code: z.string().max(100) }),
    output: z.strictObject({ letter: stationLetter, name: z.string() }),
    refusals: pick(
      stationRefusals,
      'addressInvalid',
      'codeMistyped',
      'noLeadAnswers',
      'stationIsNotLead',
      'leadCannotRecord',
      'codeRefused',
      'tooManyTries',
      'leadNotProven',
      'stationNotEmpty',
      'stationRevoked',
      'chosenNameTaken',
    ),
  }),
};
