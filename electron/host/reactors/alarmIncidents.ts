import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { incidentById } from '../queries/incidentRows.ts';
import type { Services } from '../services.ts';

const retryMs = 30_000;

/**
 * Every real security call that is over, also a withdrawn one, becomes an incident whose report is owed. The call's own
 * journal is the truth: at start, and whenever recording failed (a full disk), it is looked through again.
 */
export function startAlarmIncidents({ alarm, db, engine, ports, log }: Services): () => void {
  const open = ({ alarmId, place, raisedAt }: AlarmView) => {
    if (incidentById(db, alarmId) !== null) return;
    const input = { incidentId: alarmId, counterId: place.counterId, placeName: place.name, occurredAt: raisedAt };
    engine.execute({
      method: 'incident.openFromAlarm',
      input,
      commandId: ports.random.uuid(),
      actor: { kind: 'system' },
      roles: ['system'],
    });
  };
  let missed = false;
  const attempt = (call: AlarmView) => {
    try {
      open(call);
    } catch (error) {
      missed = true;
      log.error({ err: error, alarmId: call.alarmId }, 'the incident of a security call could not be recorded; it is tried again');
    }
  };
  const lookThrough = () => {
    missed = false;
    for (const call of alarm.history(200)) if (!call.drill && call.over !== null) attempt(call);
  };
  lookThrough();
  const stops = [
    alarm.onOver(attempt),
    ports.timers.every(retryMs, () => {
      if (missed) lookThrough();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
