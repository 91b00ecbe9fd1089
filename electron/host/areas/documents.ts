import { zoneOf } from '../../../shared/domain/office/zone.ts';
import type { DocumentCommand, DocumentRefusal } from '../../../shared/domain/documents/commands.ts';
import { decideDocuments } from '../../../shared/domain/documents/decide.ts';
import type { DocumentEvent } from '../../../shared/domain/documents/events.ts';
import { evolveDocuments } from '../../../shared/domain/documents/evolve.ts';
import {
  type DocumentContext,
  type DocumentState,
  type FollowedDocument,
  initialDocuments,
} from '../../../shared/domain/documents/state.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area, DecideContext } from '../engine/areas.ts';
import { counterAtWork, ticketAtWork } from './queueAsSeen.ts';

/** Taking in documents: the rows a command needs are read for it, for there are hundreds of thousands. */
export const documentsArea: Area<States, DocumentState, DocumentEvent, DocumentRefusal> = {
  name: 'documents',
  topics: ['documents'],
  owns: (stream) => stream.startsWith('documents/'),
  methods: ['documents.register', 'documents.recordShortfall', 'documents.markReady', 'documents.handOver', 'documents.skipNumbers'],
  source: { kind: 'loaded', load: (db, command) => load(db, command as DocumentCommand) },
  decider: {
    initial: initialDocuments,
    decide: (command, state, context) => decideDocuments(command as DocumentCommand, state, asSeen(context)),
    evolve: evolveDocuments,
  },
  streamFor: (_command, _state, { now, states }) => `documents/${officeDate(now, zoneOf(states.office)).slice(0, 4)}`,
  reply: (_command, events) => {
    const [event] = events;
    return event?.type === 'documentReceived.v1' ? { number: event.data.number, readyOn: event.data.readyOn } : {};
  },
};

function load(db: Reader, command: DocumentCommand): DocumentState {
  if (command.method === 'documents.recordShortfall') {
    const slip = db.prepare<[string], { one: number }>('SELECT 1 AS one FROM document_shortfall WHERE shortfall_id = ?');
    return { ...initialDocuments, slipRecorded: slip.get(command.input.shortfallId) !== undefined };
  }
  if (command.method === 'documents.markReady' || command.method === 'documents.handOver')
    return { ...initialDocuments, followed: followedDocument(db, command.input.documentId) };
  const series = db.prepare<[], { year: number; last: number }>(
    'SELECT year, last FROM document_series WHERE letter = (SELECT letter FROM station)',
  );
  const lastSequence = new Map(series.all().map(({ year, last }) => [year, last]));
  if (command.method === 'documents.skipNumbers') return { ...initialDocuments, lastSequence };
  const known = db.prepare<[string], { number: string }>('SELECT number FROM document WHERE document_id = ?').get(command.input.documentId);
  return { ...initialDocuments, lastSequence, registeredAs: known?.number ?? null };
}

function followedDocument(db: Reader, documentId: string): FollowedDocument | null {
  const row = db
    .prepare<[string], { number: string; readyAt: number | null; collectedAt: number | null }>(
      'SELECT number, ready_at AS readyAt, collected_at AS collectedAt FROM document WHERE document_id = ?',
    )
    .get(documentId);
  return row === undefined ? null : { number: row.number, isReady: row.readyAt !== null, isCollected: row.collectedAt !== null };
}

function asSeen({ now, station, actor, states }: DecideContext<States>): DocumentContext {
  return {
    now,
    letter: station.letter,
    actor,
    office: states.office,
    counter: (counterId) => counterAtWork(states, counterId),
    promisedOn: (serviceId) => states.queue.disturbances[serviceId]?.promisedOn ?? null,
    ticket: (ticketId) => ticketAtWork(states, ticketId),
  };
}
