/**
 * What a replaced lead decided about stations after its term is left out of the registry like all its configuration, but two
 * things stand: a revocation, for a stolen station must not be trusted again because a cable was pulled; and a station that it
 * took in, for that one has the office's keys and its visitors. The lead decides both anew, under the name of whoever did it.
 */
import type { StationEvent } from '../../../shared/domain/stations/events.ts';
import { enterStation, type EnteredStation } from '../../../shared/domain/stations/decide.ts';
import type { RecordedEvent } from '../engine/event.ts';
import { recordedFromRow } from '../engine/eventStore.ts';
import type { EventRow } from '../engine/event.ts';
import type { Services } from '../services.ts';

/** A lead that has just begun may not decide yet. */
const lookAgainMs = 2000;

export function startLateRegistry({ db, engine, office, ports, log }: Services): () => void {
  const late = db.prepare<[], EventRow>(
    `SELECT event.* FROM left_out JOIN event USING (origin, origin_seq)
     WHERE stream = 'office' AND type IN ('stationJoined.v1', 'stationRevoked.v1') ORDER BY event.seq`,
  );
  let isNew = true;

  const decide = (method: string, input: unknown, { actor }: RecordedEvent): string => {
    const answer = engine.execute({ method, input, commandId: ports.random.uuid(), actor, roles: ['system'] });
    return answer.kind === 'refused' ? answer.refusal.type : answer.kind;
  };
  const takeIn = (event: RecordedEvent, entered: Required<EnteredStation>): string => {
    const { letter, ...station } = entered;
    const mark = ` (${letter})`;
    const answer = decide(enterStation, entered, event);
    if (answer === 'stationNameTaken' && !station.name.endsWith(mark))
      return takeIn(event, { ...entered, name: `${station.name.slice(0, 35)}${mark}` });
    if (answer !== 'noLetterLeft') return answer;
    // Its letter went to another meanwhile, and a series has one station only: it is told to join anew.
    decide(enterStation, station, event);
    return decide('stations.revoke', { stationId: station.id }, event);
  };
  const decideAnew = (event: RecordedEvent) => {
    const { type, data } = event as RecordedEvent & StationEvent;
    const known = engine.states.office.stations.find(({ id }) => id === data.id);
    if (type === 'stationJoined.v1' && known === undefined) {
      log.warn({ station: data.id, answer: takeIn(event, data) }, 'a station that a replaced lead took in was entered again');
    } else if (type === 'stationRevoked.v1' && known?.revoked === false) {
      log.warn({ station: data.id, answer: decide('stations.revoke', { stationId: data.id }, event) }, 'revoked again');
    }
  };
  const look = () => {
    if (!isNew || !office.decidesHere('stations.revoke')) return;
    isNew = false;
    for (const row of late.all()) decideAnew(recordedFromRow(row));
  };
  const stops = [
    engine.onCommit(({ here, events }) => {
      if (!here || events.some(({ type }) => type === 'leadAppointed.v1')) isNew = true;
      look();
    }),
    ports.timers.every(lookAgainMs, look),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}
