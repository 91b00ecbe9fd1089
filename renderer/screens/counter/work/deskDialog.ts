import type { PaperSubject } from '../../../ui/printing/paperSubject.ts';

/** Which dialog is open over the desk; never more than one. */
export type DeskDialog =
  | { readonly kind: 'transfer' | 'addService' | 'cancel' | 'closeDay' | 'shortcuts' | 'shortfall' | 'finishDraft' | 'newTicket' }
  | { readonly kind: 'preview'; readonly subject: PaperSubject };
