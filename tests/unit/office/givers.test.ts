import { describe, expect, it } from 'vitest';
import { askAgainMs, createGivers, distrustMs } from '../../../electron/host/office/files/givers.ts';

const file = 'file';
const connected = ['a', 'b', 'c'];

describe('whom to ask for a file', () => {
  it('is who took it in, then the lead, then anybody who is connected', () => {
    const givers = createGivers();
    const by = { now: 0, connected };
    expect(givers.choose(file, { ...by, preferred: ['c', 'b'] })).toBe('c');
    expect(givers.choose(file, { ...by, preferred: ['gone', 'b'] })).toBe('b');
    expect(givers.choose(file, { ...by, preferred: ['gone', null] })).toBe('a');
    expect(givers.choose(file, { now: 0, connected: [], preferred: ['a'] })).toBeNull();
  });

  it('is not who had it not, for longer each time; but again when it comes back or a person waits', () => {
    const givers = createGivers();
    const at = (now: number) => givers.choose(file, { now, connected: ['a'], preferred: [] });
    givers.hasNot('a', file, 0);
    expect([at(0), at(askAgainMs - 1), at(askAgainMs)]).toEqual([null, null, 'a']);
    givers.hasNot('a', file, askAgainMs);
    expect([at(3 * askAgainMs - 1), at(3 * askAgainMs)]).toEqual([null, 'a']);
    for (let times = 0; times < 60; times += 1) givers.hasNot('a', file, 0);
    expect(at(distrustMs)).toBe('a');
    givers.hasNot('a', file, 0);
    givers.isBack('a');
    expect(at(0)).toBe('a');
    givers.hasNot('a', file, 0);
    givers.askAgain(file);
    expect(at(0)).toBe('a');
    givers.hasNot('a', file, 0);
    givers.has('a', file);
    expect(at(0)).toBe('a');
  });

  it('is not who gave something else, whoever waits; other files are', () => {
    const givers = createGivers();
    givers.distrust('a', file, 0);
    givers.isBack('a');
    givers.has('a', file);
    givers.askAgain(file);
    const by = { connected: ['a'], preferred: [] };
    expect(givers.choose(file, { ...by, now: distrustMs - 1 })).toBeNull();
    expect(givers.choose(file, { ...by, now: distrustMs })).toBe('a');
    expect(givers.choose('another', { ...by, now: 0 })).toBe('a');
    expect(givers.choose(file, { connected, preferred: ['a'], now: 0 })).toBe('b');
  });

  it('is nobody for a moment when it is not known who gave something else', () => {
    const givers = createGivers();
    givers.rest(file, 0);
    expect(givers.choose(file, { now: 0, connected, preferred: [] })).toBeNull();
    givers.forget(file);
    expect(givers.choose(file, { now: 0, connected, preferred: [] })).toBe('a');
  });
});
