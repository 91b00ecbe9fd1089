import type { Logger } from 'pino';
import type { Clock } from '../ports.ts';
import { type CentralMemory, emptyMemory, readMemory, writeMemory } from './stateFile.ts';

/** On disk at most this often, ms: what is lost of it is only heard again. */
const writeEveryMs = 5000;

/** What the server acknowledged, as far as this station needs it after a restart. */
export interface Memory {
  now(): CentralMemory;
  /** Of another server: what is known of it. */
  turnTo(serverId: string): void;
  note(change: Partial<CentralMemory>, urgency?: 'atOnce'): void;
  close(): void;
}

export function createMemory(dataDir: string, clock: Pick<Clock, 'monotonic'>, log: Logger): Memory {
  let memory = emptyMemory('');
  let writtenAt = Number.NEGATIVE_INFINITY;
  let isWritten = true;
  let closed = false;
  const write = () => {
    if (memory.serverId === '') return;
    writtenAt = clock.monotonic();
    isWritten = true;
    try {
      writeMemory(dataDir, memory);
    } catch (error) {
      log.warn({ err: error }, 'what the central server acknowledged could not be noted');
    }
  };
  return {
    now: () => memory,
    turnTo(serverId) {
      memory = readMemory(dataDir, serverId);
    },
    note(change, urgency) {
      // An answer that comes after the end: the next start may have the file already.
      if (closed) return;
      memory = { ...memory, ...change };
      isWritten = false;
      if (urgency === 'atOnce' || clock.monotonic() - writtenAt >= writeEveryMs) write();
    },
    close() {
      closed = true;
      if (!isWritten) write();
    },
  };
}
