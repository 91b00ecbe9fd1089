import { expect, test } from 'vitest';
import type { NewEvent } from '../../../shared/domain/decider.ts';
import { type Upcaster, upcast } from '../../../electron/host/engine/upcast.ts';

/** The worked example: v2 split a ticket's number, v3 gave the priority a ground. */
const table: Readonly<Record<string, Upcaster>> = {
  'ticketIssued.v1': ({ data }) => {
    const [prefix = '', digits = '0'] = (data as { number: string }).number.split('-');
    return { type: 'ticketIssued.v2', data: { prefix, sequence: Number(digits), priority: (data as { priority: boolean }).priority } };
  },
  'ticketIssued.v2': ({ data }) => {
    const { priority, ...rest } = data as { priority: boolean };
    return { type: 'ticketIssued.v3', data: { ...rest, ground: priority ? 'unknown' : null } };
  },
};

test('an event of the first version is read as the newest', () => {
  const written: NewEvent = { type: 'ticketIssued.v1', data: { number: 'A-012', priority: true } };
  expect(upcast(written, table)).toEqual({ type: 'ticketIssued.v3', data: { prefix: 'A', sequence: 12, ground: 'unknown' } });
  expect(written.data).toEqual({ number: 'A-012', priority: true });
});

test('an event in between goes the rest of the way, the newest and unknown ones stay as they are', () => {
  const second = { type: 'ticketIssued.v2', data: { prefix: 'A', sequence: 3, priority: false } };
  expect(upcast(second, table)).toEqual({ type: 'ticketIssued.v3', data: { prefix: 'A', sequence: 3, ground: null } });
  const newest = { type: 'ticketIssued.v3', data: { prefix: 'A', sequence: 3, ground: null } };
  expect(upcast(newest, table)).toBe(newest);
  const other = { type: 'noteAdded.v1', data: {} };
  expect(upcast(other, table)).toBe(other);
});
