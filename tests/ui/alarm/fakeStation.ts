import { foldEntry } from '../../../shared/alarm/fold.ts';
import {
  type AlarmEntry,
  type AlarmState,
  type AlarmView,
  type ReceiverView,
  type StationMessage,
  type WindowMessage,
  windowMessage,
} from '../../../shared/alarm/protocol.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { FakeHost } from '../fakeHost.tsx';

const uuid = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const ids = { station: uuid(1), call: uuid(2), other: uuid(3), counter: uuid(4), theirWindow: uuid(5), agus: uuid(6) };

/** The station's end as a test drives it: what the window said, what it is told. Nothing is answered by itself. */
export interface FakeStation {
  readonly said: readonly WindowMessage[];
  /** Opens a new connection, as after a reconnect; what was said before stays in `said`. */
  connect(): void;
  /** The connection is lost. */
  lose(): void;
  say(message: StationMessage): void;
  tell(alarms: readonly AlarmView[], more?: Partial<AlarmState>): void;
  saidOf<T extends WindowMessage['t']>(t: T): readonly Extract<WindowMessage, { t: T }>[];
  /** The host of the test with this station's half of the security call. */
  on(host: FakeHost): FakeHost;
  listen(listener: (transport: Transport) => void): () => void;
}

export function createFakeStation(): FakeStation {
  const said: WindowMessage[] = [];
  const listeners = new Set<(transport: Transport) => void>();
  let current: { readonly transport: Transport; deliver(message: unknown): void; close(): void } | null = null;
  const open = () => {
    const heard: ((message: unknown) => void)[] = [];
    const closed: (() => void)[] = [];
    let isOpen = true;
    return {
      transport: {
        send: (message: unknown) => void (isOpen && said.push(windowMessage.parse(structuredClone(message)))),
        onMessage: (listener: (message: unknown) => void) => void heard.push(listener),
        onClose: (listener: () => void) => void closed.push(listener),
        close() {},
      },
      deliver: (message: unknown) => heard.forEach((listener) => listener(structuredClone(message))),
      close() {
        isOpen = false;
        closed.forEach((listener) => listener());
      },
    };
  };
  const say = (message: StationMessage) => current?.deliver(message);
  const listen: FakeStation['listen'] = (listener) => {
    listeners.add(listener);
    if (current !== null) listener(current.transport);
    return () => void listeners.delete(listener);
  };
  return {
    said,
    connect() {
      current = open();
      for (const listener of listeners) listener(current.transport);
    },
    lose() {
      const lost = current;
      current = null;
      lost?.close();
    },
    say,
    tell: (alarms, more = {}) => say({ ...stateOf(alarms), ...more }),
    saidOf: <T extends WindowMessage['t']>(t: T) => said.filter((message) => message.t === t) as Extract<WindowMessage, { t: T }>[],
    on: (host) => ({ ...host, connection: { ...host.connection, onTransport: listen } }),
    listen,
  };
}

const stateOf = (alarms: readonly AlarmView[]): AlarmState => ({
  t: 'state',
  now: Date.now(),
  alarms: [...alarms],
  receivers: [],
  lastDrillAt: Date.now(),
  emergencyNumber: '112',
  journalOk: true,
});

type Happening = AlarmEntry extends infer Entry
  ? Entry extends AlarmEntry
    ? Omit<Entry, 'id' | 'at' | 'station' | 'alarmId'>
    : never
  : never;
type Raised = Extract<AlarmEntry, { type: 'raised' }>;

/** A call as the station folds it from what happened. */
export function callOf(raised: Partial<Omit<Raised, 'type'>> = {}, ...happenings: readonly Happening[]): AlarmView {
  const first: Raised = {
    id: uuid(100),
    at: Date.now(),
    station: ids.station,
    alarmId: ids.call,
    type: 'raised',
    kind: 'help',
    drill: false,
    place: { counterId: ids.counter, name: 'Loket 3' },
    by: { name: 'Budi Santoso', staffId: null },
    windowId: ids.theirWindow,
    ...raised,
  };
  const entries = [
    first,
    ...happenings.map((each, n) => ({
      ...each,
      id: uuid(101 + n),
      at: first.at + 1000 * (n + 1),
      station: ids.station,
      alarmId: first.alarmId,
    })),
  ];
  let alarms: ReadonlyMap<string, AlarmView> = new Map();
  for (const entry of entries) alarms = foldEntry(alarms, entry);
  const call = alarms.get(first.alarmId);
  if (call === undefined) throw new Error('no call');
  return call;
}

export const agus = { name: 'Agus Prasetyo', staffId: null } as const;
export const received: Happening = { type: 'received', by: agus, windowId: ids.agus };
export const acknowledged: Happening = { type: 'acknowledged', by: agus };

export const receiverOf = (over: Partial<ReceiverView> = {}): ReceiverView => ({
  windowId: ids.agus,
  name: 'Agus Prasetyo',
  place: '',
  roles: ['keamanan'],
  guardPost: false,
  lostAt: null,
  ...over,
});
