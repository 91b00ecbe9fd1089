/**
 * A batch of events on the wire: zstd over lines of UTF-8.
 *
 *   line 1           the header (shared/sync/protocol.ts), JSON
 *   per event two    its columns as a JSON array; its data, the very text that the hash covers
 *
 * An event's line carries its own hash only where one was asked for: otherwise the hash of the last one of each origin, in the
 * header, vouches for all of them.
 */
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { id } from '../shared/domain/values.ts';
import { type BatchHeader, batchHeader, maxBatchBytes, maxBatchEvents } from '../shared/sync/protocol.ts';

/** An event as stations and server exchange it; `hash` in hex, null: the end of its chain vouches for it. */
export interface BatchEvent {
  readonly id: string;
  readonly origin: string;
  readonly originSeq: number;
  readonly term: number;
  readonly stream: string;
  readonly type: string;
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
  readonly data: string;
  readonly hash: string | null;
}

export interface Batch {
  readonly header: BatchHeader;
  readonly events: readonly BatchEvent[];
}

/** The bytes are no batch: what is said for an engineer. */
export class BadBatchError extends Error {
  override readonly name = 'BadBatchError';
}

/** Where batches are compressed: on the thread pool, which takes real time, or at once where time is simulated. */
export interface Compression {
  compress(bytes: Uint8Array): Promise<Buffer>;
  /** @throws when it is nothing that was compressed, or too long. */
  decompress(bytes: Uint8Array): Promise<Buffer>;
}

export const compressOptions = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
export const decompressOptions = { maxOutputLength: maxBatchBytes };
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
export const threadPool: Compression = {
  compress: (bytes) => compress(bytes, compressOptions),
  decompress: (bytes) => decompress(bytes, decompressOptions),
};

const columns = z.tuple([
  id,
  /** Place of its origin in the header. */
  z.number().int().min(0).max(499),
  z.number().int().min(1),
  z.number().int().min(1),
  z.string().min(1).max(200),
  z.string().min(1).max(100),
  z.number().int(),
  z.string().min(1).max(100),
  id,
  z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
]);

export interface BatchOptions extends Partial<Pick<BatchHeader, 'texts' | 'pins' | 'erased' | 'office' | 'now' | 'position'>> {
  /** Sends the hash of every event. */
  readonly withHashes?: boolean;
}

type HashedEvent = BatchEvent & { readonly hash: string };

/** @param events chains without gaps, each in its order. */
export async function encodeBatch(
  events: readonly HashedEvent[],
  options: BatchOptions = {},
  { compress: compressed }: Pick<Compression, 'compress'> = threadPool,
): Promise<Buffer> {
  return compressed(Buffer.from(batchText(events, options)));
}

/** The text that is compressed. */
export function batchText(events: readonly HashedEvent[], options: BatchOptions): string {
  const lastOf = new Map(events.map(({ origin, hash }) => [origin, hash]));
  const origins = [...lastOf].map(([origin, hash]) => ({ origin, hash }));
  const placeOf = new Map(origins.map(({ origin }, place) => [origin, place]));
  const { texts = [], pins = [], erased = [], office = null, now = null, position = null, withHashes = false } = options;
  const header: BatchHeader = { format: 1, count: events.length, origins, texts, pins, erased, office, now, position };
  const lines = events.flatMap(({ data, ...event }) => [
    JSON.stringify([
      event.id,
      placeOf.get(event.origin),
      event.originSeq,
      event.term,
      event.stream,
      event.type,
      event.at,
      event.actor,
      event.commandId,
      withHashes ? event.hash : null,
    ]),
    data,
  ]);
  return [JSON.stringify(header), ...lines].join('\n');
}

/** @throws BadBatchError */
export async function decodeBatch(
  bytes: Uint8Array,
  { decompress: decompressed }: Pick<Compression, 'decompress'> = threadPool,
): Promise<Batch> {
  let text;
  try {
    text = (await decompressed(bytes)).toString('utf8');
  } catch (cause) {
    throw new BadBatchError('the batch does not decompress', { cause });
  }
  try {
    return parseBatch(text);
  } catch (cause) {
    throw new BadBatchError(`the batch cannot be read: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`, { cause });
  }
}

function parseBatch(text: string): Batch {
  // Lines alone could fill the memory.
  const lines = text.split('\n', 2 + 2 * maxBatchEvents);
  const header = batchHeader.parse(JSON.parse(lines[0] ?? ''));
  if (lines.length !== 1 + 2 * header.count) throw new Error(`${lines.length} lines for ${header.count} events`);
  const events = Array.from({ length: header.count }, (_, n) => {
    const [eventId, place, originSeq, term, stream, type, at, actor, commandId, hash] = columns.parse(JSON.parse(lines[1 + 2 * n] ?? ''));
    const origin = header.origins[place]?.origin;
    if (origin === undefined) throw new Error(`no origin ${place}`);
    return { id: eventId, origin, originSeq, term, stream, type, at, actor, commandId, data: lines[2 + 2 * n] ?? '', hash };
  });
  return { header, events };
}
