import { useMemo, useState } from 'react';
import type { Input } from '../../../../shared/rpc/contract.ts';
import { complaintFilters, type ComplaintFilters, noFilters } from '../../../../shared/rpc/methods/complaints.ts';

export type ListInput = Input<'complaint.list'>;
export type Sort = ListInput['sort'];
export const pageSize = 50;

export interface ListState {
  readonly filters: ComplaintFilters;
  readonly sort: Sort;
  readonly offset: number;
  readonly query: ListInput;
  readonly isFiltered: boolean;
  change(filters: Partial<ComplaintFilters>): void;
  sortBy(sort: Sort): void;
  /** A saved view. */
  show(filters: ComplaintFilters, sort: Sort): void;
  page(by: 1 | -1): void;
  clear(): void;
}

const storageKey = 'loket.complaintList';

/**
 * What the list shows. Kept for this tab without the searched words, so that coming back from a complaint finds the same
 * list, and no name stays in the browser's storage.
 */
export function useListQuery(): ListState {
  const [state, setState] = useState(remembered);
  const set = (next: { filters: ComplaintFilters; sort: Sort; offset: number }) => {
    setState(next);
    sessionStorage.setItem(storageKey, JSON.stringify({ ...next, filters: { ...next.filters, text: '' } }));
  };
  const { filters, sort, offset } = state;
  const query = useMemo(() => ({ filters, sort, offset, limit: pageSize }), [filters, sort, offset]);
  return {
    filters,
    sort,
    offset,
    query,
    isFiltered: JSON.stringify(filters) !== JSON.stringify(noFilters),
    change: (change) => set({ ...state, filters: { ...filters, ...change }, offset: 0 }),
    sortBy: (next) => set({ ...state, sort: next, offset: 0 }),
    show: (shown, by) => set({ filters: shown, sort: by, offset: 0 }),
    page: (by) => set({ ...state, offset: Math.max(0, offset + by * pageSize) }),
    clear: () => set({ ...state, filters: noFilters, offset: 0 }),
  };
}

function remembered(): { filters: ComplaintFilters; sort: Sort; offset: number } {
  const begin = { filters: noFilters, sort: 'due' as const, offset: 0 };
  const stored = sessionStorage.getItem(storageKey);
  if (stored === null) return begin;
  const state = { ...begin, ...(JSON.parse(stored) as Partial<typeof begin>) };
  // What another version left, or anything else that the host would not take, must not keep the list from being shown.
  return complaintFilters.safeParse(state.filters).success ? state : begin;
}
