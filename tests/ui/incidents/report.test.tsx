import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import HelpBanner from '../../../renderer/ui/staff/banners/HelpBanner.tsx';
import { StaffSessionProvider } from '../../../renderer/ui/staff/StaffContext.tsx';
import IncidentsScreen from '../../../renderer/screens/incidents/IncidentsScreen.tsx';
import TrainingScreen from '../../../renderer/screens/training/TrainingScreen.tsx';
import { defaultCards } from '../../../shared/domain/calm/defaultCards.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { defaultScenarios } from '../../../shared/domain/training/defaultScenarios.ts';
import type { HelpView, IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';
import { idOf, session } from '../counter/fixtures.tsx';

const incidentId = idOf(900);
const incident: IncidentView = {
  ...{ incidentId, source: 'alarm', level: 'violent', highest: 'violent', counterId: null, counterName: 'Loket 3', ticketNumber: null },
  ...{ openedAt: Date.UTC(2026, 10, 23, 3), occurredAt: Date.UTC(2026, 10, 23, 3), openedBy: 'Sari', finishedAt: null, forms: [] },
  ...{ strategies: [], outcome: null, helps: [], reportOwed: true, reportCompletedAt: null, call: null },
};
const report = { ...emptyReport, occurredAt: incident.occurredAt, place: 'Loket 3', reporter: 'Sari' };

function hostWith(): FakeHost {
  const host = createFakeHost();
  const profile = { name: 'Dinas', address: '', zone: 'Asia/Jakarta', language: 'id' } as const;
  host.answers('office.profile', { profile, texts: null });
  host.answers('printing.jobs', []);
  host.answers('incident.view', { incident, report });
  host.answers('incident.saveReport', { savedAt: Date.UTC(2026, 10, 23, 3, 5, 7) });
  return host;
}
const open = (host: FakeHost, path: string) =>
  renderWithHost(
    host,
    <MemoryRouter initialEntries={[path]}>
      <StaffSessionProvider session={session}>
        <Routes>
          <Route path="/kejadian/*" element={<IncidentsScreen />} />
          <Route path="/latihan/*" element={<TrainingScreen />} />
          <Route path="/loket" element={<HelpBanner />} />
        </Routes>
      </StaffSessionProvider>
    </MemoryRouter>,
  );
const field = (name: RegExp) => screen.findByRole('textbox', { name });

describe('the incident report', () => {
  it('saves itself as it is typed, and says to the second when', async () => {
    const host = hostWith();
    open(host, `/kejadian/${incidentId}`);
    await userEvent.type(await field(/Bagaimana sampai terjadi/u), 'ia berteriak');
    await waitFor(() => expect(host.sent('incident.saveReport').at(-1)?.report.buildUp).toBe('ia berteriak'));
    expect(await screen.findByText('Tersimpan 10.05.07')).toBeVisible();
  });

  it('says what is missing, goes there, and completes only what is whole', async () => {
    const host = hostWith();
    host.answers('incident.completeReport', {});
    open(host, `/kejadian/${incidentId}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Laporan selesai' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Yang masih kosong: Bagaimana sampai terjadi, Tindakan supaya tidak terulang.',
    );
    expect(await field(/Bagaimana sampai terjadi/u)).toHaveFocus();
    expect(host.sent('incident.completeReport')).toEqual([]);
    await userEvent.keyboard('ia berteriak');
    await userEvent.type(await field(/Tindakan supaya/u), 'meja lebih lebar');
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Laporan selesai' }));
    await waitFor(() => expect(host.sent('incident.completeReport')).toEqual([{ incidentId }]));
    // What was typed is on disk before.
    expect(host.sent('incident.saveReport').at(-1)?.report).toMatchObject({ buildUp: 'ia berteriak', prevention: 'meja lebih lebar' });
  });

  it('a pasted tab or control character never keeps it from being saved', async () => {
    const host = hostWith();
    open(host, `/kejadian/${incidentId}`);
    await userEvent.click(await field(/Ciri-ciri pelaku/u));
    await userEvent.paste('baju\tmerah\u0007');
    await waitFor(() => expect(host.sent('incident.saveReport').at(-1)?.report.person).toBe('baju merah'));
  });

  it('is not completed while the disk does not take what was typed', async () => {
    const host = hostWith();
    host.answers('incident.view', { incident, report: { ...report, prevention: 'meja lebih lebar', buildUp: 'ia berteriak' } });
    host.answers('incident.completeReport', {});
    host.replies('incident.saveReport', () => ({ kind: 'failed', failure: { type: 'internal', reference: 'disk' } }));
    open(host, `/kejadian/${incidentId}`);
    await userEvent.type(await field(/Bagaimana sampai terjadi/u), ' dan memukul');
    await userEvent.click(screen.getByRole('button', { name: 'Laporan selesai' }));
    expect(await screen.findByText(/Belum tersimpan/u)).toBeVisible();
    expect(host.sent('incident.completeReport')).toEqual([]);
  });

  it('that was completed in another window shows what was completed', async () => {
    const host = hostWith();
    open(host, `/kejadian/${incidentId}`);
    await userEvent.type(await field(/Bagaimana sampai terjadi/u), 'di jendela ini');
    const completed = { ...incident, reportCompletedAt: Date.UTC(2026, 10, 23, 4) };
    host.answers('incident.view', { incident: completed, report: { ...report, buildUp: 'di jendela lain' } });
    host.changed('incidents');
    await waitFor(async () => expect(await field(/Bagaimana sampai terjadi/u)).toHaveValue('di jendela lain'));
  });

  it('is read-only once complete, and the record of a call that is just over may still be on its way', async () => {
    const host = hostWith();
    host.replies('incident.view', () => ({ kind: 'refused', refusal: { type: 'incidentUnknown' } }));
    open(host, `/kejadian/${incidentId}`);
    expect(await screen.findByText('Laporan sedang disiapkan')).toBeVisible();
    host.answers('incident.view', { incident: { ...incident, reportCompletedAt: Date.UTC(2026, 10, 23, 4) }, report });
    host.changed('incidents');
    expect(await screen.findByText(/Laporan selesai 23 Nov 2026 11\.00/u)).toBeVisible();
    expect(await field(/Bagaimana sampai terjadi/u)).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'Laporan selesai' })).toBeNull();
  });
});

describe('an incident of a security call', () => {
  it('says what the call was for, who answered and how it ended, and never "violence" of a doctor', async () => {
    const host = hostWith();
    const call: IncidentView['call'] = {
      ...{ kind: 'medical', acknowledged: [{ name: 'Agus', at: incident.occurredAt }], arrivedAt: null, policeAt: null },
      over: { how: 'withdrawn', at: incident.occurredAt + 60_000, name: 'Sari', reason: 'salah tekan' },
    };
    host.answers('incident.view', { incident: { ...incident, call }, report });
    open(host, `/kejadian/${incidentId}`);
    const record = await screen.findByRole('complementary', { name: 'Yang tercatat sendiri' });
    expect(record).toHaveTextContent('Medis · dibatalkan · salah tekan · Sari');
    expect(record).toHaveTextContent(/Menuju lokasi\s*Agus 10\.00/u);
    expect(screen.queryByText(/Kekerasan/u)).toBeNull();
  });
});

describe('an incident that nobody ended on its card', () => {
  it('is ended beside its report with the same two taps', async () => {
    const host = hostWith();
    host.answers('incident.finish', {});
    open(host, `/kejadian/${incidentId}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Antarpribadi' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ditangani keamanan' }));
    expect(host.sent('incident.finish')).toEqual([{ incidentId, forms: ['interpersonal'], strategies: [], outcome: 'securityCame' }]);
    host.answers('incident.view', { incident: { ...incident, outcome: 'securityCame' }, report });
    host.changed('incidents');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Bagaimana berakhir?' })).toBeNull());
  });
});

describe('the list of incidents', () => {
  it('puts owed reports first and says who came', async () => {
    const host = hostWith();
    const help: HelpView = {
      ...{ incidentId: idOf(910), helpId: idOf(911), kind: 'supervisor', requestedAt: 1, counterName: 'Loket 1', ticketNumber: 'A-001' },
      ...{ requestedBy: 'Budi', level: 'angry', acknowledgedBy: 'Dewi', acknowledgedAt: 2 },
    };
    const other: IncidentView = {
      ...incident,
      ...{ incidentId: idOf(910), source: 'card', highest: 'angry', counterName: 'Loket 1', outcome: 'leftCalm', finishedAt: 5 },
      ...{ reportOwed: false, helps: [help] },
    };
    host.answers('incident.list', { incidents: [incident, other], reportsOwed: 1 });
    open(host, '/kejadian');
    expect(await screen.findByRole('heading', { name: /Laporan belum selesai/u })).toBeVisible();
    const rows = screen.getAllByRole('link').map((row) => row.textContent);
    expect(rows[0]).toContain('Isi laporan');
    expect(rows[1]).toMatch(/Marah.*Dewi datang.*Pergi dengan tenang/u);
  });
});

describe('help that is asked for elsewhere', () => {
  const ask = (change: Partial<HelpView> = {}): HelpView => ({
    ...{ incidentId, helpId: idOf(920), kind: 'secondOfficer', requestedAt: Date.now(), counterName: 'Loket 1', ticketNumber: 'A-001' },
    ...{ requestedBy: 'Budi', level: 'angry', acknowledgedBy: null, acknowledgedAt: null },
    ...change,
  });

  it('is shown with "I am coming", which tells the counter', async () => {
    const host = hostWith();
    host.answers('incident.help', [ask()]);
    host.replies('incident.acknowledgeHelp', () => {
      host.answers('incident.help', [ask({ acknowledgedBy: 'Sari', acknowledgedAt: Date.now() })]);
      host.changed('incidents');
      return { kind: 'done', output: {} };
    });
    open(host, '/loket');
    await userEvent.click(await screen.findByRole('button', { name: 'Saya datang' }));
    expect(host.sent('incident.acknowledgeHelp')).toEqual([{ incidentId, helpId: idOf(920) }]);
    expect(await screen.findByText('Sari menuju ke sana.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Saya datang' })).toBeNull();
  });

  it('an officer sees calls for a second officer, not those for the supervisor, nor her own', async () => {
    const host = hostWith();
    host.answers('incident.help', [
      ask({ helpId: idOf(921), kind: 'supervisor' }),
      ask({ helpId: idOf(922), requestedBy: 'Sari' }),
      ask({ helpId: idOf(923), counterName: 'Loket 4' }),
    ]);
    open(host, '/loket');
    expect(await screen.findByText(/Loket 4: Minta petugas kedua/u)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Saya datang' })).toHaveLength(1);
  });
});

describe('training', () => {
  it('is played with the keys, says what each choice does, and tells the score with reasons', async () => {
    const host = hostWith();
    host.answers('calm.texts', {
      cards: [...defaultCards],
      scenarios: [...defaultScenarios],
      cardsAreOwn: false,
      scenariosAreOwn: false,
    });
    host.answers('training.mine', []);
    host.replies('training.record', ({ choices }) => ({ kind: 'done', output: { points: choices.length, possible: 9 } }));
    open(host, '/latihan/ktp-lama');
    expect(await screen.findByText('LATIHAN – tidak masuk data')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Adegan 1' })).toHaveFocus());
    await userEvent.keyboard('2');
    expect(await screen.findByRole('status')).toHaveTextContent(/Memperburuk · -1 dari 3/u);
    while (screen.queryByRole('button', { name: 'Lihat hasil' }) === null) {
      const next = screen.queryByRole('button', { name: 'Lanjut' });
      if (next === null) await userEvent.keyboard('1');
      else await userEvent.keyboard('{Enter}');
    }
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: /^Hasil: /u })).toHaveFocus();
    expect(screen.getAllByText(/^Lebih baik: /u).length).toBeGreaterThan(0);
    expect(await screen.findByText('Hasil tersimpan, terpisah dari data kantor.')).toBeVisible();
    const [played] = host.sent('training.record');
    expect(played).toMatchObject({ scenarioId: 'ktp-lama' });
    expect(played?.choices[0]).toBe(1);
  });
});
