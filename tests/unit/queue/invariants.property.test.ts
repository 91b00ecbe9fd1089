import fc from 'fast-check';
import { expect, it } from 'vitest';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { createQueueModel, makeOffice, policies } from './model.ts';
import { step, take } from './steps.ts';

it('holds under everything anybody may press, over days and clock jumps', () => {
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 200 }), fc.constantFrom(...Object.values(policies)), (steps, policy) => {
      const model = createQueueModel(makeOffice({ policy, hours: [] }));
      model.must('sari', 'queue.openDay', {});
      model.must('sari', 'queue.openCounter', { counterId: 'k1' });
      model.must('budi', 'queue.openCounter', { counterId: 'k2' });
      const numbers = new Map<string, Set<string>>();
      let callOrder = 0;
      for (const next of steps) {
        const dayBefore = model.state.day?.date ?? '';
        const outcome = take(model, next);
        if (outcome?.ok === false) refused.add(outcome.refusal.type);
        expect(queueProblems(model.state)).toEqual([]);
        const date = model.state.day?.date ?? '';
        expect(date >= dayBefore).toBe(true);
        const events = outcome?.ok === true ? outcome.events : [];
        const given = numbers.get(date) ?? new Set();
        numbers.set(date, given);
        for (const event of events.filter((one) => one.type === 'ticketIssued.v1')) {
          expect(given.has(event.data.number)).toBe(false);
          given.add(event.data.number);
        }
        for (const event of events.filter((one) => one.type === 'ticketCalled.v1' || one.type === 'ticketRecalled.v1')) {
          expect(event.data.callOrder).toBe(++callOrder);
        }
      }
    }),
    { numRuns: 300 },
  );
  // The walk is worth something only when it ran into the rules.
  expect(refused.size).toBeGreaterThan(12);
});
