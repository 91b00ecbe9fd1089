import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { AttachmentReference } from '../../../../../shared/domain/complaints/form.ts';
import { maxAttachmentBytes, maxAttachments } from '../../../../../shared/domain/complaints/types.ts';
import { useHost } from '../../../../api/HostProvider.tsx';
import { append, type Field } from '../../../settings/form/field.ts';
import { sendFile } from './sendFile.ts';

/** Why a file was not attached; words stand at `complaintField.attachments.<problem>`. */
export type UploadProblem = 'tooLarge' | 'wrongType' | 'empty' | 'unreadable' | 'failed' | 'full';

export interface Upload {
  readonly id: string;
  readonly name: string;
  /** 0 … 1 while it is sent. */
  readonly progress: number;
  readonly problem: UploadProblem | null;
}

export interface Uploads {
  readonly running: readonly Upload[];
  add(files: readonly File[]): void;
  /** A file that the host read itself, from the scanner's folder. */
  attached(reference: AttachmentReference): void;
  /** Breaks an upload off, or takes away what is said about one that failed. */
  dismiss(id: string): void;
  remove(reference: AttachmentReference): void;
}

/** Files on their way into a draft. One that is attached stands in the form; one that is not stands here with its reason. */
export function useUploads(draftId: string, field: Field<AttachmentReference[]>): Uploads {
  const { client } = useHost();
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const broken = useRef(new Set<string>());
  const change = (id: string, to: Partial<Upload>) => setRunning((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const forget = (id: string) => setRunning((all) => all.filter((one) => one.id !== id));
  const attached = (reference: AttachmentReference) => append(field, reference);

  const send = async (file: File, id: string) => {
    const sent = await sendFile(client, { draftId, attachmentId: id, file }, (progress) => {
      change(id, { progress });
      return !broken.current.has(id);
    });
    if (sent.kind === 'problem') return change(id, { problem: sent.problem });
    forget(id);
    if (sent.kind === 'attached') attached(sent.reference);
  };
  return {
    running,
    attached,
    add(files) {
      const free = maxAttachments - field.value.length - running.filter(({ problem }) => problem === null).length;
      const uploads = files.map((file, index) => ({ file, id: v7(), problem: problemBefore(file, index < free) }));
      setRunning((all) => [...all, ...uploads.map(({ file, id, problem }) => ({ id, name: nameOf(file), progress: 0, problem }))]);
      for (const { file, id, problem } of uploads) if (problem === null) void send(file, id);
    },
    dismiss(id) {
      broken.current.add(id);
      forget(id);
    },
    remove({ attachmentId }) {
      field.update((all) => all.filter((one) => one.attachmentId !== attachmentId));
      void client.command('attachment.remove', { attachmentId, draftId });
    },
  };
}

/** What can be said before anything is sent. */
function problemBefore(file: File, hasPlace: boolean): UploadProblem | null {
  if (!hasPlace) return 'full';
  if (file.size === 0) return 'empty';
  return file.size > maxAttachmentBytes ? 'tooLarge' : null;
}

const longestName = 200;
export const nameOf = (file: File): string => (file.name.trim() === '' ? 'lampiran' : file.name.trim().slice(-longestName));
