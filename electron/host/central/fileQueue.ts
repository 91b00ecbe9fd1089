/** Which files the server is owed, and sending them one after the other when nothing more urgent waits. */
import type { Logger } from 'pino';
import type { Attachments } from '../complaints/attachments.ts';
import { AttachmentDamagedError } from '../complaints/attachments.ts';
import type { Reader } from '../database/open.ts';
import { SyncError } from './client.ts';
import type { FileSender } from './files.ts';
import type { Memory } from './memory.ts';

/** Remembered at most; a file that was forgotten is asked about again, and the server has it. */
const mostRemembered = 5000;

interface OwedFile {
  readonly attachmentId: string;
  readonly subjectId: string;
  readonly mediaType: string;
}

export interface FileQueue {
  /** How many files are not known to be on the server. */
  waiting(): number;
  /** Sends what is owed; ends when nothing is left or the server is not reached. */
  send(sender: FileSender): Promise<void>;
}

interface Parts {
  readonly db: Reader;
  readonly attachments: Pick<Attachments, 'read'>;
  readonly memory: Memory;
  readonly log: Logger;
  readonly onChange: () => void;
}

export function createFileQueue({ db, attachments, memory, log, onChange }: Parts): FileQueue {
  // Like the words of a complaint: only once a unit is named that must see them. A picture may show who somebody is who must not
  // be known (decision 0014): the unit asks the office.
  const select = db.prepare<[], OwedFile>(
    `SELECT attachment_id AS attachmentId, complaint_id AS subjectId, media_type AS mediaType
     FROM complaint_attachment JOIN complaint USING (complaint_id) WHERE unit_id IS NOT NULL AND anonymous = 0 ORDER BY attachment_id`,
  );
  /** Not to be had here: erased, damaged, or not fetched from another station yet. Looked for again after a restart. */
  const absent = new Set<string>();
  const owed = () => {
    const sent = new Set(memory.now().filesSent);
    return select.all().filter(({ attachmentId }) => !sent.has(attachmentId) && !absent.has(attachmentId));
  };
  const read = (attachmentId: string) => {
    try {
      return attachments.read(attachmentId);
    } catch (error) {
      if (!(error instanceof AttachmentDamagedError)) throw error;
      return null;
    }
  };

  return {
    waiting: () => owed().length,
    async send(sender) {
      for (const { attachmentId, subjectId, mediaType } of owed()) {
        const file = read(attachmentId);
        if (file === null) {
          absent.add(attachmentId);
          continue;
        }
        try {
          await sender.send({ attachmentId, subjectId, mediaType, content: file.content });
        } catch (error) {
          if (!(error instanceof SyncError)) throw error;
          log.info({ failure: error.failure, attachmentId }, 'a file did not reach the central server');
          // A file that the server refuses keeps none behind it.
          if (error.failure !== 'refused') return;
          absent.add(attachmentId);
          continue;
        }
        memory.note({ filesSent: [...memory.now().filesSent, attachmentId].slice(-mostRemembered) });
        onChange();
      }
    },
  };
}
