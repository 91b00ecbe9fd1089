import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { incidentById } from '../queries/incidentRows.ts';
import type { Services } from '../services.ts';

const retryMs = 30_000;

/**
 * Every real security call that is over, also a withdrawn one, becomes an incident whose report is owed. The call's own
 * journal is the truth: at start, and again and again, it is looked through, for recording may have failed (a full disk), and a call may
 * have come from a station that was cut off. The lead alone does it; every station hears of every call.
 */
export function startAlarmIncidents({ alarm, db, engine, office, ports, log }: Services): () => void {
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
  const attempt = (call: AlarmView) => {
    if (!office.decidesHere('incident.openFromAlarm')) return;
    try {
      open(call);
    } catch (error) {
      log.error({ err: error, alarmId: call.alarmId }, 'the incident of a security call could not be recorded; it is tried again');
    }
  };
  const lookThrough = () => {
    for (const call of alarm.history(200)) if (!call.drill && call.over !== null) attempt(call);
  };
  lookThrough();
  const stops = [alarm.onOver(attempt), ports.timers.every(retryMs, lookThrough)];
  return () => {
    for (const stop of stops) stop();
  };
}
