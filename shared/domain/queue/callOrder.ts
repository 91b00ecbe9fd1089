import { inOrder, type OrderedList } from '../collections/orderedList.ts';
import type { PriorityPolicy } from '../office/types.ts';
import type { RegularsSincePriority } from './events.ts';
import { choose, type Choice, counterAfter, precedes } from './policy.ts';
import type { ServiceLine, Waiting } from './state.ts';

export interface Calling {
  /** The lines of the services that the counter takes. */
  readonly lines: readonly ServiceLine[];
  readonly serviceIds: readonly string[];
  readonly policy: PriorityPolicy;
  readonly counters: RegularsSincePriority;
  /** Day time of the first call, ms. */
  readonly now: number;
  /** Time between the calls, ms; 0 for the order at this moment. */
  readonly msPerCall: number;
  /** Visitors who cannot be called because they are at another counter. */
  readonly busyVisits: ReadonlySet<string>;
}

/** One after another as one counter would call them if nobody else came. The first is who is next now. */
export function* callOrder(calling: Calling): IterableIterator<Choice> {
  const { policy, serviceIds } = calling;
  const front = headOf(calling, 'front');
  const priority = headOf(calling, 'priority');
  const regular = headOf(calling, 'regular');
  const heads = { front, priority, regular };
  // Its own copy, changed in place: thousands of steps are simulated for an estimate.
  const counters = { ...calling.counters };
  for (let now = calling.now; ; now += calling.msPerCall) {
    const choice = choose({ front: front.first(), priority: priority.first(), regular: regular.first() }, policy, now, counters);
    if (choice === null) return;
    yield choice;
    heads[choice.from].next();
    if (policy.kind === 'ratio') for (const id of serviceIds) counters[id] = counterAfter(choice.rule, counters[id]);
  }
}

interface Head {
  first(): Waiting | undefined;
  next(): void;
}

/** Walks one class over several services in the order of places, past visitors who are busy. */
function headOf({ lines, busyVisits }: Calling, name: keyof ServiceLine): Head {
  const walks = lines.filter((line) => line[name].size > 0).map((line) => walk(line[name], busyVisits));
  let best = earliest(walks);
  return {
    first: () => best?.current,
    next() {
      best?.advance();
      best = earliest(walks);
    },
  };
}

interface Walk {
  current: Waiting | undefined;
  advance(): void;
}

function walk(list: OrderedList<Waiting>, busyVisits: ReadonlySet<string>): Walk {
  const items = inOrder(list);
  const nextFree = () => {
    for (let item = items.next(); item.done !== true; item = items.next()) {
      if (!busyVisits.has(item.value.visitId)) return item.value;
    }
    return undefined;
  };
  const self: Walk = {
    current: nextFree(),
    advance() {
      self.current = nextFree();
    },
  };
  return self;
}

function earliest(walks: readonly Walk[]): Walk | undefined {
  let best: Walk | undefined;
  for (const candidate of walks) {
    if (candidate.current === undefined) continue;
    if (best?.current === undefined || precedes(candidate.current, best.current)) best = candidate;
  }
  return best;
}
