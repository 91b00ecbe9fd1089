import type { AlarmEntry, AlarmView } from './protocol.ts';

/** Adds one entry to the alarms. Entries may come from several stations in any order; one for an unknown alarm waits outside. */
export function foldEntry(alarms: ReadonlyMap<string, AlarmView>, entry: AlarmEntry): ReadonlyMap<string, AlarmView> {
  if (entry.type === 'raised') {
    if (alarms.has(entry.alarmId)) return alarms;
    return new Map(alarms).set(entry.alarmId, raised(entry));
  }
  const alarm = alarms.get(entry.alarmId);
  return alarm === undefined ? alarms : new Map(alarms).set(entry.alarmId, changed(alarm, entry));
}

const raised = (entry: Extract<AlarmEntry, { type: 'raised' }>): AlarmView => ({
  alarmId: entry.alarmId,
  kind: entry.kind,
  drill: entry.drill,
  place: entry.place,
  by: entry.by,
  windowId: entry.windowId,
  raisedAt: entry.at,
  tier: 0,
  received: [],
  acknowledged: [],
  arrivedAt: null,
  policeAt: null,
  over: null,
  outputs: [],
});

function changed(alarm: AlarmView, entry: Exclude<AlarmEntry, { type: 'raised' }>): AlarmView {
  const { at } = entry;
  switch (entry.type) {
    case 'kindChanged':
      return { ...alarm, kind: entry.kind };
    case 'received':
      return { ...alarm, received: [...alarm.received, { name: entry.by.name, at }] };
    case 'acknowledged':
      return { ...alarm, acknowledged: [...alarm.acknowledged, { name: entry.by.name, at }] };
    case 'arrived':
      return { ...alarm, arrivedAt: alarm.arrivedAt ?? at };
    case 'policeNeeded':
      return { ...alarm, policeAt: alarm.policeAt ?? at };
    case 'ended':
    case 'withdrawn':
      return { ...alarm, over: alarm.over ?? { how: entry.type, at, name: entry.by.name, reason: entry.reason } };
    case 'drillOver':
      return { ...alarm, over: alarm.over ?? { how: 'drillOver', at, name: '', reason: entry.why } };
    case 'tierReached':
      return { ...alarm, tier: Math.max(alarm.tier, entry.tier) };
    case 'outputTried':
      return { ...alarm, outputs: [...alarm.outputs, { output: entry.output, ok: entry.ok, detail: entry.detail, at }] };
  }
}

/** Live: nobody has ended it. */
export const isLive = ({ over }: AlarmView): boolean => over === null;
