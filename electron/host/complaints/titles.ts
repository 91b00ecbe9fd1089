import type { OfficeState } from '../../../shared/domain/office/state.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';

/** Names of units and categories, also of those no longer used. */
export const unitTitle = (office: OfficeState, unitId: string | null): Bilingual | null => titleIn(rulesOf(office).units, unitId);
export const categoryTitle = (office: OfficeState, categoryId: string | null): Bilingual | null =>
  titleIn(rulesOf(office).categories, categoryId);

const titleIn = (entries: readonly { readonly id: string; readonly title: Bilingual }[], id: string | null): Bilingual | null =>
  entries.find((entry) => entry.id === id)?.title ?? null;
