import type { OfficeZone } from '../values.ts';

/** An office that is not set up yet has no zone of its own; western Indonesia stands in. */
export const zoneOf = (office: { readonly profile: { readonly zone: OfficeZone } | null }): OfficeZone =>
  office.profile?.zone ?? 'Asia/Jakarta';
