import type { PaperKind } from '../../../shared/rpc/methods/printing.ts';

/** A paper that can be printed: of what kind, of which record, and how people call it (`A-012`, `B-2026-000123`). */
export interface PaperSubject {
  readonly kind: PaperKind;
  readonly subjectId: string;
  readonly label: string;
  /** Another printer than the settings name for this paper. */
  readonly printerId?: string | null;
}
