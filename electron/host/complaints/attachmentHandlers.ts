import { basename } from 'node:path';
import { maxAttachmentBytes, maxAttachments } from '../../../shared/domain/complaints/types.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { Output, RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import { chunkBytes } from '../../../shared/rpc/methods/attachments.ts';
import type { Progress } from '../office/files/files.ts';
import { stationLabel } from '../queries/stationLabels.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { AttachmentDamagedError, tooLarge, tooMany } from './attachments.ts';
import { complaintById } from './complaintRows.ts';
import { attachmentName, createScannerFolder } from './scannerFolder.ts';
import { maySeeIdentity, personAt } from './visibility.ts';

interface Upload {
  readonly attachmentId: string;
  readonly draftId: string;
  readonly staffId: string;
  readonly name: string;
  readonly bytes: number;
  readonly chunks: Buffer[];
  received: number;
}

/** Uploads under way at once; the oldest is forgotten when there are more, so that nobody fills the memory. */
const mostUploads = 20;

/** Uploading, reading and removing attachments. What is under way is in memory only: an interrupted upload begins again. */
export function createAttachmentHandlers(services: Services): Handlers {
  const { db, access, attachments, drafts, log, office } = services;
  const uploads = new Map<string, Upload>();
  const staffAt = ({ connection }: Call): string => personAt(access, connection).staffId ?? '';
  const scanner = createScannerFolder(services.scannerFolder);

  const isSomebodyElses = (draftId: string, call: Call): boolean => {
    const owner = drafts.ownerOf(draftId);
    return owner !== null && owner !== staffAt(call);
  };
  const mayRead = (attachmentId: string, call: Call): boolean => {
    const ownerId = attachments.ownerOf(attachmentId);
    if (ownerId === null) return false;
    const complaint = complaintById(db, ownerId);
    // A picture may show who she is: whoever may not know that does not see it.
    return complaint === null ? drafts.ownerOf(ownerId) === staffAt(call) : maySeeIdentity(complaint, personAt(access, call.connection));
  };
  /** Not somebody else's draft, nor one that has become a complaint, nor an attachment of something else. */
  const isWritable = (attachmentId: string, draftId: string, call: Call): boolean => {
    const ownerId = attachments.ownerOf(attachmentId);
    return !isSomebodyElses(draftId, call) && complaintById(db, draftId) === null && (ownerId === null || ownerId === draftId);
  };

  const onItsWay = ({ stationId, ...progress }: Progress) =>
    refuse({ type: 'attachmentOnItsWay' as const, station: stationLabel(services, stationId), ...progress });
  const readPart = (attachmentId: string, offset: number): Result<Output<'attachment.read'>, RefusalOfMethod<'attachment.read'>> => {
    try {
      const stored = attachments.read(attachmentId);
      if (stored === null) return refuse({ type: 'attachmentUnknown' });
      return ok({ ...stored.reference, data: stored.content.subarray(offset, offset + chunkBytes).toString('base64') });
    } catch (error) {
      if (!(error instanceof AttachmentDamagedError)) throw error;
      log.error({ err: error, attachmentId }, 'an attachment is damaged');
      return refuse({ type: 'attachmentDamaged' });
    }
  };

  return {
    'attachment.begin': ({ attachmentId, draftId, name, bytes }, call) => {
      if (!isWritable(attachmentId, draftId, call)) return refuse({ type: 'draftNotYours' });
      if (bytes > maxAttachmentBytes) return refuse(tooLarge);
      if (attachments.countOf(draftId) >= maxAttachments) return refuse(tooMany);
      if (uploads.size >= mostUploads) uploads.delete([...uploads.keys()][0] ?? '');
      uploads.set(attachmentId, { attachmentId, draftId, staffId: staffAt(call), name: basename(name), bytes, chunks: [], received: 0 });
      return ok({ chunkBytes });
    },
    'attachment.chunk': ({ attachmentId, offset, data }, call) => {
      const upload = uploads.get(attachmentId);
      if (upload === undefined || upload.staffId !== staffAt(call)) return refuse({ type: 'uploadUnknown' });
      const chunk = Buffer.from(data, 'base64');
      // A repeated chunk is answered like the first.
      if (offset + chunk.length === upload.received) return ok({ received: upload.received });
      if (offset !== upload.received) return refuse({ type: 'uploadUnknown' });
      if (offset + chunk.length > upload.bytes) return refuse(tooLarge);
      upload.chunks.push(chunk);
      upload.received += chunk.length;
      return ok({ received: upload.received });
    },
    'attachment.finish': ({ attachmentId }, call) => {
      const upload = uploads.get(attachmentId);
      if (upload === undefined) {
        // Sent again after the answer was lost.
        const stored = mayRead(attachmentId, call) ? attachments.read(attachmentId) : null;
        return stored === null ? refuse({ type: 'uploadUnknown' }) : ok(stored.reference);
      }
      if (upload.staffId !== staffAt(call) || upload.received !== upload.bytes) return refuse({ type: 'uploadUnknown' });
      // Meanwhile the draft may have ended, or others may have been attached.
      if (!isWritable(attachmentId, upload.draftId, call)) return refuse({ type: 'uploadUnknown' });
      if (attachments.countOf(upload.draftId) >= maxAttachments) return refuse(tooMany);
      const stored = attachments.store({ ...upload, ownerId: upload.draftId, bytes: Buffer.concat(upload.chunks) });
      uploads.delete(attachmentId);
      return stored;
    },
    'attachment.remove': ({ attachmentId, draftId }, call) => {
      if (!isWritable(attachmentId, draftId, call)) return refuse({ type: 'draftNotYours' });
      if (uploads.get(attachmentId)?.staffId === staffAt(call)) uploads.delete(attachmentId);
      attachments.remove(attachmentId);
      return ok({});
    },
    'attachment.read': async ({ attachmentId, offset }, call) => {
      if (!mayRead(attachmentId, call)) return refuse({ type: 'attachmentUnknown' });
      const progress = await office.files.fetch(attachmentId);
      if (progress !== null) return onItsWay(progress);
      const first = readPart(attachmentId, offset);
      if (first.ok || first.error.type !== 'attachmentDamaged') return first;
      // Another station may have it whole.
      const anew = await office.files.fetchAnew(attachmentId);
      if (anew === null) return readPart(attachmentId, offset);
      return anew.isComing ? onItsWay(anew) : first;
    },
    'attachment.scanned': () => {
      const files = scanner.list();
      return files === null ? refuse({ type: 'scannerFolderMissing' }) : ok([...files]);
    },
    'attachment.takeScanned': ({ attachmentId, draftId, fileName }, call) => {
      if (!isWritable(attachmentId, draftId, call)) return refuse({ type: 'draftNotYours' });
      const taken = attachments.ownerOf(attachmentId) === null ? null : attachments.read(attachmentId);
      // Sent again after the answer was lost.
      if (taken !== null) return ok(taken.reference);
      if (scanner.list() === null) return refuse({ type: 'scannerFolderMissing' });
      if (attachments.countOf(draftId) >= maxAttachments) return refuse(tooMany);
      const bytes = scanner.read(fileName);
      if (bytes === null) return refuse({ type: 'attachmentUnknown' });
      if (bytes.length > maxAttachmentBytes) return refuse(tooLarge);
      return attachments.store({ attachmentId, ownerId: draftId, staffId: staffAt(call), name: attachmentName(fileName), bytes });
    },
  };
}
