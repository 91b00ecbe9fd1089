import type { Logger } from 'pino';
import type { SealedFiles } from '../../complaints/sealedFiles.ts';
import type { Ports } from '../../ports.ts';
import type { Peer } from '../peers.ts';
import { readAt } from './arriving.ts';
import { partBytes, type WantFile } from './protocol.ts';

/** An honest station has one question open; more than these are not kept. */
const mostOpen = 4;
/** Events that are on their way to the other go first, for so long at most. */
const yieldMs = 50;
const mostYields = 20;

interface Parts {
  readonly sealedFiles: SealedFiles;
  readonly ports: Pick<Ports, 'timers'>;
  readonly log: Logger;
}

export interface Serving {
  hear(peer: Peer, message: WantFile): void;
  /** Nothing is read any more. */
  close(): void;
}

/** Gives other stations the parts that they ask for: only of files that the vault names and can open. */
export function createServing({ sealedFiles, ports, log }: Parts): Serving {
  const open = new WeakMap<Peer, number>();
  let isClosed = false;

  /** `null`: it is not here, or not what it should be. */
  const partOf = ({ attachmentId, offset }: WantFile, stationId: string) => {
    const sealed = sealedFiles.of(attachmentId);
    if (sealed === null || offset >= sealed.bytes) {
      log.warn({ station: stationId, attachmentId, offset }, 'a file was asked for that this station may not give; refused');
      return null;
    }
    if (!sealedFiles.isHere(sealed)) return null;
    const data = Buffer.alloc(Math.min(partBytes, sealed.bytes - offset));
    try {
      return readAt(sealedFiles.pathOf(sealed), data, offset) === data.length ? { bytes: sealed.bytes, data } : null;
    } catch (error) {
      // Removed at this moment, or a bad place on the disk; another station may have it.
      log.error({ err: error, attachmentId }, 'a file of an attachment could not be read');
      return null;
    }
  };
  const answer = (peer: Peer, message: WantFile) => {
    const { n, offset } = message;
    const part = partOf(message, peer.stationId);
    if (part === null) peer.say({ t: 'noFile', n });
    else peer.say({ t: 'filePart', n, offset, bytes: part.bytes, data: part.data.toString('base64') });
  };
  const answerInTurn = (peer: Peer, message: WantFile, yields: number) => {
    if (isClosed) return;
    if (!peer.copy.isLevel() && yields < mostYields) {
      ports.timers.after(yieldMs, () => answerInTurn(peer, message, yields + 1));
      return;
    }
    open.set(peer, (open.get(peer) ?? 1) - 1);
    answer(peer, message);
  };
  return {
    hear(peer, message) {
      const waiting = open.get(peer) ?? 0;
      if (waiting >= mostOpen) {
        log.warn({ station: peer.stationId }, 'too many files are asked for at once; refused');
        return;
      }
      open.set(peer, waiting + 1);
      answerInTurn(peer, message, 0);
    },
    close() {
      isClosed = true;
    },
  };
}
