import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKioskFlow, type KioskFlow, type TicketRequest } from '../../../renderer/screens/kiosk/kioskFlow.ts';
import type { Reply } from '../../../shared/rpc/client.ts';
import { issuedFor } from './fixtures.ts';

const printing = { language: 'id', printer: true } as const;
const failed: Reply<'queue.issue'> = { kind: 'failed', failure: { type: 'storageFull' } };
const done = (request: TicketRequest): Reply<'queue.issue'> => ({ kind: 'done', output: issuedFor(request.input) });

function harness(answers: ((request: TicketRequest) => Reply<'queue.issue'>)[] = []) {
  const requests: TicketRequest[] = [];
  const printed: string[] = [];
  let ids = 0;
  const flow = createKioskFlow({
    newId: () => `id-${++ids}`,
    async issue(request) {
      requests.push(request);
      return (answers[requests.length - 1] ?? done)(request);
    },
    async print(ticketId) {
      printed.push(ticketId);
      return 'taken';
    },
  });
  return { flow, requests, printed };
}

/** The harness answers by promises only, so one task later all of them have been given. */
const answersGiven = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve));

/** Resolves when the flow shows this step; the flow itself tells, nothing is waited for by time. */
const reaching = (flow: KioskFlow, at: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (flow.step().at === at) resolve();
    };
    flow.onStep(look);
    look();
  });

describe("a visitor's way to a number", () => {
  test('service, ground, number, paper', async () => {
    const { flow, requests, printed } = harness();
    flow.chooseService('s1', false);
    expect(flow.step()).toEqual({ at: 'ground', serviceId: 's1' });
    flow.chooseGround('lansia', printing);
    expect(flow.step().at).toBe('issuing');
    await reaching(flow, 'issued');
    expect(requests[0]?.input).toMatchObject({ serviceId: 's1', ground: 'lansia' });
    expect(printed).toEqual([requests[0]?.input.ticketId]);
  });

  test('given a double tap, then there is one ticket', async () => {
    const { flow, requests } = harness();
    flow.chooseService('s1', false);
    flow.chooseService('s2', false);
    flow.chooseGround(null, printing);
    flow.chooseGround(null, printing);
    await reaching(flow, 'issued');
    flow.chooseGround(null, printing);
    expect(requests.map(({ input }) => input.serviceId)).toEqual(['s1']);
  });

  test('given a failure, then trying again sends the very same command', async () => {
    const { flow, requests } = harness([() => failed]);
    flow.chooseService('s1', false);
    flow.chooseGround('ibuHamil', printing);
    await reaching(flow, 'failed');
    flow.retry();
    flow.retry();
    await reaching(flow, 'issued');
    expect(requests).toHaveLength(2);
    expect(requests[1]).toEqual(requests[0]);
  });

  test('given a full service, then nothing is asked and nothing issued', () => {
    const { flow, requests } = harness();
    flow.chooseService('s1', true);
    flow.chooseGround(null, printing);
    expect(flow.step()).toEqual({ at: 'full', serviceId: 's1' });
    expect(requests).toEqual([]);
  });

  test('while a number is being taken the kiosk does not start over', async () => {
    const { flow } = harness();
    flow.chooseService('s1', false);
    flow.chooseGround(null, printing);
    flow.reset();
    expect(flow.step().at).toBe('issuing');
    await reaching(flow, 'issued');
    flow.reset();
    expect(flow.step()).toEqual({ at: 'start', page: 0 });
  });

  test('given a slow printer, then its answer does not disturb the next visitor', async () => {
    let answer: ((paper: 'taken') => void) | undefined;
    const flow = createKioskFlow({
      newId: () => 'id',
      issue: async (request) => done(request),
      print: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    flow.chooseService('s1', false);
    flow.chooseGround(null, printing);
    await reaching(flow, 'issued');
    flow.reset();
    flow.chooseService('s2', false);
    answer?.('taken');
    await Promise.resolve();
    expect(flow.step()).toEqual({ at: 'ground', serviceId: 's2' });
  });

  test('however people tap, each answered question becomes exactly one ticket with ids of its own', async () => {
    const tap = fc.constantFrom('service', 'ground', 'retry', 'reset', 'wait', 'page');
    await fc.assert(
      fc.asyncProperty(fc.array(tap, { maxLength: 40 }), fc.array(fc.boolean(), { maxLength: 10 }), async (taps, failures) => {
        const { flow, requests } = harness(failures.map((fails) => (fails ? () => failed : done)));
        for (const what of taps) {
          if (what === 'service') flow.chooseService('s1', false);
          if (what === 'ground') flow.chooseGround(null, printing);
          if (what === 'retry') flow.retry();
          if (what === 'reset') flow.reset();
          if (what === 'page') flow.showPage(1);
          if (what === 'wait') await answersGiven();
        }
        await answersGiven();
        const tickets = new Map<string, Set<string>>();
        for (const { commandId, input } of requests) tickets.set(input.ticketId, (tickets.get(input.ticketId) ?? new Set()).add(commandId));
        // A ticket is only ever asked for by one command, however often that is repeated.
        for (const commands of tickets.values()) expect(commands.size).toBe(1);
        const issued = requests.filter((_, at) => failures[at] !== true).map(({ input }) => input.ticketId);
        expect(new Set(issued).size).toBe(issued.length);
      }),
      { numRuns: 100 },
    );
  });
});
