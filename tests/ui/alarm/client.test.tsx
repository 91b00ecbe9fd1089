import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AlarmClient, createAlarmClient } from '../../../renderer/alarm/client.ts';
import { openAlarms, ownCalls } from '../../../renderer/alarm/calls.ts';
import { windowMessage } from '../../../shared/alarm/protocol.ts';
import { acknowledged, callOf, createFakeStation, type FakeStation, ids, received } from './fakeStation.ts';

const windowId = '01940000-0000-7000-8000-0000000000aa';
const sari = { name: 'Sari Wulandari', staffId: null };
const atCounter = { person: sari, roles: ['petugas' as const], place: { counterId: ids.counter, name: 'Loket 3' }, guardPost: false };

let station: FakeStation;
let client: AlarmClient;
let leave: () => void;
const open = () => {
  const opened = createAlarmClient(windowId);
  opened.introduce(atCounter);
  leave = station.listen(opened.use);
  return opened;
};
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 27, 2, 0) });
  station = createFakeStation();
  station.connect();
  client = open();
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

const pressedId = () => station.saidOf('press').at(-1)?.alarmId ?? '';
const status = () => ownCalls(client.snapshot(), Date.now())[0]?.status;
const mine = (...happenings: Parameters<typeof callOf>[1][]) =>
  callOf({ alarmId: pressedId(), windowId, place: atCounter.place, by: sari }, ...happenings);

describe('a press', () => {
  it('goes out in the same turn, with who and where, before anything is asked', () => {
    client.press();
    expect(station.saidOf('press')).toMatchObject([{ kind: 'help', place: atCounter.place, by: sari, windowId }]);
  });

  it('is repeated until it is journalled, then no more', () => {
    client.press();
    vi.advanceTimersByTime(2500);
    expect(station.saidOf('press').length).toBe(3);
    expect(new Set(station.saidOf('press').map(({ alarmId }) => alarmId)).size).toBe(1);
    station.say({ t: 'journalled', alarmId: pressedId(), onDisk: true });
    vi.advanceTimersByTime(10_000);
    expect(station.saidOf('press').length).toBe(3);
  });

  it('is ended by any reason that a person can write or paste', () => {
    client.act(ids.call, 'ended', { name: 'Agus\tPrasetyo', staffId: null }, 'Pengunjung\tpulang\r\nsendiri\u0007');
    expect(windowMessage.safeParse(station.said.at(-1)).success).toBe(true);
    expect(station.saidOf('act')).toMatchObject([{ by: { name: 'Agus Prasetyo' }, reason: 'Pengunjung pulang\nsendiri' }]);
  });

  it('survives the host and a reload: the next window of this computer sends the same call', () => {
    station.lose();
    client.press();
    expect(station.saidOf('press')).toEqual([]);
    leave();
    client.close();
    client = open();
    station.connect();
    expect(station.saidOf('press')).toHaveLength(1);
    expect(ownCalls(client.snapshot(), Date.now())).toHaveLength(1);
  });

  it('is sent again to a host that came back without it, until somebody has ended it', () => {
    client.press();
    station.say({ t: 'journalled', alarmId: pressedId(), onDisk: false });
    station.tell([mine()]);
    station.lose();
    station.connect();
    expect(station.saidOf('press')).toHaveLength(2);
    const over: string[] = [];
    client.onOwnOver((alarmId) => over.push(alarmId));
    station.tell([mine({ type: 'ended', by: sari, reason: 'tenang' })]);
    station.lose();
    station.connect();
    expect(station.saidOf('press')).toHaveLength(2);
    expect(over).toEqual([pressedId()]);
  });

  it('that ended while this window was cut off is over as well', () => {
    client.press();
    const over: string[] = [];
    client.onOwnOver((alarmId) => over.push(alarmId));
    station.tell([]);
    expect(over).toEqual([]);
    station.say({ t: 'journalled', alarmId: pressedId(), onDisk: true });
    station.tell([]);
    expect(over).toEqual([pressedId()]);
  });

  it('counts once for trembling fingers, twice for two emergencies', () => {
    client.press();
    vi.advanceTimersByTime(500);
    client.press();
    expect(client.snapshot().presses).toHaveLength(1);
    vi.advanceTimersByTime(6000);
    client.press();
    expect(client.snapshot().presses).toHaveLength(2);
  });

  it('of the day before yesterday is not sent by whoever starts the computer', () => {
    station.lose();
    client.press();
    leave();
    client.close();
    vi.advanceTimersByTime(13 * 60 * 60_000);
    client = open();
    station.connect();
    expect(station.saidOf('press')).toEqual([]);
  });
});

describe('the sign of one’s own call', () => {
  it('says within three seconds that nobody received it, host or no host', () => {
    for (const isThere of [true, false]) {
      if (!isThere) station.lose();
      vi.advanceTimersByTime(10_000);
      client.press();
      vi.advanceTimersByTime(1000);
      expect(status()).toBe('sending');
      vi.advanceTimersByTime(2000);
      expect(status()).toBe('unreceived');
    }
  });

  it('follows who received it, who comes, who is there', () => {
    client.press();
    station.tell([mine(received)]);
    expect(ownCalls(client.snapshot(), Date.now())[0]).toMatchObject({ status: 'received', names: ['Agus Prasetyo'] });
    station.tell([mine(received, acknowledged)]);
    expect(status()).toBe('coming');
    station.tell([mine(received, acknowledged, { type: 'arrived', by: sari })]);
    expect(status()).toBe('arrived');
    station.tell([mine({ type: 'ended', by: sari, reason: 'tenang' })]);
    expect(status()).toBeUndefined();
  });

  it('stands for another window of the same counter too, which shows nothing openly', () => {
    station.tell([callOf()]);
    expect(ownCalls(client.snapshot(), Date.now())).toMatchObject([{ alarmId: ids.call, isMine: false }]);
    expect(openAlarms(client.snapshot())).toEqual([]);
    client.introduce({ ...atCounter, place: { counterId: null, name: '' } });
    expect(ownCalls(client.snapshot(), Date.now())).toEqual([]);
    expect(openAlarms(client.snapshot())).toHaveLength(1);
  });

  it('takes a kind and a withdrawal at once and repeats them until they arrived', () => {
    client.press();
    station.say({ t: 'journalled', alarmId: pressedId(), onDisk: true });
    station.lose();
    client.setKind(pressedId(), 'violence');
    client.setKind(pressedId(), 'medical');
    client.act(pressedId(), 'withdrawn', undefined, 'salah tekan');
    expect(ownCalls(client.snapshot(), Date.now())[0]).toMatchObject({ kind: 'medical', status: 'withdrawing' });
    station.connect();
    expect(station.saidOf('act').map(({ act, kind, reason }) => [act, kind, reason])).toEqual([
      ['kindChanged', 'medical', undefined],
      ['withdrawn', undefined, 'salah tekan'],
    ]);
    station.tell([mine({ type: 'withdrawn', by: sari, reason: 'salah tekan' })]);
    expect(client.snapshot().acts).toEqual([]);
  });
});

describe('the heartbeat', () => {
  it('is answered at once, and a silent station counts as lost', () => {
    station.tell([]);
    expect(client.snapshot().isConnected).toBe(true);
    const before = station.saidOf('beat').length;
    station.say({ t: 'beat' });
    expect(station.saidOf('beat').length).toBe(before + 1);
    vi.advanceTimersByTime(9000);
    expect(client.snapshot().isConnected).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(client.snapshot()).toMatchObject({ isConnected: false, isSilent: true });
    station.say({ t: 'beat' });
    expect(client.snapshot()).toMatchObject({ isConnected: true, isSilent: false });
  });

  it('is missed as well on a connection over which nothing ever came', () => {
    vi.advanceTimersByTime(9000);
    expect(client.snapshot().isSilent).toBe(false);
    vi.advanceTimersByTime(3000);
    expect(client.snapshot().isSilent).toBe(true);
    station.lose();
    expect(client.snapshot().isSilent).toBe(false);
  });

  it('says hello on every connection, and again when somebody else sits here', () => {
    expect(station.saidOf('hello').at(-1)).toMatchObject({ windowId, person: sari, guardPost: false });
    station.lose();
    station.connect();
    const hellos = station.saidOf('hello').length;
    client.introduce(atCounter);
    expect(station.saidOf('hello').length).toBe(hellos);
    client.introduce({ ...atCounter, guardPost: true });
    expect(station.saidOf('hello').at(-1)).toMatchObject({ guardPost: true });
  });

  it('tells once a connection that a call is on the screen', () => {
    client.shown(ids.call);
    client.shown(ids.call);
    expect(station.saidOf('shown')).toEqual([{ t: 'shown', alarmId: ids.call, windowId }]);
    station.lose();
    station.connect();
    client.shown(ids.call);
    expect(station.saidOf('shown')).toHaveLength(2);
  });
});
