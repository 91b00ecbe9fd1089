/** The files of attachments among the stations of an office (decision 22): every station gets a copy of each. */
import type { Logger } from 'pino';
import type { ComplaintReceived } from '../../../../shared/domain/complaints/events.ts';
import type { PeopleEvent } from '../../../../shared/domain/people/events.ts';
import type { SealedFiles } from '../../complaints/sealedFiles.ts';
import type { Reader } from '../../database/open.ts';
import type { Ports } from '../../ports.ts';
import type { SharedRow } from '../../vault/sharedRows.ts';
import type { OfficeMessage } from '../messages.ts';
import type { Peer, Peers } from '../peers.ts';
import type { DiskProblem } from './disk.ts';
import { createFetching, type Progress } from './fetching.ts';
import { createMissing } from './missing.ts';
import { createServing } from './serving.ts';

export type { Progress };

export interface FilesStanding {
  /** Files of registered complaints that are not on this station's disk. */
  readonly missing: number;
  /** The station from which one comes now. */
  readonly from: string | null;
  /** `full`, `failed`: the disk takes nothing, it is tried again; `unreachable`: nobody who is connected has them. */
  readonly problem: DiskProblem | 'unreachable' | null;
}

export interface Files {
  /** Waits a moment for a file that is not here. @returns `null`: it is here or nobody wants it; else how far it is. */
  fetch(attachmentId: string): Promise<Progress | null>;
  /** What lies here is not the file: it is fetched anew, as `fetch` does. @returns `null`: it is here now. */
  fetchAnew(attachmentId: string): Promise<Progress | null>;
  standing(): FilesStanding;
  /** Takes a message about files; `false`: it is about something else. */
  hear(peer: Peer, message: OfficeMessage): boolean;
  committed(events: readonly { readonly type: string; readonly data: unknown }[]): void;
  rowsTaken(rows: readonly SharedRow[]): void;
  erased(ids: readonly string[]): void;
  /** A station is connected anew. */
  isBack(stationId: string): void;
  /** Links went, or time passed. */
  look(): void;
  /** Whether what a screen shows changed since it was asked last. */
  hasChanged(): boolean;
  close(): void;
}

interface Parts {
  readonly db: Reader;
  readonly sealedFiles: SealedFiles;
  readonly peers: Peers;
  readonly leadId: () => string | null;
  readonly ports: Pick<Ports, 'clock' | 'timers'>;
  readonly log: Logger;
}

/** How long a window's question waits for the file before it is told how far it is, ms. */
const waitMs = 3000;

export function createFiles(parts: Parts): Files {
  const missing = createMissing(parts.db, parts.sealedFiles);
  const waiting = new Set<() => void>();
  const fetching = createFetching({
    ...parts,
    missing,
    directory: parts.sealedFiles.directory,
    onChange() {
      for (const lookAgain of waiting) lookAgain();
    },
  });
  const serving = createServing(parts);

  const standing = (): FilesStanding => {
    const problem = fetching.diskProblem();
    const from = fetching.from();
    const isStuck = missing.count > 0 && from === null && problem === null;
    return { missing: missing.count, from, problem: isStuck ? 'unreachable' : problem };
  };
  const wordsOf = () => JSON.stringify(standing());
  let told = wordsOf();

  const fetch = (attachmentId: string): Promise<Progress | null> => {
    missing.look([attachmentId]);
    fetching.first(attachmentId);
    return new Promise((resolve) => {
      const end = (progress: Progress | null) => {
        waiting.delete(lookAgain);
        cancel();
        resolve(progress);
      };
      const lookAgain = () => {
        const sealed = missing.get(attachmentId);
        if (sealed === undefined) return end(null);
        const progress = fetching.progressOf(sealed);
        // Nobody gives it: there is nothing to wait for.
        if (!progress.isComing) end(progress);
      };
      const cancel = parts.ports.timers.after(waitMs, () => {
        const sealed = missing.get(attachmentId);
        end(sealed === undefined ? null : fetching.progressOf(sealed));
      });
      waiting.add(lookAgain);
      lookAgain();
    });
  };
  const look = (attachmentIds: readonly string[]) => {
    if (attachmentIds.length === 0) return;
    missing.look(attachmentIds);
    fetching.look();
    for (const lookAgain of waiting) lookAgain();
  };

  return {
    fetch,
    fetchAnew(attachmentId) {
      missing.isDamaged(attachmentId);
      return fetch(attachmentId);
    },
    standing,
    hear(peer, message) {
      switch (message.t) {
        case 'wantFile':
          serving.hear(peer, message);
          return true;
        case 'gotFile':
          fetching.isThere(peer.stationId, message.attachmentId);
          return true;
        case 'filePart':
        case 'noFile':
          fetching.hear(peer, message);
          return true;
        default:
          return false;
      }
    },
    committed: (events) => look(events.flatMap(attachmentsOf)),
    // What opens a file may come behind the file's own row, in another batch.
    rowsTaken: (rows) => look(rows.filter(({ kind }) => kind === 'attachment' || kind === 'note').map(({ id }) => id)),
    erased: (ids) => look(ids),
    isBack: (stationId) => fetching.isBack(stationId),
    look: () => fetching.look(),
    hasChanged() {
      const before = told;
      told = wordsOf();
      return told !== before;
    },
    close() {
      fetching.close();
      serving.close();
    },
  };
}

type PersonErased = Extract<PeopleEvent, { type: 'personErased.v1' }>;

/** Ids of attachments that an event names, because they came or because their keys were destroyed. */
function attachmentsOf(event: { readonly type: string; readonly data: unknown }): readonly string[] {
  if (event.type === 'personErased.v1') return (event as PersonErased).data.noteIds;
  if (event.type !== 'complaintReceived.v1') return [];
  return (event.data as ComplaintReceived['data']).attachments.map(({ attachmentId }) => attachmentId);
}
