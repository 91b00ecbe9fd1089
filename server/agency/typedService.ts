import { v7 } from 'uuid';
import type { Service } from '../../shared/domain/office/types.ts';
import { column, many, one } from './pages/forms.ts';

/** Numbers as they were typed: what is none stays visible as `NaN` and is refused by the shape. */
const number = (body: unknown, name: string): number => Number(one(body, name) === '' ? Number.NaN : one(body, name));

/** A service as the form sends it, right or not: `service` of the domain says which. */
export function typedService(serviceId: string, body: unknown): Service {
  const both = (name: string) => ({ id: one(body, `${name}-id`), en: one(body, `${name}-en`) });
  // The n-th value of each name is of the n-th row.
  const rows = (name: string) => column(body, name);
  const titles = { id: rows('berkas-id'), en: rows('berkas-en') };
  const where = { id: rows('tempat-id'), en: rows('tempat-en') };
  const ids = rows('berkas');
  const requirements = titles.id.flatMap((title, index) => {
    const other = titles.en[index] ?? '';
    if (title.trim() === '' && other.trim() === '') return [];
    return [
      {
        id: many(ids[index])[0] ?? v7(),
        title: { id: title, en: other },
        whereToGet: { id: where.id[index] ?? '', en: where.en[index] ?? '' },
      },
    ];
  });
  return {
    id: serviceId,
    prefix: one(body, 'huruf').trim().toUpperCase(),
    title: both('nama'),
    requirements,
    procedure: both('prosedur'),
    duration: { unit: one(body, 'satuan') === 'minutes' ? 'minutes' : 'workingDays', value: number(body, 'lama') },
    fee: number(body, 'biaya'),
    product: both('produk'),
    meanServiceMinutes: number(body, 'rata'),
    targetWaitMinutes: number(body, 'target'),
  };
}
