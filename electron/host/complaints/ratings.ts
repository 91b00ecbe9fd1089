/** How complainants rated the service, as the central server passed it on. */
import type { Actor } from '../../../shared/domain/decider.ts';
import { centralStream } from '../../../shared/domain/central/events.ts';
import type { ServiceRated } from '../../../shared/domain/central/types.ts';
import type { Reader } from '../database/open.ts';
import { actorFromText } from '../engine/event.ts';

export interface Rating {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly actor: Actor;
  readonly score: number;
  /** Words with it, in the vault. */
  readonly textId: string | null;
}

/** Of one complaint or document, oldest first. Ratings are few and looked at one by one: no table of their own. */
export const ratingsOf = (db: Reader, subjectId: string): readonly Rating[] =>
  db
    .prepare<[string, string], { id: string; at: number; actor: string; data: string }>(
      `SELECT id, at, actor, data FROM event
       WHERE stream = ? AND type = 'serviceRated.v1' AND json_extract(data, '$.subjectId') = ? ORDER BY seq`,
    )
    .all(centralStream, subjectId)
    .map(({ id, at, actor, data }) => {
      const { score, textId } = JSON.parse(data) as ServiceRated;
      return { id, at, actor: actorFromText(actor), score, textId };
    });
