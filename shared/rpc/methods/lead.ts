import { z } from 'zod';
import { id, instant } from '../../domain/values.ts';
import { command, query } from '../define.ts';
import { callerRoles } from '../roles.ts';

/** Who may say which station leads (docs/decisions/0016, rules 14–17). */
const supervisors = ['pengawas', 'admin'] as const;

/** What a screen needs to name a station; the screen has the words. `letter` null: not known here. */
export const stationLabel = z.strictObject({ stationId: id, name: z.string(), letter: z.string().nullable() });
export type StationLabel = z.infer<typeof stationLabel>;

export const standingModes = ['alone', 'lead', 'follower', 'ownOnly', 'waiting'] as const;

/** How one station's copy compares with the newest of all that could be asked. */
export const candidate = stationLabel.extend({
  /** The station whose window asks. */
  isHere: z.boolean(),
  /** It is the lead as far as this station knows. */
  isLead: z.boolean(),
  isReachable: z.boolean(),
  /** Events that others have and it has not; `null`: it could not be asked. */
  behind: z.number().int().min(0).nullable(),
  /** It holds that the lead may still decide; `null`: it could not be asked. */
  hearsLead: z.boolean().nullable(),
  /** Milliseconds since it heard the lead; `null`: it could not be asked. */
  heardMsAgo: z.number().min(0).nullable(),
  /** Files of complaints that others have and it has not; `null`: it could not be asked. */
  filesMissing: z.number().int().min(0).nullable(),
});
export type Candidate = z.infer<typeof candidate>;

const done = z.strictObject({});
const begun = z.strictObject({ term: z.number().int().min(0) });
const refusals = {
  leadStillThere: z.strictObject({ station: stationLabel }),
  stationsNotAsked: z.strictObject({ stations: z.array(stationLabel).max(200) }),
  copyIncomplete: z.strictObject({ station: stationLabel }),
  stationUnreachable: z.strictObject({ station: stationLabel }),
};

export const leadMethods = {
  /** Who decides for this station now; for every window, so nothing personal. */
  'lead.standing': query({
    roles: callerRoles.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: z.strictObject({
      stationId: id,
      mode: z.enum(standingModes),
      /** This station is the lead, with or without a lease. */
      isLead: z.boolean(),
      /** A lead that goes on without a lease because a person said so. */
      isKept: z.boolean(),
      /** `null`: not known yet. */
      lead: stationLabel.nullable(),
      /** While it works by itself. */
      cutOffSince: instant.nullable(),
      /** With whom nothing is copied although both are connected, why, and which of the stations has to be looked after. */
      copyProblems: z
        .array(z.strictObject({ kind: z.enum(['forked', 'storage']), between: stationLabel, culprit: stationLabel }))
        .max(1000),
      /** All stations of the office that are known here, for naming them. */
      stations: z.array(stationLabel).max(1000),
      /** Files of complaints that this station has not got from the others yet. */
      files: z.strictObject({
        missing: z.number().int().min(0),
        /** The station from which one comes now. */
        from: stationLabel.nullable(),
        /** `full`, `failed`: the disk takes nothing, it is tried again; `unreachable`: nobody who is connected has them. */
        problem: z.enum(['full', 'failed', 'unreachable']).nullable(),
      }),
    }),
    topics: ['system', 'office', 'stations'],
  }),
  /** Asks every reachable station; takes up to three seconds when one does not answer. */
  'lead.candidates': query({
    roles: supervisors,
    input: z.strictObject({}),
    output: z.strictObject({
      stations: z.array(candidate).max(1000),
      /** Whose copy is the newest of those that may become the lead; `null`: nobody else can be reached. */
      recommendedId: id.nullable(),
    }),
    topics: ['system', 'office'],
  }),
  /** Makes a station the lead after the lease of the one before has run out. */
  'lead.promote': command({
    roles: supervisors,
    /** `override`: the person's word although some stations could not be asked. */
    input: z.strictObject({ stationId: id, override: z.boolean() }),
    output: begun,
    refusals,
  }),
  /** The lead gives the lead to another station; decided at the lead. */
  'lead.handOver': command({
    roles: supervisors,
    input: z.strictObject({ stationId: id }),
    output: done,
    refusals,
  }),
  /** This lead goes on although it reaches no other station. */
  'lead.keepLeading': command({
    roles: supervisors,
    input: z.strictObject({}),
    output: done,
    refusals: { leadElsewhere: z.strictObject({ lead: stationLabel.nullable() }) },
  }),
};
