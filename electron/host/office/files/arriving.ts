import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealedFile } from '../../complaints/sealedFiles.ts';
import { renameDurably, syncFile } from '../../database/durableFile.ts';
import type { Ports } from '../../ports.ts';
import { partName } from '../../vault/attachmentFiles.ts';

/** Flushed this often: one flush of ten megabytes would keep everything else waiting on an old disk. */
const flushEveryBytes = 1024 * 1024;

/**
 * A file on its way to this disk, in a file of its own beside the whole ones, so that a restart goes on where it was. What a power cut
 * left in it may be wrong: only its hash makes it a file. @throws I/O errors, all of its functions
 */
export interface Arriving {
  received(): number;
  append(data: Uint8Array): void;
  /** Whether it is what its name says; read in slices, so that others get their turn. */
  isRight(): Promise<boolean>;
  /** Gives it its name; on disk when it returns. */
  settle(): void;
  drop(): void;
}

const partOf = (directory: string, { file }: SealedFile) => join(directory, partName(file));

/** How many bytes of a file are here. */
export const receivedOf = (directory: string, sealed: SealedFile): number =>
  statSync(partOf(directory, sealed), { throwIfNoEntry: false })?.size ?? 0;

export function openArriving(directory: string, sealed: SealedFile, timers: Pick<Ports['timers'], 'yield'>): Arriving {
  const { file, bytes } = sealed;
  const part = partOf(directory, sealed);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let received = receivedOf(directory, sealed);
  const drop = () => {
    rmSync(part, { force: true });
    received = 0;
  };
  // Nothing that was written here is longer.
  if (received > bytes) drop();
  return {
    received: () => received,
    drop,
    append(data) {
      writeFileSync(part, data, { flag: 'a', mode: 0o600 });
      const before = received;
      received += data.length;
      if (Math.floor(before / flushEveryBytes) !== Math.floor(received / flushEveryBytes)) syncFile(part);
    },
    async isRight() {
      const hash = createHash('sha256');
      const slice = Buffer.alloc(flushEveryBytes);
      for (let at = 0; at < bytes;) {
        const read = readAt(part, slice, at);
        if (read === 0) return false;
        hash.update(slice.subarray(0, read));
        at += read;
        // oxlint-disable-next-line no-await-in-loop -- slice by slice is the point
        await timers.yield();
      }
      return hash.digest('hex') === file;
    },
    settle() {
      syncFile(part);
      renameDurably(part, join(directory, file));
    },
  };
}

/** Opened anew each time: nothing stays open of a file that may be removed meanwhile. @returns how many bytes were read. */
export function readAt(path: string, into: Uint8Array, at: number): number {
  const handle = openSync(path, 'r');
  try {
    return readSync(handle, into, 0, into.length, at);
  } finally {
    closeSync(handle);
  }
}
