import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultCards } from '../../../shared/domain/calm/defaultCards.ts';
import { defaultScenarios } from '../../../shared/domain/training/defaultScenarios.ts';
import type { HelpView, IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import type { FakeHost } from '../fakeHost.tsx';
import { deskHost, idOf, ids, renderCounter, serving, showDesk, view, type View } from '../counter/fixtures.tsx';

afterEach(() => sessionStorage.clear());

const done = { kind: 'done', output: {} } as const;
const card = () => screen.findByRole('dialog', { name: 'Kartu tenang' });
const heading = async (level: string) => within(await card()).findByRole('heading', { name: level });

/** A desk whose host keeps one incident, as the real one does. */
function calmHost(shown: View = view({ current: serving(1) })): FakeHost {
  const host = deskHost(shown);
  host.answers('calm.texts', {
    cards: [...defaultCards],
    scenarios: [...defaultScenarios],
    cardsAreOwn: false,
    scenariosAreOwn: false,
  });
  host.answers('incident.suggestion', { ticketId: null, reasons: [] });
  host.answers('incident.open', {});
  host.answers('incident.setLevel', {});
  host.answers('incident.finish', {});
  host.answers('incident.withdrawHelp', {});
  host.replies('incident.view', () => ({ kind: 'refused', refusal: { type: 'incidentUnknown' } }));
  return host;
}

function showHelp(host: FakeHost, help: Partial<HelpView> = {}, change: Partial<IncidentView> = {}): void {
  const incident: IncidentView = {
    ...{ incidentId: idOf(900), source: 'card', level: 'tense', highest: 'tense', counterId: ids.counter, counterName: 'Loket 3' },
    ...{ ticketNumber: 'C-001', openedAt: 1, occurredAt: 1, openedBy: 'Sari', finishedAt: null, forms: [], strategies: [], outcome: null },
    ...{ reportOwed: false, reportCompletedAt: null, call: null },
    helps: [
      {
        ...{ incidentId: idOf(900), helpId: idOf(901), kind: 'supervisor', requestedAt: Date.now(), counterName: 'Loket 3' },
        ...{ ticketNumber: 'C-001', requestedBy: 'Sari', level: 'tense', acknowledgedBy: null, acknowledgedAt: null },
        ...help,
      },
    ],
    ...change,
  };
  const report = {
    ...{ occurredAt: null, place: '', reporter: '', affected: '', person: '', witnesses: '', buildUp: '', earlier: '', injury: '' },
    ...{ firstAid: '', policeInformed: false, police: '', prevention: '' },
  };
  host.answers('incident.view', { incident, report });
  host.changed('incidents');
}

describe('the calm card', () => {
  it('opens by F10 at "tense", writes its record in the background, and F10 closes it again', async () => {
    const host = calmHost();
    renderCounter(host);
    await screen.findByRole('toolbar');
    await userEvent.keyboard('{F10}');
    expect(await heading('Tegang')).toBeVisible();
    expect(await card()).toHaveFocus();
    expect(within(await card()).getAllByText(/./u, { selector: 'ul li' }).length).toBeGreaterThan(0);
    const [opened] = host.sent('incident.open');
    expect(opened).toMatchObject({ counterId: ids.counter, ticketId: serving(1).id, source: 'card', level: 'tense' });
    await userEvent.keyboard('{F10}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText(/Kejadian belum diakhiri/u)).toBeVisible();
    await userEvent.keyboard('{F10}');
    expect(await heading('Tegang')).toBeVisible();
    expect(host.sent('incident.open')).toHaveLength(1);
  });

  it('opens while the host is away, on a break and at a closed counter', async () => {
    const host = calmHost(view({ counter: { ...view().counter, status: 'break' } }));
    renderCounter(host);
    await screen.findByRole('button', { name: 'Kartu tenang' });
    await userEvent.keyboard('{F10}');
    expect(await heading('Tegang')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    showDesk(host, view({ counter: { ...view().counter, status: 'closed', staffId: null } }));
    host.online(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Kartu tenang' }));
    expect(await heading('Tegang')).toBeVisible();
  });

  it('goes up and down by arrows and by a tap, at most five lines, phrases in Indonesian', async () => {
    const host = calmHost();
    renderCounter(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Tegang' }));
    await heading('Tegang');
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
    expect(await heading('Marah')).toBeVisible();
    await userEvent.click(within(await card()).getByRole('button', { name: 'Ke tingkat Mengancam' }));
    expect(await heading('Mengancam')).toBeVisible();
    await userEvent.click(within(await card()).getByRole('button', { name: 'Reda' }));
    expect(await heading('Reda')).toBeVisible();
    expect(host.sent('incident.setLevel').map(({ level }) => level)).toEqual(['angry', 'threatening', 'calmed']);
    for (const { lines } of defaultCards) expect(lines.length).toBeLessThanOrEqual(5);
  });

  it('help shows that nobody has answered, then who comes', async () => {
    const host = calmHost();
    host.replies('incident.requestHelp', ({ helpId, kind }) => {
      showHelp(host, { helpId, kind });
      return done;
    });
    renderCounter(host);
    await screen.findByRole('toolbar');
    await userEvent.keyboard('{F10}');
    await heading('Tegang');
    await userEvent.click(await screen.findByRole('button', { name: 'Minta pengawas datang' }));
    expect(await within(await card()).findByText(/belum dijawab/u)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Batalkan: Minta pengawas datang' })).toBeVisible();
    showHelp(host, { acknowledgedBy: 'Dewi Lestari', acknowledgedAt: Date.now() });
    expect(await within(await card()).findByText(/Dewi Lestari menuju ke sini/u)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Batalkan/u })).toBeNull();
  });

  it('ends in two taps with what was marked before', async () => {
    const host = calmHost();
    renderCounter(host);
    await screen.findByRole('toolbar');
    await userEvent.keyboard('{F10}');
    await heading('Tegang');
    await userEvent.click(screen.getByRole('button', { name: 'Akhiri kejadian' }));
    await userEvent.click(screen.getByRole('button', { name: 'Antarpribadi' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pendekatan empatik' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pergi dengan tenang' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(host.sent('incident.finish')).toMatchObject([{ forms: ['interpersonal'], strategies: ['empathy'], outcome: 'leftCalm' }]);
    expect(screen.queryByText(/Kejadian belum diakhiri/u)).toBeNull();
  });

  it('a reload goes on with the same conflict', async () => {
    const host = calmHost();
    const { unmount } = renderCounter(host);
    await screen.findByRole('toolbar');
    await userEvent.keyboard('{F10}');
    await heading('Tegang');
    await userEvent.keyboard('{ArrowRight}');
    unmount();
    const again = calmHost();
    renderCounter(again);
    expect(await screen.findByText('Kejadian belum diakhiri. Tingkat terakhir: Marah.')).toBeVisible();
    expect(again.sent('incident.open')).toEqual([{ ...host.sent('incident.open')[0], level: 'angry' }]);
  });
});

describe('a conflict that was ended from its report', () => {
  it('is over at the counter as well', async () => {
    const host = calmHost();
    renderCounter(host);
    await screen.findByRole('toolbar');
    await userEvent.keyboard('{F10}');
    await card();
    const [opened] = host.sent('incident.open');
    showHelp(host, {}, { incidentId: opened?.incidentId ?? '', finishedAt: Date.now(), outcome: 'leftCalm' });
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Kartu tenang' })).toBeNull());
    expect(screen.queryByText(/Kejadian belum diakhiri/u)).toBeNull();
  });
});

describe('the quiet suggestion', () => {
  it('says why, takes no focus, and is declined once for the visitor', async () => {
    const host = calmHost();
    const ticketId = serving(1).id;
    host.answers('incident.suggestion', {
      ticketId,
      reasons: [
        { kind: 'waitedLong', waitedMinutes: 48, estimateMinutes: 20 },
        { kind: 'serviceDisturbed', note: 'server mati' },
      ],
    });
    renderCounter(host);
    const strip = await screen.findByRole('region', { name: 'Saran' });
    expect(strip).toHaveTextContent('Pengunjung ini menunggu 48 menit, perkiraannya 20 menit · Layanan ini sedang terganggu: server mati');
    expect(strip.contains(document.activeElement)).toBe(false);
    await userEvent.click(within(strip).getByRole('button', { name: 'Tidak perlu' }));
    expect(screen.queryByRole('region', { name: 'Saran' })).toBeNull();
    host.changed('queue');
    await waitFor(() => expect(host.sent('incident.suggestion').length).toBeGreaterThan(1));
    expect(screen.queryByRole('region', { name: 'Saran' })).toBeNull();
  });

  it('opens the card as a suggestion', async () => {
    const host = calmHost();
    host.answers('incident.suggestion', { ticketId: serving(1).id, reasons: [{ kind: 'thirdVisit', visits: 3 }] });
    renderCounter(host);
    const strip = await screen.findByRole('region', { name: 'Saran' });
    expect(strip).toHaveTextContent('Sudah 3 kali datang untuk urusan yang sama');
    await userEvent.click(within(strip).getByRole('button', { name: 'Buka kartu' }));
    expect(await heading('Tegang')).toBeVisible();
    expect(host.sent('incident.open')).toMatchObject([{ source: 'suggestion' }]);
  });
});
