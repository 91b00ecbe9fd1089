import type { Complaint } from './state.ts';

/** A complaint as the column `folded` holds it, at a station and on the central server. */
export const complaintToText = (complaint: Complaint): string => JSON.stringify({ ...complaint, textIds: [...complaint.textIds] });

export function complaintFromText(text: string): Complaint {
  const stored = JSON.parse(text) as Omit<Complaint, 'textIds'> & { readonly textIds: readonly string[] };
  return { ...stored, textIds: new Set(stored.textIds) };
}
