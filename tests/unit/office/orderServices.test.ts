import { describe, expect, test } from 'vitest';
import { decideOffice, officeDecider } from '../../../shared/domain/office/decide.ts';
import { initialOffice, type OfficeState } from '../../../shared/domain/office/state.ts';
import type { Service } from '../../../shared/domain/office/types.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const service = (n: number): Service => ({
  id: id(n),
  prefix: String.fromCodePoint(64 + n),
  title: { id: `Layanan ${n}`, en: `Service ${n}` },
  requirements: [],
  procedure: { id: '', en: '' },
  duration: { unit: 'minutes', value: 10 },
  fee: 0,
  product: { id: '', en: '' },
  meanServiceMinutes: 5,
  targetWaitMinutes: 30,
});

const office: OfficeState = { ...initialOffice, services: [service(1), service(2), service(3)] };
const nobody = { livingTickets: () => 0, isCounterOpen: () => false, stationId: 'lead' };
const order = (...numbers: number[]) =>
  decideOffice({ method: 'office.orderServices', input: { serviceIds: numbers.map(id) } }, office, nobody);

describe('the order of the services', () => {
  test('a new order is one event, and the services stand in it', () => {
    const event = { type: 'servicesOrdered.v1' as const, data: { serviceIds: [id(3), id(1), id(2)] } };
    expect(order(3, 1, 2)).toEqual({ ok: true, value: [event] });
    expect(officeDecider.evolve(office, event).services.map((entry) => entry.id)).toEqual([id(3), id(1), id(2)]);
  });

  test('the order that stands already is no event', () => expect(order(1, 2, 3)).toEqual({ ok: true, value: [] }));

  test.each([
    ['misses a service', [1, 2]],
    ['names one twice', [1, 2, 2]],
    ['names an unknown one', [1, 2, 4]],
    ['names one too many', [1, 2, 3, 4]],
  ])('an order that %s is refused', (_, numbers) => expect(order(...numbers)).toEqual({ ok: false, error: { type: 'serviceUnknown' } }));
});
