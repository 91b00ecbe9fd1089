import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { decidePeople, exportsPerDay, type PeopleCommand, type PeopleState } from '../../../shared/domain/people/decide.ts';
import { type PeopleEvent, peopleStream } from '../../../shared/domain/people/events.ts';
import { officeDateAt } from '../../../shared/domain/time/officeTime.ts';
import type { RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area, Command } from '../engine/areas.ts';

/** A people command as its handler sends it: whether the vault knows the person is looked up there. */
export type PeopleRequest = PeopleCommand & { readonly input: { readonly isKnown: boolean } };
type PeopleRefusal = RefusalOfMethod<'people.export'> | RefusalOfMethod<'people.erase'>;

/** Exports and erasures of personal data. What is exported or erased is in the vault; here is that it happened. */
export const peopleArea: Area<States, PeopleState, PeopleEvent, PeopleRefusal> = {
  name: 'people',
  topics: ['people', 'documents'],
  owns: (stream) => stream === peopleStream,
  methods: ['people.export', 'people.erase'],
  source: { kind: 'loaded', load },
  decider: {
    initial: { erased: false, exportTimes: [] },
    decide(command, state, { now, states }) {
      const { method, input } = command as PeopleRequest;
      const { isKnown, ...rest } = input;
      const { startsAt } = officeDateAt(now, zoneOf(states.office));
      return decidePeople({ method, input: rest } as PeopleCommand, state, { isKnown: () => isKnown, dayStartsAt: startsAt });
    },
    evolve: (state) => state,
  },
  streamFor: () => peopleStream,
  reply: (_command, [event]) => (event?.type === 'personDataExported.v1' ? { exportId: event.data.exportId } : {}),
};

function load(db: Reader, command: Command): PeopleState {
  const { personId } = (command as PeopleRequest).input;
  const erasure = db.prepare<[string], { one: number }>('SELECT 1 AS one FROM person_erasure WHERE person_id = ?');
  const exports = db.prepare<[number], { at: number }>('SELECT at FROM person_export ORDER BY at DESC LIMIT ?');
  return { erased: erasure.get(personId) !== undefined, exportTimes: exports.all(exportsPerDay).map(({ at }) => at) };
}
