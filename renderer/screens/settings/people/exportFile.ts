import type { Output } from '../../../../shared/rpc/contract.ts';

export interface DownloadFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * An export as a file that a person can read and a program can too (UU 27/2022 art. 13). The file's name holds the
 * export's id and nothing of the person.
 */
export function exportFile(exportId: string, { person, documents, complaints, notes }: Output<'people.exported'>): DownloadFile {
  const content = {
    exportId,
    person,
    documents: documents.map((entry) => ({ ...entry, receivedAt: new Date(entry.receivedAt).toISOString() })),
    complaints: complaints.map((entry) => ({ ...entry, receivedAt: new Date(entry.receivedAt).toISOString() })),
    notes,
  };
  return { name: `data-pribadi-${exportId}.json`, type: 'application/json', text: `${JSON.stringify(content, null, 2)}\n` };
}

/** Lets the browser save a file made in this window; nothing goes over the network. */
export function offerDownload({ name, type, text }: DownloadFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser holds its own reference once the download has begun.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
