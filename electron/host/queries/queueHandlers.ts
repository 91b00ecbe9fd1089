import { ok } from '../../../shared/result.ts';
import { queueMethodNames } from '../../../shared/domain/queue/decide.ts';
import type { QueueMethod } from '../../../shared/domain/queue/commands.ts';
import { ticketById } from '../../../shared/domain/queue/state.ts';
import type { Callers } from '../rpc/connection.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Answered, Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { boardScreen, counterList, counterScreen, kioskScreen } from './queueScreens.ts';
import { ticketQuery } from './queueTicket.ts';

type Parts = Pick<Services, 'db' | 'engine' | 'vault' | 'ports' | 'dayRollover' | 'office' | 'station'>;

/** Everything a window asks of the queue. Before each command the office day is brought in step with the clock. */
export function createQueueHandlers(services: Parts, execute: Execute, callers: Callers): Handlers {
  const { engine, vault, ports, dayRollover, office, station } = services;
  const now = () => ports.clock.now();
  const isOwnOnly = () => office.standing().mode === 'ownOnly';
  /** The founder's numbers bear no letter, cut off or not. */
  const ownSeries = () => (isOwnOnly() && station.letter !== '' ? station.letter : null);

  const inStep = (method: QueueMethod) => (input: unknown, call: Call) => {
    dayRollover.check();
    return execute(method, input, call);
  };
  const commands = Object.fromEntries(queueMethodNames.map((method) => [method, inStep(method)])) as Handlers;

  return {
    ...commands,
    'queue.openDay': (input, call): Answered<'queue.openDay'> => {
      // A repeated command gets its first answer and confirms nothing a second time.
      const first = execute.first('queue.openDay', call);
      if (first !== null) return first;
      dayRollover.check();
      if (input.confirmClock === true) dayRollover.confirm(callers.actorOf(call.connection));
      return execute('queue.openDay', input, call);
    },
    // Vault first, event second. The text goes no further than the vault: the engine learns whether there is one.
    'queue.note': (input, call): Answered<'queue.note'> => {
      const first = execute.first('queue.note', call);
      if (first !== null) return first;
      const visitId = ticketById(engine.states.queue, input.ticketId)?.visitId;
      const stored = visitId !== undefined && vault.putNote(visitId, input.text);
      return execute('queue.note', { ticketId: input.ticketId, hasNote: stored && input.text !== '' }, call);
    },
    'queue.disturbances': () =>
      ok(Object.entries(engine.states.queue.disturbances).map(([serviceId, { note, promisedOn }]) => ({ serviceId, note, promisedOn }))),
    'queue.notices': () => ok([...engine.states.queue.notices]),
    'queue.kiosk': () => ok(kioskScreen(engine.states, now(), ownSeries())),
    'queue.board': () => ok(boardScreen(engine.states, now(), isOwnOnly())),
    'queue.counters': () => ok(counterList(engine.states, now())),
    'queue.counterView': ({ counterId }) => counterScreen(engine.states, counterId, now()),
    'queue.ticket': ({ ticketId }) => ticketQuery(services, ticketId),
  };
}
