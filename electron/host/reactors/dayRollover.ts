/**
 * Ends the office day when the date changes in the office's zone, while the program runs or at its next start.
 *
 * Not by itself, though, when the change looks like somebody's hand or a flat battery rather than midnight: the wall
 * clock gained more than five minutes on the monotonic one, that alone changed the date, and visitors are still there.
 * Then the queue is told that its clock is suspect; a person confirms the date by opening the day, or the clock comes back.
 */
import type { Actor } from '../../../shared/domain/decider.ts';
import { dateNow, dayStanding } from '../../../shared/domain/queue/day.ts';
import { countWaiting, idsAtCounters, type QueueState } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';
import type { Engine } from '../engine/engine.ts';
import type { Cancel, Ports } from '../ports.ts';
import { createClockWatch } from './clockWatch.ts';

const checkEvery = 20_000;

export interface DayRollover {
  /** Brings the queue's day in step with the clock; before each command of the queue, so that none works on yesterday. */
  check(): void;
  /** A person says that the clock's date is right: a day under suspicion is rolled over. */
  confirm(by: Actor): void;
  /**
   * A station that was cut off worked on this date. When the clock here says the same, its suspicion is over: two clocks, or the
   * person who opened the day, agree with it.
   */
  agreeOn(date: string): void;
  /** As the status line shows it. */
  clockStatus(): 'ok' | 'suspect' | 'behind';
  /** Checks now and from then on every 20 seconds. Returns how to stop. */
  start(): Cancel;
}

export interface DayRolloverParts {
  readonly engine: Pick<Engine<States>, 'execute' | 'states' | 'base'>;
  readonly ports: Ports;
  /** Whether the queue's day is this station's to end; a follower hears of it. */
  readonly decidesHere: () => boolean;
  /** A check on the timer failed, as when the disk is full; the next one tries again. */
  readonly onError: (error: unknown) => void;
}

export function createDayRollover({ engine, ports, decidesHere, onError }: DayRolloverParts): DayRollover {
  const watch = createClockWatch(ports.clock, () => engine.states);

  const run = (method: 'queue.rollOver' | 'queue.noteClock', input: object, actor: Actor = { kind: 'system' }) =>
    void engine.execute({ method, input, commandId: ports.random.uuid(), actor, roles: ['system'] });

  const clockDate = () => dateNow(engine.states.office, ports.clock.now());
  /** The office's day, also while people here see one that they opened cut off and that is not merged yet. */
  const queueOfOffice = () => engine.base('queue');
  const standing = () => dayStanding(queueOfOffice(), clockDate());

  const check = () => {
    const jumped = watch.jumped();
    if (!decidesHere()) return;
    const queue = queueOfOffice();
    switch (standing()) {
      case 'closed':
      case 'suspect':
        return;
      case 'open':
        if (queue.suspectDate !== null) run('queue.noteClock', { suspect: false });
        return;
      case 'over':
        if (jumped && isSomebodyThere(queue)) run('queue.noteClock', { suspect: true });
        else run('queue.rollOver', {});
    }
  };

  const confirm = (by: Actor) => {
    check();
    if (standing() === 'suspect') run('queue.rollOver', { clockConfirmed: true }, by);
  };

  return {
    check,
    confirm,
    agreeOn(date) {
      if (date === clockDate()) confirm({ kind: 'system' });
    },
    clockStatus: watch.status,
    start() {
      const guarded = () => {
        try {
          check();
        } catch (error) {
          onError(error);
        }
      };
      guarded();
      return ports.timers.every(checkEvery, guarded);
    },
  };
}

const isSomebodyThere = (queue: QueueState): boolean => countWaiting(queue) > 0 || idsAtCounters(queue).length > 0;
