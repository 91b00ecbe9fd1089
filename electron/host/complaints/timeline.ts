/** What happened to a complaint, oldest first, as its screen tells it. */
import type { OneComplaintEvent } from '../../../shared/domain/complaints/events.ts';
import { complaintStream } from '../../../shared/domain/complaints/events.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { TimelineEntry } from '../../../shared/rpc/methods/complaintViews.ts';
import type { RecordedEvent } from '../engine/event.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';
import { complaintById } from './complaintRows.ts';
import { ratingsOf } from './ratings.ts';
import { unitTitle } from './titles.ts';

type Reading = Pick<Services, 'db' | 'engine' | 'vault' | 'events'>;
type Details = Partial<Omit<TimelineEntry, 'eventId' | 'at' | 'by' | 'staffName' | 'kind'>> & { readonly kind: TimelineEntry['kind'] };
type Occasion = Pick<RecordedEvent, 'id' | 'at' | 'actor'>;

export function timelineOf(reading: Reading, complaintId: string, withWords: boolean): TimelineEntry[] {
  const words = (textId: string | null) => (withWords && textId !== null ? reading.vault.note(textId) : null);
  const steps = [...reading.events.ofStream(complaintStream(complaintId))].map((recorded) => {
    const event = recorded as RecordedEvent<OneComplaintEvent>;
    const textId = 'textId' in event.data && event.data.textId !== complaintId ? event.data.textId : null;
    return entry(reading, recorded, {
      text: words(textId),
      ...details(reading, { type: event.type, data: event.data } as OneComplaintEvent),
    });
  });
  const ratings = ratingsOf(reading.db, complaintId).map((rating) =>
    entry(reading, rating, { kind: 'rated', score: rating.score, text: words(rating.textId) }),
  );
  return [...steps, ...ratings].toSorted((a, b) => a.at - b.at);
}

const entry = ({ engine }: Reading, { id, at, actor }: Occasion, more: Details): TimelineEntry => ({
  eventId: id,
  at,
  by: byOf(actor),
  staffName: actor.kind === 'staff' ? staffName(engine, actor.staffId) : '',
  unit: null,
  assigneeName: null,
  channel: null,
  outcome: null,
  deadline: null,
  level: null,
  otherNumber: null,
  otherId: null,
  score: null,
  text: null,
  ...more,
});

function byOf(actor: Actor): TimelineEntry['by'] {
  if (actor.kind === 'staff') return 'staff';
  if (actor.kind !== 'central') return 'program';
  return actor.by === 'public' ? 'complainant' : actor.by.startsWith('agency:') ? 'unit' : 'program';
}

function details({ db, engine }: Reading, event: OneComplaintEvent): Details {
  const other = (id: string) => ({ otherId: id, otherNumber: complaintById(db, id)?.number ?? null });
  switch (event.type) {
    case 'complaintReceived.v1':
      return { kind: 'received' };
    case 'complaintVerified.v1':
      return { kind: 'verified' };
    case 'completionRequested.v1':
      return { kind: 'completionRequested' };
    case 'completionReceived.v1':
      return { kind: 'completionReceived' };
    case 'complaintAssigned.v1': {
      const { unitId, staffId } = event.data;
      return {
        kind: 'assigned',
        unit: unitTitle(engine.states.office, unitId),
        assigneeName: staffId === null ? null : staffName(engine, staffId),
      };
    }
    case 'complaintNoted.v1':
      return { kind: 'noted' };
    case 'measureRecorded.v1':
      return { kind: 'measure' };
    case 'complaintAnswered.v1':
      return { kind: 'answered' };
    case 'complainantAsked.v1':
      return { kind: 'asked' };
    case 'replyRecorded.v1':
      return { kind: 'replied' };
    case 'complaintClosed.v1':
      return { kind: 'closed', outcome: event.data.outcome };
    case 'complaintReopened.v1':
      return { kind: 'reopened' };
    case 'complaintReferred.v1':
      return { kind: 'referred' };
    case 'complaintReclassified.v1':
      return { kind: 'reclassified' };
    case 'complaintMerged.v1':
      return { kind: 'merged', ...other(event.data.intoId) };
    case 'complaintLinked.v1':
      return { kind: 'linked', ...other(event.data.otherId) };
    case 'statusReported.v1':
      return { kind: 'statusReported', channel: event.data.channel };
    case 'deadlineWatched.v1': {
      const { deadline, level } = event.data;
      return level === 'warned' ? { kind: 'warned', deadline } : { kind: 'escalated', deadline, level };
    }
    case 'escalationAcknowledged.v1':
      return { kind: 'escalationAcknowledged' };
    default:
      return unreachable(event);
  }
}
