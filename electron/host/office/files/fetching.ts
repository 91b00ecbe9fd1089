/**
 * Gets the files that are missing here, one at a time, part by part (protocol.ts). What a person waits for comes first. Parts of one
 * file may come from several stations, also after a restart; when the whole is not what its name says, it is fetched anew.
 */
import type { Logger } from 'pino';
import type { SealedFile } from '../../complaints/sealedFiles.ts';
import type { Cancel, Ports } from '../../ports.ts';
import type { Peer, Peers } from '../peers.ts';
import { type Arriving, openArriving, receivedOf } from './arriving.ts';
import { createChecking } from './checking.ts';
import { createDisk, type DiskProblem } from './disk.ts';
import { createGivers } from './givers.ts';
import type { Missing } from './missing.ts';
import { answerMs, type FilePart, type NoFile, partBytes, pauseMs } from './protocol.ts';

export interface Progress {
  /** The station that gives it now, else the one that took it in. */
  readonly stationId: string;
  /** Whether anybody who is connected can give it now. */
  readonly isComing: boolean;
  readonly received: number;
  readonly bytes: number;
  /** Why the disk takes nothing; `null`: it does. */
  readonly diskProblem: DiskProblem | null;
}

export interface Fetching {
  /** Something changed: what is missing, who is connected, what time it is. */
  look(): void;
  /** It is connected anew. */
  isBack(stationId: string): void;
  /** Another station says that it has a file now. */
  isThere(stationId: string, attachmentId: string): void;
  hear(peer: Peer, message: FilePart | NoFile): void;
  /** A person waits for it: it comes before all others. */
  first(attachmentId: string): void;
  progressOf(sealed: SealedFile): Progress;
  /** From whom a file comes now; `null`: none does. */
  from(): string | null;
  /** Why the disk takes nothing; `null`: it does. */
  diskProblem(): DiskProblem | null;
  /** Files are asked for no more. */
  close(): void;
}

interface Parts {
  readonly peers: Peers;
  readonly missing: Missing;
  readonly directory: string;
  readonly leadId: () => string | null;
  readonly ports: Pick<Ports, 'clock' | 'timers'>;
  readonly log: Logger;
  /** A file came, or it is known that one will not come for now. */
  readonly onChange: () => void;
}

interface Current {
  readonly sealed: SealedFile;
  readonly arriving: Arriving;
  readonly peer: Peer;
  readonly n: number;
  readonly cancel: Cancel;
}

export function createFetching({ peers, missing, directory, leadId, ports, log, onChange }: Parts): Fetching {
  const { clock, timers } = ports;
  const givers = createGivers();
  const wanted = new Set<string>();
  let current: Current | null = null;
  let isClosed = false;
  let pausing: Cancel | null = null;
  let last = 0;
  let lastFrom: string | null = null;
  const disk = createDisk(clock, log, onChange);

  const giverOf = ({ attachmentId, stationId }: SealedFile) => {
    const connected = peers.all().map((peer) => peer.stationId);
    return givers.choose(attachmentId, { now: clock.monotonic(), connected, preferred: [stationId, leadId()] });
  };
  const inOrder = function* () {
    for (const id of wanted) {
      const sealed = missing.get(id);
      if (sealed === undefined) wanted.delete(id);
      else yield sealed;
    }
    yield* missing.all();
  };
  const stop = () => {
    current?.cancel();
    current = null;
  };
  const pauseThen = (run: () => void) => {
    pausing?.();
    pausing = timers.after(wanted.size > 0 ? 0 : pauseMs, () => {
      pausing = null;
      run();
    });
  };

  const checking = createChecking({
    missing,
    givers,
    disk,
    clock,
    log,
    onSettled(attachmentId) {
      wanted.delete(attachmentId);
      missing.done(attachmentId);
      givers.forget(attachmentId);
      for (const peer of peers.all()) peer.say({ t: 'gotFile', attachmentId });
    },
    onEnd() {
      onChange();
      pauseThen(next);
    },
  });

  const next = () => {
    if (isClosed || checking.isUnderWay() || current !== null || pausing !== null || !disk.isReady()) return;
    for (const sealed of inOrder()) {
      const stationId = giverOf(sealed);
      const peer = peers.of(stationId);
      if (peer !== undefined) return ask(sealed, peer);
    }
  };
  const ask = (sealed: SealedFile, peer: Peer) => {
    let arriving: Arriving | null = null;
    try {
      arriving = openArriving(directory, sealed, timers);
      if (arriving.received() > 0) checking.isOld(sealed.attachmentId);
      if (arriving.received() === sealed.bytes) return checking.begin(sealed, arriving);
      const n = (last += 1);
      const cancel = timers.after(answerMs, () => giveUp('it does not answer', false));
      current = { sealed, arriving, peer, n, cancel };
      lastFrom = peer.stationId;
      peer.say({ t: 'wantFile', n, attachmentId: sealed.attachmentId, offset: arriving.received() });
    } catch (error) {
      onDiskFailure(error, sealed, arriving);
    }
  };
  const onDiskFailure = (error: unknown, { attachmentId }: SealedFile, arriving: Arriving | null) => {
    stop();
    checking.forget(attachmentId);
    disk.failed(error, attachmentId, arriving);
  };
  /** @param isWrong what it gives is not what it should be, and nobody will ask it again soon */
  const giveUp = (why: string, isWrong: boolean) => {
    if (current === null) return;
    const { sealed, peer } = current;
    log[isWrong ? 'warn' : 'debug']({ station: peer.stationId, attachmentId: sealed.attachmentId }, `a file is not had from there: ${why}`);
    if (isWrong) givers.distrust(peer.stationId, sealed.attachmentId, clock.monotonic());
    else givers.hasNot(peer.stationId, sealed.attachmentId, clock.monotonic());
    stop();
    onChange();
    next();
  };

  const onPart = ({ sealed, arriving, peer }: Current, { offset, bytes, data }: FilePart) => {
    const part = Buffer.from(data, 'base64');
    const rest = sealed.bytes - offset;
    const isWhatWasAsked = bytes === sealed.bytes && offset === arriving.received() && part.length === Math.min(partBytes, rest);
    if (!isWhatWasAsked) return giveUp('it gives something of another length; refused', true);
    stop();
    // Erased while the part was on its way.
    if (!missing.stillHas(sealed.attachmentId)) return next();
    try {
      arriving.append(part);
    } catch (error) {
      return onDiskFailure(error, sealed, arriving);
    }
    disk.works();
    checking.gave(peer.stationId, sealed.attachmentId);
    // Of what a person waits for, or of the next one: whatever comes first now.
    if (arriving.received() === sealed.bytes) checking.begin(sealed, arriving);
    else pauseThen(next);
  };

  return {
    look() {
      if (current !== null && (peers.of(current.peer.stationId) !== current.peer || !missing.has(current.sealed.attachmentId))) stop();
      next();
    },
    isBack(stationId) {
      givers.isBack(stationId);
      next();
    },
    isThere(stationId, attachmentId) {
      givers.has(stationId, attachmentId);
      if (missing.has(attachmentId)) next();
    },
    hear(peer, message) {
      if (current === null || message.n !== current.n || peer !== current.peer) {
        if (message.n > last) log.warn({ station: peer.stationId }, 'a part of a file that was not asked for; refused');
        return;
      }
      if (message.t === 'noFile') return giveUp('it has it not', false);
      onPart(current, message);
    },
    first(attachmentId) {
      if (!missing.has(attachmentId)) return;
      wanted.add(attachmentId);
      givers.askAgain(attachmentId);
      // What was put aside is tried at once: somebody waits.
      if (pausing !== null) pauseThen(next);
      next();
    },
    progressOf(sealed) {
      const giver = current?.sealed.attachmentId === sealed.attachmentId ? current.peer.stationId : giverOf(sealed);
      return {
        stationId: giver ?? sealed.stationId,
        isComing: giver !== null && disk.problem() === null,
        received: receivedOf(directory, sealed),
        bytes: sealed.bytes,
        diskProblem: disk.problem(),
      };
    },
    from: () => (current !== null || pausing !== null || checking.isUnderWay() ? lastFrom : null),
    diskProblem: () => disk.problem(),
    close() {
      isClosed = true;
      checking.close();
      stop();
      pausing?.();
    },
  };
}
