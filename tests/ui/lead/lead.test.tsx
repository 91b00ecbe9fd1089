import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { describe, expect, it } from 'vitest';
import { addTexts } from '../../../renderer/i18n/index.ts';
import * as hostLease from '../../../electron/host/office/lease.ts';
import * as texts from '../../../renderer/i18n/areas/lead.ts';
import LeadScreen from '../../../renderer/screens/lead/LeadScreen.tsx';
import { cutOffAfterMs, leaseSeenMs, oldLease } from '../../../renderer/screens/lead/oldLease.ts';
import StaffLayout from '../../../renderer/ui/staff/StaffLayout.tsx';
import { noticeKinds } from '../../../shared/domain/queue/mergeEvents.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { Candidate } from '../../../shared/rpc/methods/lead.ts';
import type { StaffRole } from '../../../shared/rpc/roles.ts';
import { type FakeHost, renderWithHost } from '../fakeHost.tsx';
import { sari, staffHost } from '../staff/fixtures.tsx';

type Standing = Output<'lead.standing'>;
type Notice = Output<'queue.notices'>[number];

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const label = (n: number) => ({ stationId: uuid(n), name: '', letter: ['', 'B', 'C'][n - 1] ?? null });
const candidate = (n: number, over: Partial<Candidate> = {}): Candidate => ({
  ...label(n),
  isHere: n === 2,
  isLead: n === 1,
  isReachable: true,
  behind: 0,
  hearsLead: false,
  heardMsAgo: 0,
  filesMissing: 0,
  ...over,
});
const follower: Standing = {
  stationId: uuid(2),
  mode: 'follower',
  isLead: false,
  isKept: false,
  lead: label(1),
  cutOffSince: null,
  copyProblems: [],
  stations: [label(1), label(2), label(3)],
  files: { missing: 0, from: null, problem: null },
};
const cutOff: Standing = { ...follower, mode: 'ownOnly', cutOffSince: Date.UTC(2026, 10, 23, 2, 41) };
const notice = (n: number, kind: Notice['kind'], over: Partial<Notice> = {}): Notice => ({
  id: `${uuid(2)}/${n}/0`,
  kind,
  stationId: uuid(2),
  date: '2026-11-23',
  at: Date.UTC(2026, 10, 23, 3, 5),
  numbers: ['AB-001'],
  counterIds: [uuid(11), uuid(12)],
  staffIds: [sari.staffId],
  statusThere: 'finished',
  status: 'called',
  changes: [],
  ...over,
});

function App({ path }: { path: string }) {
  const [router] = useState(() =>
    createMemoryRouter(
      [
        {
          element: <StaffLayout />,
          children: [
            { path: '/induk', element: <LeadScreen /> },
            { path: '*', element: null },
          ],
        },
      ],
      { initialEntries: [path] },
    ),
  );
  return <RouterProvider router={router} />;
}

interface Given {
  readonly role?: StaffRole;
  readonly standing?: Standing;
  readonly stations?: readonly Candidate[];
  readonly notices?: readonly Notice[];
  readonly path?: string;
}

function open({ role = 'pengawas', standing = cutOff, stations = [], notices = [], path = '/induk' }: Given): FakeHost {
  const host = staffHost({ ...sari, roles: [role] });
  const counter = (n: number) => ({ id: uuid(10 + n), number: n, name: `Loket ${n}`, serviceIds: [uuid(20)] });
  const free = { status: 'open', staffId: null, staffName: null, current: null, openedAt: null } as const;
  host.answers('lead.standing', standing);
  host.answers('lead.candidates', { stations: [...stations], recommendedId: uuid(2) });
  host.answers('queue.notices', [...notices]);
  host.answers('queue.counters', {
    day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
    counters: [1, 2].map((n) => ({ ...counter(n), ...free })),
  });
  addTexts(texts);
  renderWithHost(host, <App path={path} />);
  return host;
}
const three = [
  candidate(1, { isReachable: false, behind: null, hearsLead: null, heardMsAgo: null }),
  candidate(2),
  candidate(3, { behind: 12 }),
];
const rowOf = async (name: string) => {
  const row = (await screen.findByText(name, { selector: 'strong' })).closest('li');
  if (row === null) throw new Error(`no row of ${name}`);
  return row;
};

describe('a station that works by itself', () => {
  it('says since when, what still works and what waits, on the status line and across the window', async () => {
    open({ role: 'petugas', path: '/pengaduan' });
    expect(await screen.findByText(/Stasiun ini bekerja sendiri sejak 09\.41/u)).toBeVisible();
    expect(screen.getByText(/Tetap bisa: membuka hari, nomor dan pengunjung stasiun ini.*menutup hari\./u)).toBeVisible();
    expect(await screen.findByText(/Bekerja sendiri — induk tidak terdengar: Stasiun pertama/u)).toHaveAttribute('data-tone', 'bad');
    expect(screen.queryByRole('link', { name: 'Pilih induk …' })).toBeNull();
  });

  it('says it once on the screen of the lead', async () => {
    open({});
    expect(await screen.findByText('Induk (Stasiun pertama) tidak terdengar sejak 09.41. Stasiun ini bekerja sendiri.')).toBeVisible();
    expect(screen.getAllByText(/Tetap bisa/u)).toHaveLength(1);
    expect(screen.queryByRole('link', { name: 'Pilih induk …' })).toBeNull();
  });

  it('offers a lead that reaches nobody to stay the lead, after saying what that may lead to', async () => {
    const host = open({ standing: { ...cutOff, stationId: uuid(1), isLead: true } });
    host.answers('lead.keepLeading', {});
    const [button] = await screen.findAllByRole('button', { name: 'Tetap menjadi induk' });
    if (button === undefined) throw new Error('no button');
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/dipanggil dua kali/u);
    expect(host.sent('lead.keepLeading')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tetap menjadi induk' }));
    await waitFor(() => expect(host.sent('lead.keepLeading')).toEqual([{}]));
  });
});

describe('the stations', () => {
  it('are shown with their copies, and the newest is recommended', async () => {
    open({ stations: three });
    expect(await rowOf('Stasiun B')).toHaveTextContent(/stasiun ini.*disarankan.*salinan lengkap/u);
    expect(await rowOf('Stasiun C')).toHaveTextContent(/12 catatan belum ada/u);
    expect(await rowOf('Stasiun pertama')).toHaveTextContent(/tidak terjangkau/u);
    expect(within(await rowOf('Stasiun pertama')).queryByRole('button')).toBeNull();
  });

  it.each([
    [{ type: 'leadStillThere', station: label(1) }, /Stasiun pertama masih induk dan masih terdengar/u],
    [{ type: 'leadStillThere', station: label(3) }, /Stasiun C masih mendengar induk.*tunggu 20 detik/u],
    [{ type: 'copyIncomplete', station: label(3) }, /Catatan dari Stasiun C belum terambil semua/u],
    [{ type: 'stationUnreachable', station: label(2) }, /Stasiun B tidak menjawab/u],
  ] as const)('say what to do when the host refuses: %j', async (refusal, words) => {
    const host = open({ stations: three });
    host.replies('lead.promote', () => ({ kind: 'refused', refusal }));
    await userEvent.click(await screen.findByRole('button', { name: 'Jadikan induk: Stasiun B' }));
    expect(await screen.findByText(words)).toBeVisible();
    expect(host.sent('lead.promote')).toEqual([{ stationId: uuid(2), override: false }]);
  });

  it('need a second, explicit step when some could not be asked', async () => {
    const host = open({ stations: three });
    host.replies('lead.promote', ({ override }) =>
      override ? { kind: 'done', output: { term: 2 } } : { kind: 'refused', refusal: { type: 'stationsNotAsked', stations: [label(3)] } },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Jadikan induk: Stasiun B' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/Tidak menjawab:.*Stasiun C.*Risikonya/u);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tetap jadikan induk' }));
    expect(await screen.findByText(/Stasiun B sekarang induk/u)).toBeVisible();
    expect(host.sent('lead.promote').map(({ override }) => override)).toEqual([false, true]);
  });

  it('take over by one button while the lead is heard', async () => {
    const host = open({ standing: follower, stations: [candidate(1), candidate(2, { hearsLead: true }), candidate(3)] });
    host.answers('lead.handOver', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Serahkan peran induk kepada: Stasiun C' }));
    expect(await screen.findByText(/Stasiun C sekarang induk/u)).toBeVisible();
    expect(host.sent('lead.handOver')).toEqual([{ stationId: uuid(3) }]);
  });

  it('say which of them lacks files, here what keeps them, and that no computer is to be switched off before', async () => {
    const standing: Standing = { ...follower, files: { missing: 4, from: label(1), problem: null } };
    const host = open({
      standing,
      stations: [candidate(1), candidate(2, { filesMissing: 4 }), candidate(3, { behind: 2, filesMissing: 1 })],
    });
    expect(await screen.findByText(/masih mengambil 4 lampiran pengaduan, sekarang dari: Stasiun pertama/u)).toBeVisible();
    expect(await rowOf('Stasiun pertama')).toHaveTextContent(/lengkap/u);
    expect(await rowOf('Stasiun B')).toHaveTextContent(/catatan lengkap.*4 lampiran belum ada di sana/u);
    expect(await rowOf('Stasiun C')).toHaveTextContent(/2 catatan belum ada.*1 lampiran belum ada di sana/u);
    expect(screen.getByText(/Sebelum sebuah komputer dimatikan/u)).toBeVisible();
    host.answers('lead.handOver', {});
    await userEvent.click(screen.getByRole('button', { name: 'Serahkan peran induk kepada: Stasiun C' }));
    expect(await screen.findByText(/Stasiun C sekarang induk.*Masih ada 1 lampiran/u)).toBeVisible();
  });

  it.each([
    ['full', /disk stasiun ini penuh/u],
    ['failed', /tidak dapat ditulisi/u],
    ['unreachable', /begitu stasiun yang menyimpannya terjangkau/u],
  ] as const)('say what keeps the files: %s', async (problem, words) => {
    open({ standing: { ...follower, files: { missing: 2, from: null, problem } }, stations: three });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('are a supervisor’s matter', async () => {
    const host = open({ role: 'petugas', stations: three });
    expect(await screen.findByText(/Pengawas atau administrator dapat memindahkan/u)).toBeVisible();
    expect(host.sent('lead.candidates')).toEqual([]);
  });
});

describe('a change of the lead on its way', () => {
  const begun = (method: 'lead.promote' | 'lead.handOver', given: Given) => {
    const host = open(given);
    let answer: () => void = () => {};
    host.replies(
      method,
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ kind: 'failed', failure: { type: 'leadUnreachable' } });
        }),
    );
    return { host, answer: () => answer() };
  };

  it('says that it asks, then that it fetches what others have, and takes no second order meanwhile', async () => {
    const { host, answer } = begun('lead.promote', { stations: three });
    const button = await screen.findByRole('button', { name: 'Jadikan induk: Stasiun B' });
    await userEvent.click(button);
    expect(await screen.findByText('Menanyai stasiun …')).toBeVisible();
    expect(button).toBeDisabled();
    expect(await screen.findByText('Mengambil catatan yang belum ada …', undefined, { timeout: 5000 })).toBeVisible();
    expect(host.sent('lead.promote')).toHaveLength(1);
    answer();
    expect(await screen.findByText(/Komputer induk tidak dapat dihubungi\. Yang sudah tercatat aman/u)).toBeVisible();
    expect(button).toBeEnabled();
  }, 15_000);

  it('of a hand-over is told as one, and the lead that got lost in it too', async () => {
    const { answer } = begun('lead.handOver', { standing: follower, stations: [candidate(1), candidate(2), candidate(3)] });
    await userEvent.click(await screen.findByRole('button', { name: 'Serahkan peran induk kepada: Stasiun B' }));
    expect(await screen.findByText('Menyerahkan peran induk …')).toBeVisible();
    answer();
    expect(await screen.findByText(/periksa kabel jaringan dan komputer induk, lalu ulangi/u)).toBeVisible();
  });

  it.each([
    [{ type: 'stationUnreachable', station: label(3) }, /Stasiun C tidak menerima peran induk tepat waktu.*pilih stasiun lain/u],
    [{ type: 'leadStillThere', station: label(3) }, /Stasiun C masih mendengar induk/u],
    [{ type: 'copyIncomplete', station: label(3) }, /Catatan dari Stasiun C belum terambil semua/u],
  ] as const)('a hand-over that is refused says what to do: %j', async (refusal, words) => {
    const host = open({ standing: follower, stations: [candidate(1), candidate(2), candidate(3)] });
    host.replies('lead.handOver', () => ({ kind: 'refused', refusal }));
    await userEvent.click(await screen.findByRole('button', { name: 'Serahkan peran induk kepada: Stasiun C' }));
    expect(await screen.findByText(words)).toBeVisible();
    expect(await rowOf('Stasiun pertama')).toHaveTextContent(/induk/u);
  });

  it('is offered to nobody else while the station waits for its first copy', async () => {
    open({ standing: { ...follower, mode: 'waiting' }, stations: [candidate(1), candidate(2), candidate(3)] });
    expect(await screen.findByText(/masih menunggu salinan catatan kantor\./u)).toBeVisible();
    await rowOf('Stasiun C');
    expect(screen.queryByRole('button', { name: /induk/u })).toBeNull();
  });
});

describe('the old lead’s lease', () => {
  const holders = (...ago: readonly (number | null)[]) => [
    candidate(1, { isReachable: false, behind: null, hearsLead: null, heardMsAgo: null }),
    ...ago.map((heardMsAgo, n) => candidate(n + 2, { hearsLead: heardMsAgo !== null, heardMsAgo: heardMsAgo ?? 30_000 })),
  ];

  it('counts as long as the host counts it', () =>
    expect([leaseSeenMs, cutOffAfterMs]).toEqual([hostLease.leaseSeenMs, hostLease.cutOffAfterMs]));

  it.each([
    [holders(10_000, 8000), { at: 'runsOut', inMs: 8500 }],
    [holders(null, null), { at: 'over' }],
    [holders(9000, 1000), { at: 'heard', by: [expect.objectContaining({ stationId: uuid(3) })] }],
  ] as const)('is judged by who heard the lead last', (candidates, lease) => {
    expect(oldLease(candidates, 0)).toEqual(lease);
  });

  it('goes on with the time since the stations were asked', () => {
    expect(oldLease(holders(10_000), 2000)).toEqual({ at: 'runsOut', inMs: 4500 });
    expect(oldLease(holders(10_000), 7000)).toEqual({ at: 'over' });
  });

  it('is told in seconds, and that it is over', async () => {
    const host = open({ stations: holders(10_000, 8000) });
    expect(await screen.findByText(/Induk baru dapat ditunjuk dalam [78] detik/u)).toBeVisible();
    expect(await rowOf('Stasiun B')).toHaveTextContent('baru saja kehilangan induk');
    host.answers('lead.candidates', { stations: holders(null, null), recommendedId: uuid(2) });
    host.changed('office');
    expect(await screen.findByText(/Induk baru dapat ditunjuk sekarang/u)).toBeVisible();
    expect(await rowOf('Stasiun B')).toHaveTextContent('tidak mendengar induk');
  });

  it('does not run out while another station hears the lead', async () => {
    open({ stations: holders(10_000, 500) });
    expect(await screen.findByText(/Stasiun C masih mendengar induk.*periksa kabel jaringan stasiun ini/u)).toBeVisible();
  });
});

describe('the notices after a healing', () => {
  it.each(noticeKinds)('have a whole sentence for %s', async (kind) => {
    const changes = [{ what: 'counterSaved.v1', name: 'Loket 1', staffId: sari.staffId, at: Date.UTC(2026, 10, 23, 3) }];
    open({ standing: follower, notices: [notice(1, kind, { changes })] });
    const [sentence] = await screen.findAllByText(/\.$/u, { selector: 'li p' });
    await waitFor(() => expect(sentence).not.toHaveTextContent(/sudah dihapus|sudah tidak aktif|Memuat/u));
    expect(sentence).toHaveTextContent(/AB-001|Loket 1/u);
    expect(sentence).not.toHaveTextContent(/\{\{|lead\.notice/u);
  });

  it('say what a deposed lead changed, by whom and when, also what this program does not know', async () => {
    const at = Date.UTC(2026, 10, 23, 3, 5);
    const changes = [
      { what: 'counterSaved.v1', name: 'Loket Baru', staffId: sari.staffId, at },
      { what: 'hoursChanged.v1', name: '', staffId: null, at },
      { what: 'somethingNewer.v1', name: 'x', staffId: null, at },
    ];
    open({ standing: follower, notices: [notice(1, 'changesLeftOut', { changes })] });
    expect(
      await screen.findByText(
        /tidak berlaku: loket Loket Baru \(Sari Wulandari, 10\.05\); jam buka \(10\.05\); pengaturan lain \(10\.05\)\./u,
      ),
    ).toBeVisible();
  });

  it('are put away one by one and all together by a supervisor', async () => {
    const notices = [notice(1, 'calledWhileCutOff'), notice(2, 'numberTwice', { numbers: ['A-002'] })];
    const host = open({ standing: follower, notices });
    host.answers('queue.markNoticeSeen', {});
    await userEvent.click(await screen.findByRole('button', { name: /^Sudah dilihat: Dipanggil selama terputus: AB-001/u }));
    await waitFor(() => expect(host.sent('queue.markNoticeSeen')).toEqual([{ noticeId: notices[0]?.id }]));
    await userEvent.click(screen.getByRole('button', { name: 'Semua sudah dilihat (2)' }));
    await waitFor(() => expect(host.sent('queue.markNoticeSeen')).toHaveLength(3));
  });

  it('are only read by an officer, and wait while the lead is away', async () => {
    open({ role: 'petugas', standing: follower, notices: [notice(1, 'backToFront')] });
    expect(await screen.findByText(/Kini menunggu paling depan/u)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Sudah dilihat/u })).toBeNull();
  });
});

describe('copies that do not get on', () => {
  it.each([
    ['forked', /Catatan Stasiun B tidak cocok.*Jangan bekerja di Stasiun B.*gabungkan sebagai stasiun baru/u],
    ['storage', /Disk Stasiun B menolak catatan baru.*Kosongkan ruang disk/u],
  ] as const)('are told across the window, with what to do: %s', async (kind, words) => {
    open({ role: 'petugas', standing: { ...follower, copyProblems: [{ kind, between: label(1), culprit: label(2) }] } });
    const banner = (await screen.findByText(/Stasiun B (?:tidak cocok|menolak)/u)).closest('section');
    expect(banner).toHaveTextContent(words);
    expect(banner).toHaveAttribute('role', 'alert');
  });
});
