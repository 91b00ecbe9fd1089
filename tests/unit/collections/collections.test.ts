import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyIdMap, getById, idMapValues, putById } from '../../../shared/domain/collections/idMap.ts';
import {
  emptyList,
  inOrder,
  insertOrdered,
  type Ordered,
  type OrderedList,
  removeOrdered,
} from '../../../shared/domain/collections/orderedList.ts';

describe('idMap', () => {
  it('behaves as a Map, and leaves older versions as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(fc.uuid(), fc.constantFrom('', 'x', 'zz')), fc.nat())), (entries) => {
        const real = new Map<string, number>();
        let map = emptyIdMap<{ id: string; n: number }>();
        for (const [id, n] of entries) {
          const before = map;
          const known = getById(before, id);
          map = putById(map, { id, n });
          real.set(id, n);
          expect(getById(before, id)).toBe(known);
        }
        expect(map.size).toBe(real.size);
        for (const [id, n] of real) expect(getById(map, id)).toEqual({ id, n });
        expect(new Map([...idMapValues(map)].map(({ id, n }) => [id, n]))).toEqual(real);
        expect(getById(map, 'nobody')).toBeUndefined();
      }),
    );
  });
});

describe('orderedList', () => {
  const build = (orders: readonly number[]) =>
    orders.reduce<OrderedList<Ordered>>((list, order, index) => insertOrdered(list, { id: String(index), order }), emptyList);

  it('keeps everything in the order of its numbers, equal ones as they came, and gives back what is removed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 600 }), fc.array(fc.nat(700)), (orders, removals) => {
        const items = orders.map((order, index) => ({ id: String(index), order }));
        let list = build(orders);
        expect([...inOrder(list)]).toEqual(items.toSorted((a, b) => a.order - b.order));
        const left = new Set(items.map(({ id }) => id));
        for (const at of removals) {
          const item = items[at] ?? { id: 'nobody', order: at % 50 };
          list = removeOrdered(list, item);
          left.delete(item.id);
        }
        expect(list.size).toBe(left.size);
        expect([...inOrder(list)].map(({ id }) => id)).toEqual(
          items
            .filter(({ id }) => left.has(id))
            .toSorted((a, b) => a.order - b.order)
            .map(({ id }) => id),
        );
        expect(list.chunks.every((chunk) => chunk.length > 0 && chunk.length <= 128)).toBe(true);
      }),
    );
  });

  it('does not touch an older version', () => {
    const list = build(Array.from({ length: 300 }, (_, index) => index));
    const before = [...inOrder(list)];
    insertOrdered(list, { id: 'new', order: 100 });
    removeOrdered(list, { id: '5', order: 5 });
    expect([...inOrder(list)]).toEqual(before);
  });
});
