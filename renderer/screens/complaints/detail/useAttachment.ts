import { useState } from 'react';
import { useHost } from '../../../api/HostProvider.tsx';

/** Reads an attachment part by part. It is kept by nobody: the file is the caller's. */
export function useAttachment(): { load(attachmentId: string): Promise<Blob | null>; readonly pending: string | null } {
  const { client } = useHost();
  const [pending, setPending] = useState<string | null>(null);
  const load = async (attachmentId: string): Promise<Blob | null> => {
    setPending(attachmentId);
    try {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let offset = 0; ;) {
        const reply = await client.query('attachment.read', { attachmentId, offset });
        if (reply.kind !== 'done') return null;
        const part = Uint8Array.from(atob(reply.output.data), (character) => character.codePointAt(0) ?? 0);
        parts.push(part);
        offset += part.length;
        if (part.length === 0 || offset >= reply.output.bytes) return new Blob(parts, { type: reply.output.mediaType });
      }
    } finally {
      setPending(null);
    }
  };
  return { load, pending };
}
