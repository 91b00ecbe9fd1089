import type { LeftOutChange } from '../../../shared/domain/queue/mergeEvents.ts';
import type { QueueState } from '../../../shared/domain/queue/state.ts';
import type { Reader } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import { actorFromText, type EventRow } from '../engine/event.ts';
import { counting } from '../engine/terms.ts';
import type { Ports } from '../ports.ts';

interface Parts {
  readonly db: Reader;
  readonly engine: Engine<{ readonly queue: QueueState }>;
  readonly ports: Pick<Ports, 'random'>;
  readonly term: () => number;
}

/** More than a person changes while nobody knows of a new lead; the rest comes in a second notice. */
const mostInOne = 200;

type Change = LeftOutChange & { readonly originSeq: number };

/**
 * At the lead: what a deposed lead changed of the office after its term does not count (decision 0016, rule 16). It is not brought in by
 * itself, for the office went on with other settings; people are told once, and change it again if they still want it. Stations that it
 * took in or revoked stand (reactors/lateRegistry.ts).
 */
export function createLeftOutChanges({ db, engine, ports, term }: Parts): { tell(): void } {
  const leftOut = db.prepare<[], EventRow>(
    `SELECT event.* FROM left_out JOIN event USING (origin, origin_seq) WHERE stream NOT LIKE 'queue/%' AND stream <> 'lead'
       AND type NOT IN ('stationJoined.v1', 'stationRevoked.v1')
     ORDER BY origin, origin_seq`,
  );
  const tellings = db.prepare<[], { data: string }>(`SELECT data FROM event WHERE type = 'changesLeftOut.v1' AND ${counting}`);
  let told = new Set<string>();
  let toldInTerm = Number.NaN;
  const keyOf = (origin: string, originSeq: number) => `${origin} ${originSeq}`;
  const readTold = () => {
    const known = tellings.all().map(({ data }) => JSON.parse(data) as { originSeqs: number[]; notice: { stationId: string } });
    told = new Set(known.flatMap(({ originSeqs, notice }) => originSeqs.map((originSeq) => keyOf(notice.stationId, originSeq))));
    toldInTerm = term();
  };
  return {
    tell() {
      const rows = leftOut.all();
      if (rows.length === 0 || engine.base('queue').day === null) return;
      // A new term may leave out the telling itself.
      if (toldInTerm !== term()) readTold();
      const fresh = rows.filter(({ origin, origin_seq: originSeq }) => !told.has(keyOf(origin, originSeq)));
      for (const stationId of new Set(fresh.map(({ origin }) => origin))) {
        const changes = fresh.filter(({ origin }) => origin === stationId).map((row) => changeOf(db, row));
        for (let from = 0; from < changes.length; from += mostInOne) {
          const input = { stationId, changes: changes.slice(from, from + mostInOne) };
          const commandId = ports.random.uuid();
          const answer = engine.execute({ method: 'queue.tellLeftOut', input, commandId, actor: { kind: 'system' }, roles: ['system'] });
          if (answer.kind === 'done') for (const { originSeq } of input.changes) told.add(keyOf(stationId, originSeq));
        }
      }
    },
  };
}

function changeOf(db: Reader, { type, at, actor, data, origin_seq: originSeq }: EventRow): Change {
  const by = actorFromText(actor);
  return { what: type, name: nameOf(db, JSON.parse(data) as Named), staffId: by.kind === 'staff' ? by.staffId : null, at, originSeq };
}

/** What tells one of its kind from the others; an event that names only an id is explained by an earlier one of the same thing. */
interface Named {
  readonly id?: string;
  readonly name?: string;
  readonly title?: { readonly id: string };
  readonly text?: { readonly id: string };
  readonly serviceId?: string;
  readonly counterId?: string;
  readonly printerId?: string;
  readonly staffId?: string;
}

function nameOf(db: Reader, named: Named): string {
  const own = ownName(named);
  const id = named.serviceId ?? named.counterId ?? named.printerId ?? named.staffId ?? named.id;
  if (own !== '' || id === undefined) return own.slice(0, 200);
  const before = db
    .prepare<[string], { data: string }>("SELECT data FROM event WHERE stream = 'office' AND instr(data, ?) > 0 ORDER BY seq DESC")
    .all(id)
    .flatMap(({ data }) => namesOf(JSON.parse(data), id))
    .find((name) => name !== '');
  return (before ?? '').slice(0, 200);
}

/** What a thing is called in an event, or in one that holds several, as the founding of the office does. */
function namesOf(value: unknown, id: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const named = value as Named;
  return [...(named.id === id ? [ownName(named)] : []), ...Object.values(value).flatMap((part) => namesOf(part, id))];
}

const ownName = ({ name, title, text }: Named): string => name ?? title?.id ?? text?.id ?? '';
