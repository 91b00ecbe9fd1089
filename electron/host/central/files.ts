/**
 * Sends the files of attachments to the central server, resumably (tus 1.0) and one at a time, whenever nothing more urgent is
 * to be sent. Nothing of an upload is remembered here: its address is that of the attachment, and the sealed bytes are the same
 * whoever of the office seals them, so any station goes on where another one stopped.
 */
import { hash } from 'node:crypto';
import { DetailedError, Upload } from 'tus-js-client';
import { type FileMetadata, syncPath } from '../../../shared/sync/protocol.ts';
import { sealFile } from '../../../sync/fileSeal.ts';
import type { Clock } from '../ports.ts';
import { type OfficeIdentity, SyncError } from './client.ts';
import type { CentralNetwork } from './network.ts';
import { createSignedUploads, refusalIn, type UploadsOptions } from './signedUploads.ts';

export interface FileToSend {
  readonly attachmentId: string;
  /** The complaint. */
  readonly subjectId: string;
  readonly mediaType: string;
  /** As it was attached, not sealed. */
  readonly content: Uint8Array;
}

/** `there`: the server has all of it, now or already before. `erased`: the server was told that it is no more. */
export type FileOutcome = 'there' | 'erased';

export interface FileSender {
  /**
   * Sends one file after the one that is being sent. What a cut connection left over is sent with the next call for the same
   * attachment. @param signal gives it up, for example because it was erased meanwhile. @throws SyncError
   */
  send(file: FileToSend, signal?: AbortSignal): Promise<FileOutcome>;
  /** Gives up what is being sent and waits until it has ended. */
  close(): Promise<void>;
}

export interface FileSenderOptions {
  readonly network: CentralNetwork;
  readonly clock: Clock;
  /** Of the server, without a slash at its end. */
  readonly url: string;
  readonly identity: OfficeIdentity;
  /** For whom files are sealed; X25519, raw. */
  readonly agencyKey: () => { readonly keyId: string; readonly publicKey: Uint8Array };
  /** Resolves when nothing more urgent waits to be sent; asked before every part. */
  readonly whenIdle: () => Promise<void>;
}

/** A part on its way is lost with its connection: at 4 KB a second this one takes a minute. */
const partBytes = 256 * 1024;
/** What was there did not fit, or another station sends the same file: then every part of its is a reason to look again. */
const mostTries = (bytes: number) => 3 + Math.ceil(bytes / partBytes);

export function createFileSender(options: FileSenderOptions): FileSender {
  const closing = new AbortController();
  const drift = { ms: 0 };
  let last: Promise<unknown> = Promise.resolve();

  const send = async (file: FileToSend, signal: AbortSignal): Promise<FileOutcome> => {
    const { keyId, publicKey } = options.agencyKey();
    const bytes = sealFile(options.identity.signingKey, { attachmentId: file.attachmentId, content: file.content, keyId, publicKey });
    const { attachmentId, subjectId, mediaType } = file;
    const metadata: FileMetadata = { attachmentId, subjectId, mediaType, keyId, sha256: hash('sha256', bytes) };
    for (let tries = 1; ; tries += 1) {
      signal.throwIfAborted();
      const outcome = await uploadOnce({ ...options, drift, signal }, bytes, metadata);
      if (outcome !== 'again') return outcome;
      if (tries > mostTries(bytes.length)) throw new SyncError('refused', `the file was not taken in ${tries} tries`);
    }
  };

  return {
    send(file, signal) {
      const ends = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
      const sent = last.then(() => send(file, ends));
      last = sent.catch(() => {});
      return sent;
    },
    async close() {
      closing.abort(new SyncError('unreachable', 'the program ends'));
      await last;
    },
  };
}

function uploadOnce(
  { url, signal, ...options }: UploadsOptions & Pick<FileSenderOptions, 'url'>,
  bytes: Buffer,
  metadata: FileMetadata,
): Promise<FileOutcome | 'again'> {
  const endpoint = `${url}${syncPath}/files`;
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      void upload.abort();
      reject(signal.reason instanceof Error ? signal.reason : new SyncError('unreachable', 'given up'));
    };
    const settle =
      <T>(how: (value: T) => void) =>
      (value: T) => {
        signal.removeEventListener('abort', giveUp);
        how(value);
      };
    const failed = settle((error: Error) => {
      const outcome = outcomeOf(error);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    });
    const upload = new Upload(bytes, {
      endpoint,
      // Where it stands there already, if it does.
      uploadUrl: `${endpoint}/${metadata.attachmentId}`,
      metadata,
      chunkSize: partBytes,
      // Tries again are the caller's: it knows the network.
      retryDelays: null,
      storeFingerprintForResuming: false,
      httpStack: createSignedUploads({ ...options, signal }),
      onSuccess: settle(() => resolve('there')),
      onError: failed,
    });
    signal.addEventListener('abort', giveUp);
    upload.start();
  });
}

/** What an error of the upload means. */
function outcomeOf(error: Error): FileOutcome | 'again' | Error {
  if (!(error instanceof DetailedError)) return error;
  if (error.causingError !== null && error.causingError !== undefined) return error.causingError;
  const status = error.originalResponse?.getStatus() ?? 0;
  // It stands elsewhere than was thought; or it was thrown away because what was there before did not fit.
  if (status === 409 || status === 423 || status === 460 || status === 404) return 'again';
  if (status === 410) return 'erased';
  const refusal = refusalIn({ status, body: Buffer.from(error.originalResponse?.getBody() ?? '') })?.refusal ?? null;
  if (status === 503 || status === 429) return new SyncError('serverBusy', `HTTP ${status}`, refusal);
  return new SyncError(status >= 500 ? 'serverFailed' : 'refused', `HTTP ${status} for a file`, refusal);
}
