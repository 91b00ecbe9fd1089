import type { BroadcastSurface, BroadcastText, ThanksReason } from '../../../shared/domain/floor/types.ts';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';

type Known = Pick<Services, 'db' | 'engine'>;

interface BroadcastRow {
  readonly broadcastId: string;
  readonly text: string;
  readonly surfaces: string;
  readonly from: number;
  readonly until: number;
  readonly sentBy: string | null;
}

const mostBroadcasts = 20;

/** Texts that stand on screens now, the newest first. */
export function broadcastsNow({ db, engine }: Known, now: number): FloorView['broadcasts'] {
  const rows = db
    .prepare<[number, number], BroadcastRow>(
      `SELECT broadcast_id AS broadcastId, text, surfaces, from_at AS "from", until_at AS until, sent_by AS sentBy
       FROM broadcast WHERE withdrawn_at IS NULL AND until_at > ? ORDER BY from_at DESC, broadcast_id DESC LIMIT ?`,
    )
    .all(now, mostBroadcasts);
  return rows.map(({ sentBy, text, surfaces, ...row }) => ({
    ...row,
    text: JSON.parse(text) as BroadcastText,
    surfaces: JSON.parse(surfaces) as BroadcastSurface[],
    by: staffName(engine, sentBy),
  }));
}

/** What a surface must show. */
export function noticesFor(known: Known, surface: BroadcastSurface, now: number): Output<'floor.notices'> {
  const { office, queue } = known.engine.states;
  return {
    broadcasts: broadcastsNow(known, now)
      .filter(({ surfaces }) => surfaces.includes(surface))
      .map(({ broadcastId, text, until }) => ({ broadcastId, text, until })),
    disturbances: office.services.flatMap(({ id, title }) => {
      const disturbance = queue.day?.status === 'open' ? queue.disturbances[id] : undefined;
      return disturbance === undefined ? [] : [{ serviceId: id, title, note: disturbance.note, promisedOn: disturbance.promisedOn }];
    }),
  };
}

interface ThanksRow {
  readonly thanksId: string;
  readonly reason: ThanksReason;
  readonly at: number;
  readonly thankedBy: string | null;
}

const mostThanks = 10;

/** Thanks that an officer has not put away yet. */
export const thanksTo = ({ db, engine }: Known, staffId: string): Output<'floor.thanks'> =>
  db
    .prepare<[string, number], ThanksRow>(
      `SELECT thanks_id AS thanksId, reason, at, thanked_by AS thankedBy FROM thanks
       WHERE staff_id = ? AND seen_at IS NULL ORDER BY at DESC LIMIT ?`,
    )
    .all(staffId, mostThanks)
    .map(({ thankedBy, ...thanks }) => ({ ...thanks, by: staffName(engine, thankedBy) }));
