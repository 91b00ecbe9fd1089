import { useEffect, useRef, useState } from 'react';
import type { RefusalOfMethod } from '../../../../shared/rpc/contract.ts';
import { useHost } from '../../../api/HostProvider.tsx';

/** Its file is not at this station yet. */
export type OnItsWay = Extract<RefusalOfMethod<'attachment.read'>, { type: 'attachmentOnItsWay' }>;

interface Reading {
  /** Reads it part by part; `null`: it cannot be had now, or another one was asked for. It is kept by nobody: the file is the caller's. */
  load(attachmentId: string): Promise<Blob | null>;
  readonly pending: string | null;
  /** Why the one asked for last is not here yet. */
  readonly onItsWay: OnItsWay | null;
}

/** Reads attachments. One that another station has is waited for as long as it is coming and this screen is open. */
export function useAttachment(): Reading {
  const { client } = useHost();
  const [pending, setPending] = useState<string | null>(null);
  const [onItsWay, setOnItsWay] = useState<OnItsWay | null>(null);
  const last = useRef(0);
  useEffect(() => () => void (last.current += 1), []);

  const read = async (attachmentId: string, isWanted: () => boolean): Promise<Blob | null> => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let offset = 0; isWanted();) {
      const reply = await client.query('attachment.read', { attachmentId, offset });
      if (!isWanted()) return null;
      if (reply.kind === 'refused' && reply.refusal.type === 'attachmentOnItsWay') {
        setOnItsWay(reply.refusal);
        if (!reply.refusal.isComing) return null;
      } else if (reply.kind === 'done') {
        setOnItsWay(null);
        const part = Uint8Array.from(atob(reply.output.data), (character) => character.codePointAt(0) ?? 0);
        parts.push(part);
        offset += part.length;
        if (part.length === 0 || offset >= reply.output.bytes) return new Blob(parts, { type: reply.output.mediaType });
      } else {
        setOnItsWay(null);
        return null;
      }
    }
    return null;
  };
  const load = async (attachmentId: string): Promise<Blob | null> => {
    const turn = (last.current += 1);
    const isWanted = () => last.current === turn;
    setPending(attachmentId);
    setOnItsWay(null);
    try {
      return await read(attachmentId, isWanted);
    } finally {
      if (isWanted()) setPending(null);
    }
  };
  return { load, pending, onItsWay };
}
