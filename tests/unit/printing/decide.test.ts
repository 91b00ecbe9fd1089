import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialOffice } from '../../../shared/domain/office/state.ts';
import type { Printer } from '../../../shared/domain/office/types.ts';
import type { Print, PrintingCommand } from '../../../shared/domain/printing/commands.ts';
import { decidePrinting } from '../../../shared/domain/printing/decide.ts';
import type { PrintingEvent, PrintRequested } from '../../../shared/domain/printing/events.ts';
import { evolvePrinting } from '../../../shared/domain/printing/evolve.ts';
import { initialPrinting, type PrintingContext, type PrintingState, type PrintJobState } from '../../../shared/domain/printing/state.ts';
import { idOf } from '../../fixtures/documents.ts';

const network: Printer = {
  id: idOf(1),
  name: 'Kios',
  paper: '58mm',
  connection: { kind: 'network', host: '192.168.1.50', port: 9100 },
  uses: ['ticket'],
};
const system: Printer = {
  id: idOf(2),
  name: 'Loket A5',
  paper: 'a5',
  connection: { kind: 'system', deviceName: 'EPSON L3210' },
  uses: ['documentReceipt'],
};
const chosen: Printer = { ...system, id: idOf(3), name: 'Pilih sendiri', connection: { kind: 'system', deviceName: '' }, uses: [] };

const office = {
  ...initialOffice,
  profile: { name: 'Disdukcapil', address: '', zone: 'Asia/Jakarta' as const, language: 'id' as const },
  printers: [network, system, chosen],
};
const officer: PrintingContext = { roles: ['petugas'], staffId: null, office };
const kiosk: PrintingContext = { roles: ['kiosk'], staffId: null, office };
const known: PrintingState = { ...initialPrinting, subject: { label: 'A-012' } };

const print = (change: Partial<Print['input']> = {}): Print => ({
  method: 'printing.print',
  input: { jobId: idOf(10), kind: 'ticket', subjectId: idOf(11), printerId: null, ...change },
});
const requested = (command: Print, state = known, context = officer): PrintRequested['data'] => {
  const result = decidePrinting(command, state, context);
  if (!result.ok || result.value[0]?.type !== 'printRequested.v1') throw new Error(JSON.stringify(result));
  return result.value[0].data;
};
const job = (change: Partial<PrintJobState> = {}): PrintingState => ({
  ...initialPrinting,
  job: { kind: 'ticket', by: 'window', outcome: 'pending', failure: null, ...change },
});

describe('printing.print', () => {
  it('given a printer for this paper in the settings, sends it there', () => {
    expect(requested(print(), known, kiosk)).toEqual({
      jobId: idOf(10),
      kind: 'ticket',
      subjectId: idOf(11),
      label: 'A-012',
      printerId: network.id,
      printerName: 'Kios',
      by: 'host',
      deviceName: null,
      paper: '58mm',
      language: 'id',
      copy: 0,
    });
  });

  it('given a system printer, lets the window print on the named device', () => {
    expect(requested(print({ kind: 'documentReceipt' }))).toMatchObject({ by: 'window', paper: 'a5', deviceName: 'EPSON L3210' });
  });

  it('given a system printer without a name, leaves the choice to the print dialog', () => {
    expect(requested(print({ printerId: chosen.id }))).toMatchObject({ printerId: chosen.id, by: 'window', deviceName: null });
  });

  it.each([
    ['ticket', '80mm'],
    ['documentReceipt', 'a5'],
    ['shortfallSlip', 'a5'],
  ] as const)('given no printer at all, the window prints a %s on %s', (kind, paper) => {
    const bare: PrintingContext = { roles: ['petugas'], staffId: null, office: { ...office, printers: [] } };
    expect(requested(print({ kind }), known, bare)).toMatchObject({ printerId: null, printerName: null, by: 'window', paper });
  });

  it('given another printer chosen by the officer, uses that one', () => {
    expect(requested(print({ printerId: system.id }))).toMatchObject({ printerId: system.id, by: 'window', paper: 'a5' });
  });

  it('speaks the language asked for, else the office’s', () => {
    expect(requested(print({ language: 'en' })).language).toBe('en');
    expect(requested(print()).language).toBe('id');
  });

  it('given earlier prints, whatever became of them, marks the copy', () => {
    expect(requested(print(), { ...known, printsBefore: 3 }).copy).toBe(3);
  });

  it.each([
    ['there is nothing to print', print(), initialPrinting, officer, { type: 'subjectUnknown' }],
    ['a kiosk asks for a receipt', print({ kind: 'documentReceipt' }), known, kiosk, { type: 'subjectUnknown' }],
    ['a kiosk asks for a slip', print({ kind: 'shortfallSlip' }), known, kiosk, { type: 'subjectUnknown' }],
    ['the printer is not in the settings', print({ printerId: idOf(9) }), known, officer, { type: 'printerUnknown' }],
    ['the job exists', print(), { ...known, job: job().job }, officer, { type: 'jobExists' }],
  ] as const)('when %s, refuses', (_when, command, state, context, refusal) => {
    expect(decidePrinting(command, state, context)).toEqual({ ok: false, error: refusal });
  });
});

describe('the end of a job', () => {
  const report = (outcome: 'handedOver' | 'failed' | 'cancelled', failure: 'noPrinter' | null = null): PrintingCommand => ({
    method: 'printing.report',
    input: { jobId: idOf(10), outcome, failure },
  });
  const end = (outcome: 'printed' | 'failed', failure: 'timeout' | 'interrupted' | null = null): PrintingCommand => ({
    method: 'printing.end',
    input: { jobId: idOf(10), outcome, failure },
  });
  const ended = (outcome: string, failure: string | null) => ({
    ok: true,
    value: [{ type: 'printEnded.v1', data: { jobId: idOf(10), outcome, failure } }],
  });

  it.each([
    ['the window handed it over', report('handedOver'), job(), ended('handedOver', null)],
    ['the window failed', report('failed', 'noPrinter'), job(), ended('failed', 'noPrinter')],
    ['the window failed and cannot say why', report('failed'), job(), ended('failed', 'refused')],
    ['the person cancelled', report('cancelled'), job(), ended('cancelled', null)],
    ['the printer took it', end('printed'), job({ by: 'host' }), ended('printed', null)],
    ['the printer stalled', end('failed', 'timeout'), job({ by: 'host' }), ended('failed', 'timeout')],
    ['a crash came between', end('failed', 'interrupted'), job(), ended('failed', 'interrupted')],
    [
      'the window lived on through the crash and knows better',
      report('handedOver'),
      job({ outcome: 'failed', failure: 'interrupted' }),
      ended('handedOver', null),
    ],
  ])('when %s, is recorded', (_when, command, state, result) => {
    expect(decidePrinting(command, state, officer)).toEqual(result);
  });

  it.each([
    ['of a job that does not exist', report('handedOver'), initialPrinting, officer, { type: 'jobUnknown' }],
    ['by a window of a job of the host', report('handedOver'), job({ by: 'host' }), officer, { type: 'jobUnknown' }],
    ['by a kiosk of a receipt', report('handedOver'), job({ kind: 'documentReceipt' }), kiosk, { type: 'jobUnknown' }],
    ['of a job that has ended', report('handedOver'), job({ outcome: 'cancelled' }), officer, { type: 'jobEnded', outcome: 'cancelled' }],
    [
      'as interrupted of a job already interrupted',
      end('failed', 'interrupted'),
      job({ outcome: 'failed', failure: 'interrupted' }),
      officer,
      { type: 'jobEnded', outcome: 'failed' },
    ],
  ] as const)('%s is refused', (_what, command, state, context, refusal) => {
    expect(decidePrinting(command, state, context)).toEqual({ ok: false, error: refusal });
  });
});

describe('any number of prints', () => {
  it('has one original; the copies are numbered without gaps, whatever became of each print', () => {
    const ends = fc.constantFrom('printed', 'failed', 'cancelled', 'none' as const);
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 20 }), (outcomes) => {
        let state = known;
        const follow = (event: PrintingEvent) => {
          state = evolvePrinting(state, event);
        };
        const copies = outcomes.map((outcome, index) => {
          const data = requested(print({ jobId: idOf(100 + index) }), { ...state, job: null });
          follow({ type: 'printRequested.v1', data });
          if (outcome !== 'none') follow({ type: 'printEnded.v1', data: { jobId: data.jobId, outcome, failure: null } });
          return data.copy;
        });
        expect(copies).toEqual(outcomes.map((_, index) => index));
      }),
    );
  });
});
