import { decideFloor, type FloorCommand, floorMethods, type FloorRefusal, type FloorState } from '../../../shared/domain/floor/decide.ts';
import { type FloorEvent, floorStream } from '../../../shared/domain/floor/events.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area } from '../engine/areas.ts';

/** What supervisors say from the floor. The one row that a command is about is read for it. */
export const floorArea: Area<States, FloorState, FloorEvent, FloorRefusal> = {
  name: 'floor',
  topics: ['floor'],
  owns: (stream) => stream === floorStream,
  methods: floorMethods,
  source: { kind: 'loaded', load: (db, command) => load(db, command as FloorCommand) },
  decider: {
    initial: { broadcast: null, thanks: null },
    decide: (command, state, { now, actor, states }) =>
      decideFloor(command as FloorCommand, state, {
        now,
        actor,
        isActive: (staffId) => states.office.staff.some(({ id, active }) => id === staffId && active),
      }),
    // Loaded anew for every command.
    evolve: (state) => state,
  },
  streamFor: () => floorStream,
  reply: () => ({}),
};

function load(db: Reader, { input }: FloorCommand): FloorState {
  if ('broadcastId' in input) {
    const row = db
      .prepare<[string], { withdrawn: number }>('SELECT withdrawn_at IS NOT NULL AS withdrawn FROM broadcast WHERE broadcast_id = ?')
      .get(input.broadcastId);
    return { broadcast: row === undefined ? null : { withdrawn: row.withdrawn === 1 }, thanks: null };
  }
  const row = db
    .prepare<[string], { staffId: string; seen: number }>(
      'SELECT staff_id AS staffId, seen_at IS NOT NULL AS seen FROM thanks WHERE thanks_id = ?',
    )
    .get(input.thanksId);
  return { broadcast: null, thanks: row === undefined ? null : { staffId: row.staffId, seen: row.seen === 1 } };
}
