import { hash } from 'node:crypto';
import type { BatchEvent } from '../../sync/batch.ts';
import { attemptAll, type Manner } from '../database/attempt.ts';
import type { Tx } from '../database/database.ts';
import { projectComplaints } from './projections/complaints.ts';
import { projectDocuments } from './projections/documents.ts';
import { projectFiles } from './projections/files.ts';
import { projectOrders } from './projections/orders.ts';
import { projectPeople } from './projections/people.ts';
import type { Quarantined } from './quarantine.ts';

/** An event with its data read. */
export interface ReadEvent {
  readonly event: BatchEvent;
  readonly data: unknown;
}

/** What one readable table makes of new events, in their order. @returns what it did not understand; the rest is applied. */
export type Projection = (tx: Tx, office: ProjectedOffice, events: readonly ReadEvent[]) => Promise<readonly Misread[]>;

export interface ProjectedOffice {
  readonly officeId: string;
  /** Tags of PINs that came with the events, by complaint or document. */
  readonly pins: ReadonlyMap<string, Buffer>;
  /** Whether this program knows a type of event. */
  readonly understands: (type: string) => boolean;
}

export interface Misread {
  readonly event: BatchEvent;
  readonly detail: string;
}

const projections: readonly Projection[] = [projectComplaints, projectFiles, projectDocuments, projectPeople, projectOrders];

/** Brings the readable tables up to date. @returns what stays out of them, for the quarantine. */
export async function project(
  tx: Tx,
  manner: Manner,
  office: ProjectedOffice,
  events: readonly BatchEvent[],
): Promise<readonly Quarantined[]> {
  const read: ReadEvent[] = [];
  const misread: Misread[] = [];
  for (const event of events) {
    const data = parsed(event.data);
    if (data === undefined) misread.push({ event, detail: 'its data is no JSON' });
    else if (!office.understands(event.type)) misread.push({ event, detail: `unknown type ${event.type}` });
    else read.push({ event, data });
  }
  const { results, refused } = await attemptAll(tx, manner, read, async (some) => {
    const unread: Misread[] = [];
    for (const projection of projections) unread.push(...(await projection(tx, office, some)));
    return unread;
  });
  misread.push(...results, ...refused.map(({ item: { event }, detail }) => ({ event, detail })));
  return misread.map(({ event, detail }) => ({ event, hash: idHash(event), reason: 'notUnderstood', detail }));
}

/** Distinguishes it from others that claim its place. */
const idHash = ({ id }: BatchEvent): Buffer => hash('sha256', id, 'buffer');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
