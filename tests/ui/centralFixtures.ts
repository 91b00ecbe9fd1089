import type { CentralEnrolment, CentralStatus } from '../../shared/rpc/methods/central.ts';

const id = (n: number) => `01930000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;

export const enrolment: CentralEnrolment = {
  url: 'https://pusat.sukamaju.go.id',
  serverId: id(1),
  officeName: 'Dinas Dukcapil',
  officeCode: 'DKC-SKM',
  agencyName: 'Kota Sukamaju',
  publicUrl: 'https://layanan.sukamaju.go.id',
  enrolledAt: Date.UTC(2026, 10, 1, 2),
  keyId: id(2),
  keyCreatedAt: Date.UTC(2026, 10, 2, 2),
};

export const pusherId = id(3);

/** An enrolled office that has sent everything. */
export const centralStatus = (change: Partial<CentralStatus> = {}): CentralStatus => ({
  enrolment,
  isPusher: true,
  pusherStationId: pusherId,
  waiting: { events: 0, since: null, files: 0 },
  lastSuccessAt: Date.UTC(2026, 10, 23, 2, 40),
  problem: null,
  clockOffsetMs: 0,
  quarantined: 0,
  wentBack: null,
  orders: { waiting: 0, refused: [] },
  ...change,
});

export const notEnrolled = centralStatus({ enrolment: null, isPusher: false, pusherStationId: null, lastSuccessAt: null });

export const announcement = (n: number, change: { title?: string; body?: string; seen?: boolean } = {}) => ({
  announcementId: id(10 + n),
  title: { id: change.title ?? `Pengumuman ${n}`, en: `Announcement ${n}` },
  body: { id: change.body ?? `Isi ${n}.`, en: `Body ${n}.` },
  until: '2026-12-31',
  receivedAt: Date.UTC(2026, 10, 23, 1),
  seen: change.seen ?? false,
});

export const problem = (failure: NonNullable<CentralStatus['problem']>['failure'], change: Partial<CentralStatus['problem']> = {}) => ({
  failure,
  refusal: null,
  since: Date.UTC(2026, 10, 23, 2, 40),
  nextTryAt: Date.UTC(2026, 10, 23, 2, 45),
  ...change,
});
