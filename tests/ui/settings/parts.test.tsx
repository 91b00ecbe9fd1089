import { describe, expect, test } from 'vitest';
import { type Field, items, part, toggle } from '../../../renderer/screens/settings/form/field.ts';
import { problemsOf } from '../../../renderer/screens/settings/form/problems.ts';
import { timeTyped } from '../../../shared/domain/time/timeTyped.ts';
import { secretStrength } from '../../../renderer/screens/settings/parts/secretStrength.ts';
import { exportFile } from '../../../renderer/screens/settings/people/exportFile.ts';
import { freePrefix, prefixProblems } from '../../../renderer/screens/settings/serving/prefixes.ts';
import { service } from '../../../shared/domain/office/types.ts';
import { ids } from './fixtures.tsx';

describe('times as people type them', () => {
  test.each([
    ['7', '07:00'],
    ['7.30', '07:30'],
    ['730', '07:30'],
    ['0730', '07:30'],
    [' 16:05 ', '16:05'],
    ['24.00', '24.00'],
    ['7.75', '7.75'],
    ['siang', 'siang'],
  ])('%s is %s', (typed, meant) => expect(timeTyped(typed)).toBe(meant));
});

describe('how good a secret is', () => {
  test.each([
    ['', 'empty'],
    ['12345', 'refused'],
    ['abcdefg', 'refused'],
    ['123456', 'weak'],
    ['111111', 'weak'],
    ['17081945', 'weak'],
    ['rahasia1', 'weak'],
    ['482913', 'fair'],
    ['48291376', 'good'],
    ['ikanbakar', 'fair'],
    ['ikan bakar enak', 'good'],
  ] as const)('%s is %s', (secret, strength) => expect(secretStrength(secret)).toBe(strength));
});

describe('fields', () => {
  const field = <T,>(start: T): Field<T> & { now(): T } => {
    let value = start;
    return {
      get value() {
        return value;
      },
      update(change) {
        value = change(value);
      },
      error: (path = '') => `at ${path}`,
      now: () => value,
    };
  };

  test('a part changes only its place and knows its path', () => {
    const root = field({ list: [{ name: 'a' }, { name: 'b' }], other: 1 });
    const second = items(part(root, 'list'))[1];
    if (second === undefined) throw new Error('no second item');
    const name = part(second, 'name');
    name.update((before) => `${before}!`);
    expect(root.now()).toEqual({ list: [{ name: 'a' }, { name: 'b!' }], other: 1 });
    expect(name.error()).toBe('at list.1.name');
  });

  test('toggling adds at the end and takes out', () => {
    const list = field(['a']);
    toggle(list, 'b');
    toggle(list, 'a');
    expect(list.now()).toEqual(['b']);
  });
});

describe('what is wrong, in words', () => {
  test('the contract’s issues become sentences at their fields', () => {
    const problems = problemsOf(service, {
      id: ids.lost,
      prefix: 'a1',
      title: { id: '', en: 'x'.repeat(200) },
      requirements: [],
      procedure: { id: '', en: '' },
      duration: { unit: 'workingDays', value: Number.NaN },
      fee: -1,
      product: { id: '', en: '' },
      meanServiceMinutes: 500,
      targetWaitMinutes: 15,
    });
    expect(problems).toEqual([
      { path: 'prefix', key: 'settings.field.format' },
      { path: 'title.id', key: 'settings.field.required' },
      { path: 'title.en', key: 'settings.field.tooLong', values: { max: 120 } },
      { path: 'duration.value', key: 'settings.field.number' },
      { path: 'fee', key: 'settings.field.min', values: { min: 0 } },
      { path: 'meanServiceMinutes', key: 'settings.field.max', values: { max: 240 } },
    ]);
  });
});

describe('prefixes', () => {
  const taken = [
    { id: ids.lost, prefix: 'A' },
    { id: ids.damaged, prefix: 'BX' },
  ];
  test('the free one clashes with none, also not as a beginning', () => expect(freePrefix(taken)).toBe('C'));
  test('a service never clashes with itself', () => expect(prefixProblems(taken, { id: ids.lost, prefix: 'A' })).toEqual([]));
  test('a letter that begins another prefix clashes', () =>
    expect(prefixProblems(taken, { id: ids.lost, prefix: 'B' })).toMatchObject([{ path: 'prefix', values: { prefix: 'BX' } }]));
});

test('an export can be read by people and programs', () => {
  const { text, name } = exportFile(ids.export, {
    person: { name: 'Siti', nik: '1', phone: '2', address: '3', email: '4' },
    documents: [{ number: 'B-2026-000001', service: 'KTP', receivedAt: 0 }],
    complaints: [{ number: 'P-2026-000001', stage: 'closed', receivedAt: 0, text: 'k', attachments: ['a.pdf'] }],
    notes: ['n'],
  });
  expect(JSON.parse(text)).toEqual({
    exportId: ids.export,
    person: { name: 'Siti', nik: '1', phone: '2', address: '3', email: '4' },
    documents: [{ number: 'B-2026-000001', service: 'KTP', receivedAt: '1970-01-01T00:00:00.000Z' }],
    complaints: [{ number: 'P-2026-000001', stage: 'closed', receivedAt: '1970-01-01T00:00:00.000Z', text: 'k', attachments: ['a.pdf'] }],
    notes: ['n'],
  });
  expect(name).not.toContain('Siti');
});
