import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { maxAttachmentBytes } from '../../../shared/domain/complaints/types.ts';
import { detectType } from '../../../shared/domain/complaints/detectType.ts';

const mostListed = 200;
/** As much as it takes to recognise a type. */
const headBytes = 16;
/** A link is not followed, and opening a pipe or device does not wait; on Windows neither flag exists. */
const plainOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface ScannedFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly at: number;
}

/** As long as the name of an attachment may be. */
const longestName = 200;

/** A file's name as that of an attachment: a scanner may make longer ones, and ones with characters that no text may have. */
export const attachmentName = (fileName: string): string =>
  fileName
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, longestName)
    .trim();

/** The folder of the scanner: regular files of the allowed types that lie in it directly. Nothing in it is ever changed. */
export function createScannerFolder(folder: string) {
  const described = (fileName: string): readonly ScannedFile[] =>
    withFile(folder, fileName, (handle, bytes, at) => (detectType(part(handle, headBytes)) === null ? [] : [{ fileName, bytes, at }])) ??
    [];

  return {
    /** Newest first; `null`: there is no such folder. */
    list(): readonly ScannedFile[] | null {
      const names = namesIn(folder);
      if (names === null) return null;
      return names
        .flatMap(described)
        .toSorted((a, b) => b.at - a.at)
        .slice(0, mostListed);
    },
    /** The file's content, or its beginning when it is larger than an attachment may be; `null`: there is none. */
    read: (fileName: string): Buffer | null =>
      withFile(folder, fileName, (handle, bytes) => part(handle, Math.min(bytes, maxAttachmentBytes + 1))),
  };
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet, or the scanner's share is away: the screen says so.
    return null;
  }
}

/** Opens first and looks then, so that what was looked at is what is read. `null`: no plain file of this folder. */
function withFile<T>(folder: string, fileName: string, use: (handle: number, bytes: number, at: number) => T): T | null {
  if (basename(fileName) !== fileName || fileName.startsWith('.') || fileName.includes('\\') || fileName.includes('\0')) return null;
  let handle: number | null = null;
  try {
    handle = openSync(join(folder, fileName), plainOnly);
    const stats = fstatSync(handle);
    return stats.isFile() ? use(handle, stats.size, Math.round(stats.mtimeMs)) : null;
  } catch {
    // A link, a directory, or gone in the meantime.
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function part(handle: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  for (
    let read = readSync(handle, buffer, 0, length, 0);
    read > 0 && filled < length;
    read = readSync(handle, buffer, filled, length - filled, filled)
  )
    filled += read;
  return buffer.subarray(0, filled);
}
