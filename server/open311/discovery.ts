import { open311Path } from './path.ts';

/** When this interface itself last changed. */
const ownChange = '2026-11-28 00:00';

/**
 * Where the interface is and what it speaks (Service Discovery of Open311).
 * @param toldAt when the offices last changed how they are set up: then the service list may be another.
 */
export function discoveryOf(publicUrl: string, toldAt: readonly (Date | null)[]) {
  const last = Math.max(0, ...toldAt.map((at) => at?.getTime() ?? 0));
  const changed = last === 0 ? '' : new Date(last).toISOString().slice(0, 16).replace('T', ' ');
  const changeset = changed > ownChange ? changed : ownChange;
  return {
    changeset,
    contact: `Alamat kantor dan instansi ada di ${publicUrl}/`,
    key_service: 'Tidak perlu kunci: yang terbuka untuk umum dapat dibaca siapa saja, dan tidak ada yang dapat dikirim.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}${open311Path}`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
