import { createContext, useContext } from 'react';

/** What was typed about an applicant and is not registered yet. Lives in this window's memory only. */
export interface ApplicantDraft {
  readonly name: string;
  readonly nik: string;
  readonly phone: string;
}
export const emptyDraft: ApplicantDraft = { name: '', nik: '', phone: '' };

/** Drafts by ticket, so that holding a visitor and serving another loses nothing. */
export interface Drafts {
  of(ticketId: string): ApplicantDraft;
  keep(ticketId: string, draft: ApplicantDraft): void;
  forget(ticketId: string): void;
  has(ticketId: string): boolean;
}

export function createDrafts(): Drafts {
  const byTicket = new Map<string, ApplicantDraft>();
  return {
    of: (ticketId) => byTicket.get(ticketId) ?? emptyDraft,
    keep(ticketId, draft) {
      if (Object.values(draft).every((text: string) => text.trim() === '')) byTicket.delete(ticketId);
      else byTicket.set(ticketId, draft);
    },
    forget: (ticketId) => void byTicket.delete(ticketId),
    has: (ticketId) => byTicket.has(ticketId),
  };
}

const DraftsContext = createContext<Drafts>(createDrafts());
export const DraftsProvider = DraftsContext.Provider;
export const useDrafts = (): Drafts => useContext(DraftsContext);
