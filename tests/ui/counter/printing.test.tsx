import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pageRule, withStyleNonce } from '../../../renderer/ui/printing/paperDocument.ts';
import { printPaper, savePaperAsPdf, type WindowPrint } from '../../../renderer/ui/printing/printPaper.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { type LoketShell, shellName } from '../../../shared/shell.ts';
import { createFakeHost } from '../fakeHost.tsx';
import { deskHost, idOf, renderCounter, serving, view } from './fixtures.tsx';

const subject = { kind: 'ticket', subjectId: idOf(101) } as const;
const paper = { html: '<!doctype html><style>p{}</style><p>C-001', widthMm: 80 };

describe('printing a paper', () => {
  const printedBy = (by: 'host' | 'window') => {
    const host = createFakeHost();
    host.answers('printing.print', { copy: 2, by, paper: '58mm', language: 'en', deviceName: 'thermal-1' });
    host.answers('printing.paper', paper);
    host.answers('printing.report', {});
    return host;
  };
  const never: WindowPrint = () => Promise.reject(new Error('must not be printed here'));

  it('by the host: only the job is recorded here', async () => {
    const host = printedBy('host');
    const result = await printPaper(host.connection.client, subject, never);
    const [job] = host.sent('printing.print');
    expect(job).toMatchObject({ ...subject, printerId: null });
    expect(result).toEqual({ kind: 'queued', jobId: job?.jobId, copy: 2 });
  });

  it('by the window: the paper of the job is printed and its outcome reported', async () => {
    const host = printedBy('window');
    const printed: unknown[] = [];
    const result = await printPaper(host.connection.client, subject, (given, deviceName) => {
      printed.push(given, deviceName);
      return Promise.resolve({ outcome: 'handedOver', failure: null });
    });
    const jobId = host.sent('printing.print')[0]?.jobId;
    expect(printed).toEqual([paper, 'thermal-1']);
    expect(host.sent('printing.paper')).toEqual([{ ...subject, paper: '58mm', copy: 2, language: 'en' }]);
    expect(host.sent('printing.report')).toEqual([{ jobId, outcome: 'handedOver', failure: null }]);
    expect(result).toMatchObject({ kind: 'ended', outcome: { outcome: 'handedOver' } });
  });

  it('given that the paper cannot be made, the job is reported as failed', async () => {
    const host = printedBy('window');
    host.replies('printing.paper', () => ({ kind: 'refused', refusal: { type: 'subjectUnknown' } }));
    const result = await printPaper(host.connection.client, subject, never);
    expect(host.sent('printing.report')).toMatchObject([{ outcome: 'failed', failure: 'rendering' }]);
    expect(result).toMatchObject({ kind: 'ended', outcome: { outcome: 'failed', failure: 'rendering' } });
  });

  it('given a refusal, nothing is printed', async () => {
    const host = printedBy('window');
    host.replies('printing.print', () => ({ kind: 'refused', refusal: { type: 'printerUnknown' } }));
    const result = await printPaper(host.connection.client, subject, never);
    expect(result).toEqual({ kind: 'problem', problem: { kind: 'refused', refusal: { type: 'printerUnknown' } } });
  });
});

describe('saving a paper as PDF in the desktop program', () => {
  const inShell = (printToPdf: LoketShell['printToPdf']) => vi.stubGlobal(shellName, { printToPdf });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  // The shell lets exactly this through: a blob of the page's own origin, of type application/pdf.
  it('downloads the PDF that the shell made, as a blob of that type, under the name of the paper', async () => {
    vi.useFakeTimers();
    inShell(() => Promise.resolve({ ok: true, pdf: new Uint8Array([37, 80, 68, 70]) }));
    const create = vi.fn<(file: Blob) => string>(() => 'blob:app://loket/1');
    const revoke = vi.fn<(url: string) => void>();
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: revoke });
    const clicked: string[][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push([this.href, this.download]);
    });
    expect(await savePaperAsPdf(paper, 'C-001.pdf')).toBe(true);
    expect(clicked).toEqual([['blob:app://loket/1', 'C-001.pdf']]);
    expect(create.mock.calls[0]?.[0]).toMatchObject({ type: 'application/pdf', size: 4 });
    vi.runAllTimers();
    expect(revoke.mock.calls).toEqual([['blob:app://loket/1']]);
  });

  it('says when the shell could not make it', async () => {
    inShell(() => Promise.resolve({ ok: false, failure: 'rendering' }));
    expect(await savePaperAsPdf(paper, 'C-001.pdf')).toBe(false);
  });
});

describe('the document of a paper', () => {
  it('carries the nonce of the page on its style blocks and nowhere else', () => {
    expect(withStyleNonce('<head><style>a{}</style><style media="print">b{}</style></head><stylesheet>', 'abc"')).toBe(
      '<head><style nonce="abc&quot;">a{}</style><style nonce="abc&quot;" media="print">b{}</style></head><stylesheet>',
    );
    expect(withStyleNonce('<style>a{}</style>', '')).toBe('<style>a{}</style>');
  });

  it('names width and height of a roll, and leaves sheets to themselves', () => {
    expect(pageRule(80, 96)).toBe('@page { size: 80mm 27mm; margin: 0; }');
    expect(pageRule(148, 800)).toBe('');
  });
});

describe('papers at the counter', () => {
  const job = (change: Partial<Output<'printing.jobs'>[number]>): Output<'printing.jobs'>[number] => ({
    jobId: idOf(900),
    kind: 'ticket',
    subjectId: serving(1).id,
    label: 'C-001',
    printerName: 'Thermal',
    outcome: 'pending',
    failure: null,
    copy: 0,
    at: Date.now(),
    ...change,
  });

  it('a printer that does not answer is told with what is safe, and printing again makes a new job', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
    renderCounter(host);
    await userEvent.click(await screen.findByRole('button', { name: /Lainnya/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Cetak karcis' }));
    await waitFor(() => expect(host.sent('printing.print')).toHaveLength(1));
    const jobId = host.sent('printing.print')[0]?.jobId ?? '';
    host.answers('printing.jobs', [job({ jobId, outcome: 'failed', failure: 'unreachable' })]);
    host.changed('printing');

    const sentence = await screen.findByText('Printer tidak menjawab. Karcis C-001 tersimpan. Tekan Cetak ulang.');
    const notice = sentence.parentElement;
    if (notice === null) throw new Error('a notice has a body');
    await userEvent.click(within(notice).getByRole('button', { name: 'Cetak ulang' }));
    await waitFor(() => expect(host.sent('printing.print')).toHaveLength(2));
    expect(host.sent('printing.print')[1]?.jobId).not.toBe(jobId);
  });

  it('are listed with their outcome and copy, and can be looked at', async () => {
    const host = deskHost(view());
    host.answers('printing.jobs', [job({ outcome: 'failed', failure: 'timeout', copy: 2 })]);
    host.answers('printing.paper', paper);
    renderCounter(host);
    await userEvent.click(await screen.findByRole('tab', { name: /Cetakan/ }));
    expect(await screen.findByText('SALINAN 2')).toBeVisible();
    expect(screen.getByText('gagal: Printer terlalu lama menjawab.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Pratinjau Karcis C-001' }));
    const sheet = await screen.findByTitle('Pratinjau kertas');
    expect(sheet).toHaveAttribute('sandbox', '');
    expect(sheet).toHaveAttribute('srcdoc', paper.html);
    expect(host.sent('printing.paper')[0]).toMatchObject({ kind: 'ticket', copy: 1, paper: '80mm' });
  });
});
