import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDocuments } from '../../../shared/domain/documents/decide.ts';
import type { DocumentReceived } from '../../../shared/domain/documents/events.ts';
import { evolveDocuments } from '../../../shared/domain/documents/evolve.ts';
import type { DocumentState } from '../../../shared/domain/documents/state.ts';
import { officeZones } from '../../../shared/domain/values.ts';
import {
  changedCard,
  documentContext,
  documentOffice,
  documentState,
  familyCard,
  handOver,
  idOf,
  lostCard,
  markReady,
  officer,
  otherCounterId,
  policeReport,
  recordShortfall,
  register,
  ticketHere,
} from '../../fixtures/documents.ts';

const received = (result: ReturnType<typeof decideDocuments>): DocumentReceived['data'] => {
  if (!result.ok || result.value[0]?.type !== 'documentReceived.v1') throw new Error(JSON.stringify(result));
  return result.value[0].data;
};

describe('documents.register', () => {
  it('given a complete submission at her counter, registers it and promises a day', () => {
    expect(decideDocuments(register(), documentState(), documentContext())).toEqual({
      ok: true,
      value: [
        {
          type: 'documentReceived.v1',
          data: {
            documentId: idOf(50),
            personId: idOf(60),
            counterId: idOf(30),
            counterName: 'Loket 3',
            officeDate: '2026-03-12',
            ticketId: idOf(40),
            ticketNumber: 'A-012',
            serviceId: lostCard.id,
            serviceTitle: lostCard.title,
            number: 'B-2026-000001',
            letter: '',
            year: 2026,
            sequence: 1,
            // In the order of the catalogue, with the titles of this day.
            received: [
              { id: policeReport.id, title: policeReport.title },
              { id: familyCard.id, title: familyCard.title },
            ],
            // Four working days: 13, 16, 17 and, after Nyepi, Idulfitri and cuti bersama, 25 March.
            readyOn: '2026-03-25',
          },
        },
      ],
    });
  });

  it('given earlier numbers, goes on in the series of its year and letter', () => {
    const state = documentState({
      lastSequence: new Map([
        [2025, 900],
        [2026, 122],
      ]),
    });
    expect(received(decideDocuments(register(), state, documentContext())).number).toBe('B-2026-000123');
    expect(received(decideDocuments(register(), documentState(), documentContext({ letter: 'C' }))).number).toBe('BC-2026-000001');
  });

  it('given New Year’s Eve in UTC, takes the year of the office’s own calendar', () => {
    const now = Date.UTC(2026, 11, 31, 16, 30);
    const years = officeZones.map((zone) => {
      const office = { ...documentOffice, profile: { ...documentOffice.profile!, zone } };
      return received(decideDocuments(register(), documentState({ lastSequence: new Map([[2026, 5]]) }), documentContext({ now, office })))
        .number;
    });
    // 23.30 WIB, but 00.30 WITA and 01.30 WIT of the new year.
    expect(years).toEqual(['B-2026-000006', 'B-2027-000001', 'B-2027-000001']);
  });

  it('given a service of minutes, is ready the same day', () => {
    const command = register({ serviceId: changedCard.id });
    expect(received(decideDocuments(command, documentState(), documentContext())).readyOn).toBe('2026-03-12');
  });

  it('given no ticket, registers a visitor who came without one', () => {
    expect(received(decideDocuments(register({ ticketId: null }), documentState(), documentContext()))).toMatchObject({
      ticketId: null,
      ticketNumber: null,
    });
  });

  it('given a service retired meanwhile, still finishes the visit', () => {
    const office = { ...documentOffice, services: [], retiredServices: [lostCard] };
    expect(decideDocuments(register(), documentState(), documentContext({ office })).ok).toBe(true);
  });

  it.each([
    [
      'a paper is missing',
      register({ receivedRequirementIds: [familyCard.id] }),
      {},
      { type: 'requirementsMissing', missing: [policeReport.title] },
    ],
    [
      'no paper was ticked',
      register({ receivedRequirementIds: [] }),
      {},
      { type: 'requirementsMissing', missing: [policeReport.title, familyCard.title] },
    ],
    ['a paper of another service was ticked', register({ receivedRequirementIds: [idOf(3)] }), {}, { type: 'requirementUnknown' }],
    ['the service does not exist', register({ serviceId: idOf(12) }), {}, { type: 'serviceUnknown' }],
    ['the counter does not exist', register({ counterId: otherCounterId }), {}, { type: 'counterUnknown' }],
    ['the office is not set up', register(), { office: { ...documentOffice, profile: null } }, { type: 'counterUnknown' }],
    [
      'another officer is signed on there',
      register(),
      { counter: () => ({ name: 'Loket 3', staffId: idOf(21) }) },
      { type: 'notAtCounter', name: 'Loket 3' },
    ],
    [
      'the counter is closed',
      register(),
      { counter: () => ({ name: 'Loket 3', staffId: null }) },
      { type: 'notAtCounter', name: 'Loket 3' },
    ],
    [
      'nobody is logged in',
      register(),
      { actor: { kind: 'device' as const, surface: 'kiosk' as const } },
      { type: 'notAtCounter', name: 'Loket 3' },
    ],
    ['the ticket does not exist', register(), { ticketThere: null }, { type: 'ticketUnknown' }],
    [
      'the visitor stands at another counter',
      register(),
      { ticketThere: { ...ticketHere, counterId: otherCounterId, counterName: 'Loket 5' } },
      { type: 'ticketNotYours', number: 'A-012', counterName: 'Loket 5' },
    ],
    [
      'the visitor still waits',
      register(),
      { ticketThere: { ...ticketHere, status: 'waiting' as const, counterId: null, counterName: '' } },
      { type: 'ticketInOtherState', number: 'A-012', status: 'waiting' },
    ],
  ])('when %s, refuses', (_when, command, change, refusal) => {
    expect(decideDocuments(command, documentState(), documentContext(change))).toEqual({ ok: false, error: refusal });
  });

  it('given a document of the same id, answers with its number', () => {
    expect(decideDocuments(register(), documentState({ registeredAs: 'B-2026-000007' }), documentContext())).toEqual({
      ok: false,
      error: { type: 'alreadyRegistered', number: 'B-2026-000007' },
    });
  });

  it.each(['called', 'serving', 'held', 'finished'] as const)('accepts a ticket that is %s here', (status) => {
    expect(decideDocuments(register(), documentState(), documentContext({ ticketThere: { ...ticketHere, status } })).ok).toBe(true);
  });

  it('never gives a number twice, whatever the years do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2024, max: 2028 }), { maxLength: 60 }), (years) => {
        let state: DocumentState = documentState();
        const numbers = years.map((year) => {
          const now = Date.UTC(year, 5, 15, 3);
          const decided = decideDocuments(register(), { ...state, registeredAs: null }, documentContext({ now }));
          const data = received(decided);
          state = evolveDocuments(state, { type: 'documentReceived.v1', data });
          return data.number;
        });
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});

describe('what was applied for', () => {
  const inWork = documentState({ followed: { number: 'B-2026-000007', isReady: false, isCollected: false } });
  const ready = { type: 'documentReady.v1', data: { documentId: idOf(50) } } as const;
  const collected = { type: 'documentCollected.v1', data: { documentId: idOf(50) } } as const;
  const lying = evolveDocuments(inWork, ready);
  const gone = evolveDocuments(lying, collected);

  it.each([
    ['is marked as ready', markReady, inWork, [ready]],
    ['is marked once more: nothing happens twice', markReady, lying, []],
    ['is handed out', handOver, lying, [collected]],
    ['is handed out in one press before anybody marked it', handOver, inWork, [ready, collected]],
  ])('%s', (_what, command, state, events) => {
    expect(decideDocuments(command, state, documentContext())).toEqual({ ok: true, value: events });
  });

  it.each([
    ['is never handed out twice', handOver],
    ['is not ready any more once it is gone', markReady],
  ])('%s', (_what, command) => {
    expect(decideDocuments(command, gone, documentContext())).toEqual({
      ok: false,
      error: { type: 'documentCollected', number: 'B-2026-000007' },
    });
  });

  it.each([markReady, handOver])('of an unknown submission is refused: $method', (command) => {
    expect(decideDocuments(command, documentState(), documentContext())).toEqual({ ok: false, error: { type: 'documentUnknown' } });
  });

  it('needs no counter: whoever is at the desk hands it out', () => {
    expect(decideDocuments(handOver, inWork, documentContext({ counter: () => null })).ok).toBe(true);
  });
});

describe('documents.recordShortfall', () => {
  it('given missing papers, records what they are and where to get them', () => {
    expect(decideDocuments(recordShortfall(), documentState(), documentContext())).toEqual({
      ok: true,
      value: [
        {
          type: 'shortfallRecorded.v1',
          data: {
            shortfallId: idOf(70),
            counterId: idOf(30),
            counterName: 'Loket 3',
            officeDate: '2026-03-12',
            ticketId: idOf(40),
            ticketNumber: 'A-012',
            serviceId: lostCard.id,
            serviceTitle: lostCard.title,
            missing: [policeReport],
          },
        },
      ],
    });
  });

  it.each([
    [
      'a paper is not of this service',
      recordShortfall({ missingRequirementIds: [policeReport.id, idOf(9)] }),
      {},
      { type: 'requirementUnknown' },
    ],
    [
      'the officer is elsewhere',
      recordShortfall(),
      { actor: { kind: 'staff' as const, staffId: idOf(22) } },
      { type: 'notAtCounter', name: 'Loket 3' },
    ],
    ['the ticket is unknown', recordShortfall({ ticketId: idOf(41) }), {}, { type: 'ticketUnknown' }],
  ])('when %s, refuses', (_when, command, change, refusal) => {
    expect(decideDocuments(command, documentState(), documentContext(change))).toEqual({ ok: false, error: refusal });
  });

  it('given a slip of the same id, refuses', () => {
    const state = evolveDocuments(documentState(), {
      type: 'shortfallRecorded.v1',
      data: { ...received(decideDocuments(register(), documentState(), documentContext())), shortfallId: idOf(70), missing: [] },
    });
    expect(decideDocuments(recordShortfall(), state, documentContext())).toEqual({ ok: false, error: { type: 'alreadyRecorded' } });
  });

  it('names nobody: an event of documents holds ids, numbers and titles only', () => {
    const text = JSON.stringify([
      decideDocuments(register(), documentState(), documentContext()),
      decideDocuments(recordShortfall(), documentState(), documentContext()),
    ]);
    expect(text).not.toContain(officer);
    expect(text).not.toMatch(/"(?:name|nik|phone)":/u);
  });
});
