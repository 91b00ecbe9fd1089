/**
 * The security call (DESIGN decision 10): a path of its own. It imports nothing of engine, database tables, login or sync,
 * so it works while they do not. A call is journalled, told to every staff window and every other station in one turn, and
 * only a person ends it.
 */
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { AlarmConfig } from '../../../shared/alarm/config.ts';
import { isLive } from '../../../shared/alarm/fold.ts';
import {
  type AlarmEntry,
  type AlarmPerson,
  type AlarmState,
  type AlarmView,
  beatMs,
  drillMs,
  type WindowMessage,
  windowMessage,
} from '../../../shared/alarm/protocol.ts';
import { tierDue } from '../../../shared/alarm/tiers.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Surface } from '../../../shared/rpc/roles.ts';
import type { Ports } from '../ports.ts';
import { type ConfigFile, openConfigFile } from './configFile.ts';
import { openLedger } from './ledger.ts';
import { type OutputResult, tryOutputs } from './outputs.ts';
import { createPeers } from './peers.ts';
import { createReceivers } from './receivers.ts';

export interface Alarm {
  /** The alarm's half of a window's connection. Kiosks and boards neither press nor show anything. */
  serve(transport: Transport, surface: Surface): void;
  /** Another station over a trusted connection. */
  connectPeer(transport: Transport): void;
  /** A real call is over; told again for every call of the history that nobody has taken note of is the listener's task. */
  onOver(listener: (alarm: AlarmView) => void): () => void;
  /** Something changed that a query shows. */
  onChange(listener: () => void): () => void;
  /** Newest first. */
  history(limit: number): readonly AlarmView[];
  state(): AlarmState;
  readonly config: ConfigFile;
  saveConfig(config: AlarmConfig): void;
  testOutputs(): Promise<readonly OutputResult[]>;
  close(): void;
}

export interface AlarmParts {
  readonly dataDir: string;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Ended calls stay on the screens this long, so that nobody wonders where one went. */
const shownAfterEndMs = 60_000;
/** A message stays bounded; ended calls never push a live one off the screens. */
const most = { live: 200, over: 50 } as const;
const tickMs = 1000;
const nobody: AlarmPerson = { name: '', staffId: null };

export function startAlarm({ dataDir, ports, log }: AlarmParts): Alarm {
  const folder = join(dataDir, 'alarm');
  const report = (error: unknown) => log.error({ err: error }, 'the alarm could not write or read its files');
  const config = openConfigFile(folder, ports.random, report);
  const ledger = openLedger(join(folder, 'journal.log'), ports.clock, report);
  const receivers = createReceivers(ports.clock);
  const windows = new Map<Transport, string | null>();
  const overListeners = new Set<(alarm: AlarmView) => void>();
  const changeListeners = new Set<() => void>();
  const allReceivers = () => [...receivers.views(), ...peers.receivers()];
  const state = (): AlarmState => {
    const now = ports.clock.now();
    const recent = [...ledger.calls.values()].filter((alarm) => isLive(alarm) || now - (alarm.over?.at ?? 0) < shownAfterEndMs);
    const isOver = (alarm: AlarmView) => !isLive(alarm);
    const shown = new Set([...recent.filter(isLive).slice(-most.live), ...recent.filter(isOver).slice(-most.over)]);
    return {
      t: 'state',
      now,
      alarms: recent.filter((alarm) => shown.has(alarm)),
      receivers: allReceivers(),
      lastDrillAt: ledger.lastDrillAt(),
      emergencyNumber: config.read().emergencyNumber,
      journalOk: ledger.onDisk,
    };
  };
  const broadcast = () => {
    const message = state();
    for (const [transport, windowId] of windows) if (windowId !== null) transport.send(message);
    for (const listener of changeListeners) listener();
  };

  /** Journals an entry of this station and tells the others; the windows hear of it by `broadcast`. @returns whether it is on disk. */
  const record = (entry: Draft): boolean => {
    const whole = { station: config.station, at: ports.clock.now(), ...entry };
    if (!ledger.add(whole)) return true;
    peers.tellEntries([whole]);
    afterEntry(whole);
    return ledger.onDisk;
  };
  const entryId = () => ports.random.uuid();

  const afterEntry = ({ type, alarmId }: AlarmEntry) => {
    const alarm = ledger.calls.get(alarmId);
    if (alarm === undefined || alarm.drill || (type !== 'ended' && type !== 'withdrawn')) return;
    for (const listener of overListeners) listener(alarm);
  };

  const peers = createPeers({
    station: config.station,
    ports,
    entries: () => ledger.recentEntries(),
    ownReceivers: () => receivers.views(),
    onEntries(entries, from) {
      const fresh = entries.filter(ledger.add);
      if (fresh.length === 0) return;
      for (const entry of fresh) afterEntry(entry);
      // Passed on, so that stations hear of it which this one alone can reach.
      peers.tellEntries(fresh, from);
      escalate();
      broadcast();
    },
    onChange: () => broadcast(),
  });

  const press = (message: Extract<WindowMessage, { t: 'press' }>, drill: boolean): boolean => {
    const { alarmId, kind, place, by, windowId } = message;
    if (ledger.calls.has(alarmId)) return ledger.flush();
    const onDisk = record({ id: entryId(), alarmId, type: 'raised', kind, drill, place, by, windowId });
    // A real call always wins: nobody may take it for practice.
    if (!drill) endDrills('realCall');
    escalate();
    return onDisk;
  };

  /** @returns whether one ended. */
  const endDrills = (why: 'time' | 'realCall', olderThanMs = 0): boolean => {
    const due = [...ledger.calls.values()].filter((alarm) => alarm.drill && isLive(alarm) && ledger.elapsed(alarm) >= olderThanMs);
    for (const alarm of due) {
      record({ id: entryId(), alarmId: alarm.alarmId, type: 'drillOver', why });
    }
    return due.length > 0;
  };

  /** Asks the next tier where nobody has answered. @returns whether anything changed. */
  const escalate = (): boolean => {
    let changed = false;
    for (const alarm of ledger.calls.values()) {
      if (!isLive(alarm) || alarm.acknowledged.length > 0) continue;
      // The station where it was pressed counts; another takes over by the same rule when that one is gone.
      const tier = tierDue(
        alarm,
        ledger.elapsed(alarm),
        allReceivers().filter((receiver) => receiver.windowId !== alarm.windowId),
        config.read().tierSeconds,
      );
      if (tier === alarm.tier) continue;
      changed = true;
      record({ id: entryId(), alarmId: alarm.alarmId, type: 'tierReached', tier });
      if (tier === 3 && !alarm.drill) reachOutside(alarm);
    }
    return changed;
  };

  const reachOutside = (alarm: AlarmView) => {
    for (const tried of tryOutputs(config.read(), alarm, config.commandFolder, ports.outside)) {
      void noteOutput(alarm.alarmId, tried);
    }
  };

  const noteOutput = async (alarmId: string, tried: Promise<OutputResult>) => {
    record({ id: entryId(), alarmId, type: 'outputTried', ...(await tried) });
    broadcast();
  };

  const act = (message: Extract<WindowMessage, { t: 'act' }>) => {
    const { entryId: id, alarmId, by } = message;
    const alarm = ledger.calls.get(alarmId);
    if (alarm === undefined || ledger.knows(id) || !isLive(alarm)) return;
    const entry = { id, alarmId, by };
    if (message.act === 'kindChanged') record({ ...entry, type: 'kindChanged', kind: message.kind ?? alarm.kind });
    else if (message.act === 'ended' || message.act === 'withdrawn') {
      // An end without a reason is no end.
      if ((message.reason ?? '') !== '') record({ ...entry, type: message.act, reason: message.reason ?? '' });
    } else record({ ...entry, type: message.act });
  };

  const shown = (alarmId: string, windowId: string) => {
    const alarm = ledger.calls.get(alarmId);
    const receiver = receivers.of(windowId);
    if (alarm === undefined || receiver === null || alarm.windowId === windowId) return;
    const id = `${alarmId}/${windowId}`;
    if (seen.has(id)) return;
    seen.add(id);
    const name = receiver.name === '' ? receiver.place : receiver.name;
    record({ id: entryId(), alarmId, type: 'received', by: { ...nobody, name }, windowId });
  };
  const seen = new Set<string>();

  const receive = (transport: Transport, data: unknown) => {
    const parsed = windowMessage.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    const windowId = windows.get(transport) ?? null;
    if (windowId !== null) receivers.heard(windowId);
    switch (message.t) {
      case 'hello':
        windows.set(transport, message.windowId);
        receivers.hello(message);
        peers.tellReceivers();
        escalate();
        return broadcast();
      case 'press':
        transport.send({ t: 'journalled', alarmId: message.alarmId, onDisk: press(message, false) });
        return broadcast();
      case 'shown':
        shown(message.alarmId, message.windowId);
        return broadcast();
      case 'act':
        act(message);
        return broadcast();
      case 'drill':
        drill(message);
        return broadcast();
      case 'beat':
    }
  };

  const drill = ({ on, alarmId, windowId, by }: Extract<WindowMessage, { t: 'drill' }>) => {
    const isReal = [...ledger.calls.values()].some((alarm) => isLive(alarm) && !alarm.drill);
    if (!on) endDrills('time');
    else if (!isReal) press({ t: 'press', alarmId, windowId, kind: 'help', place: { counterId: null, name: '' }, by }, true);
  };

  // A host that ended while it reached outside tries again what has no outcome: better twice than never.
  for (const alarm of ledger.calls.values()) {
    if (isLive(alarm) && !alarm.drill && alarm.tier === 3 && alarm.acknowledged.length === 0) reachOutside(alarm);
  }

  const stops = [
    ports.timers.every(tickMs, () => {
      const drillOver = endDrills('time', drillMs);
      const escalated = escalate();
      const lost = receivers.check();
      const repaired = !ledger.onDisk && ledger.flush();
      if (lost) peers.tellReceivers();
      if (drillOver || escalated || lost || repaired) broadcast();
    }),
    ports.timers.every(beatMs, () => {
      for (const transport of windows.keys()) transport.send({ t: 'beat' });
    }),
  ];

  return {
    config,
    serve(transport, surface) {
      if (surface !== 'staff') return;
      windows.set(transport, null);
      transport.onMessage((message) => receive(transport, message));
      transport.onClose(() => {
        const windowId = windows.get(transport) ?? null;
        windows.delete(transport);
        if (windowId === null || [...windows.values()].includes(windowId)) return;
        receivers.lost(windowId);
        peers.tellReceivers();
        escalate();
        broadcast();
      });
    },
    connectPeer: (transport) => peers.connect(transport),
    onOver(listener) {
      overListeners.add(listener);
      return () => void overListeners.delete(listener);
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    history: (limit) => [...ledger.calls.values()].toSorted((a, b) => b.raisedAt - a.raisedAt).slice(0, limit),
    state,
    saveConfig(next) {
      config.save(next);
      broadcast();
    },
    testOutputs: () => Promise.all(tryOutputs(config.read(), testAlarm(ports), config.commandFolder, ports.outside, true)),
    close() {
      for (const stop of stops) stop();
      peers.close();
    },
  };
}

/** An entry before station and time are put in. */
type Draft = AlarmEntry extends infer Entry ? (Entry extends AlarmEntry ? Omit<Entry, 'station' | 'at'> : never) : never;

const testAlarm = ({ clock, random }: Ports): AlarmView => ({
  alarmId: random.uuid(),
  kind: 'help',
  drill: true,
  place: { counterId: null, name: '' },
  by: nobody,
  windowId: random.uuid(),
  raisedAt: clock.now(),
  tier: 3,
  received: [],
  acknowledged: [],
  arrivedAt: null,
  policeAt: null,
  over: null,
  outputs: [],
});
