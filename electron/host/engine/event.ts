import type { Actor, NewEvent } from '../../../shared/domain/decider.ts';

/** An event as it stands in the event table, with its data parsed. `at` is milliseconds since the epoch (UTC). */
export interface RecordedEvent<E extends NewEvent = NewEvent> {
  readonly seq: number;
  readonly id: string;
  readonly origin: string;
  readonly originSeq: number;
  readonly term: number;
  readonly stream: string;
  readonly type: E['type'];
  readonly at: number;
  readonly actor: Actor;
  readonly commandId: string;
  readonly data: E['data'];
}

export interface EventRow {
  seq: number;
  id: string;
  origin: string;
  origin_seq: number;
  term: number;
  stream: string;
  type: string;
  at: number;
  actor: string;
  command_id: string;
  data: string;
  prev_hash: Buffer;
  hash: Buffer;
}

export function actorToText(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.staffId}`;
    case 'device':
      return `device:${actor.surface}`;
    case 'system':
      return 'system';
    case 'central':
      return `central:${actor.by}`;
  }
}

export function actorFromText(text: string): Actor {
  if (text.startsWith('staff:')) return { kind: 'staff', staffId: text.slice(6) };
  if (text.startsWith('device:')) return { kind: 'device', surface: text.slice(7) as 'kiosk' | 'board' | 'staff' };
  if (text.startsWith('central:')) return { kind: 'central', by: text.slice(8) };
  return { kind: 'system' };
}
