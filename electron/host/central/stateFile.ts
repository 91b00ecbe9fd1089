/** What a station remembers of the central server across restarts; it can be lost without harm: the server tells it again. */
import { join } from 'node:path';
import { z } from 'zod';
import { id, instant } from '../../../shared/domain/values.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';

const centralMemory = z.strictObject({
  version: z.literal(1),
  serverId: id,
  lastSuccessAt: instant.nullable(),
  /** How far each chain was acknowledged; a server that has less went back to a backup. */
  acknowledged: z.record(id, z.number().int().min(0)),
  /** When the server was last found to have gone back. */
  wentBack: instant.nullable(),
  /** Events that the server set aside. */
  quarantined: z.number().int(),
  /** Up to which position of the server everything was taken from it. */
  pulled: z.number().int(),
  /** Attachments that are on the server. */
  filesSent: z.array(id).max(5000),
  /** Events whose words were not in this station's vault yet. */
  missing: z.array(z.strictObject({ origin: id, originSeq: z.number().int().min(1) })).max(5000),
});
export type CentralMemory = z.infer<typeof centralMemory>;

export const emptyMemory = (serverId: string): CentralMemory => ({
  version: 1,
  serverId,
  lastSuccessAt: null,
  acknowledged: {},
  wentBack: null,
  quarantined: 0,
  pulled: 0,
  filesSent: [],
  missing: [],
});

const fileOf = (dataDir: string) => join(dataDir, 'central.json');

/** Of this server; empty when there is none, or it cannot be read. */
export function readMemory(dataDir: string, serverId: string): CentralMemory {
  const content = readIfPresent(fileOf(dataDir));
  if (content === null) return emptyMemory(serverId);
  try {
    const memory = centralMemory.parse(JSON.parse(content.toString('utf8')));
    return memory.serverId === serverId ? memory : emptyMemory(serverId);
  } catch {
    // Written half, or by another program: nothing of it is needed to go on.
    return emptyMemory(serverId);
  }
}

/** @throws I/O errors. */
export const writeMemory = (dataDir: string, memory: CentralMemory): void => writeDurably(fileOf(dataDir), `${JSON.stringify(memory)}\n`);
