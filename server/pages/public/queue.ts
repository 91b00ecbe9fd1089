import { zoneOf } from '../../../shared/domain/office/zone.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { QueueNow } from '../../../shared/sync/protocol.ts';
import type { QueueStatus } from '../../public/queueStatus.ts';
import { inBothLanguages } from '../words.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { type Dates, datesOf, moment, pageLinks, pageOfList, panel } from './pieces.ts';

/** The page is asked for again after so many seconds, unless somebody stopped that (WCAG 2.2.2). */
export const refreshSeconds = 30;

const words = inBothLanguages(
  {
    title: 'Antrean sekarang',
    asOf: (time: string) => `Keadaan pukul ${time}.`,
    stale: (at: string) => `Kabar terakhir dari kantor: ${at}. Angka di bawah mungkin sudah berubah.`,
    unknown: 'Kantor ini belum mengirim keadaan antreannya.',
    closed: 'Kantor sedang tutup.',
    opensAt: (at: string) => `Buka lagi ${at}.`,
    counters: (open: number) => (open === 0 ? 'Belum ada loket yang buka.' : `Loket yang buka: ${open}.`),
    waiting: (people: number) => (people === 0 ? 'Tidak ada yang menunggu' : `${people} orang menunggu`),
    minutes: (from: number, to: number) =>
      to <= 1 ? 'hampir tanpa menunggu' : from === to ? `sekitar ${from} menit` : `${from}–${to} menit`,
    estimate: (time: string) => `Bila datang sekarang: ${time}`,
    noEstimate: 'Lama tunggu belum dapat diperkirakan',
    called: 'Terakhir dipanggil',
    note: 'Perkiraan dihitung dari orang di depan, jumlah loket, dan lama pelayanan hari ini. Lansia, penyandang disabilitas, ibu hamil, dan ibu menyusui didahulukan.',
    stop: 'Hentikan pembaruan otomatis',
    start: `Perbarui otomatis setiap ${refreshSeconds} detik`,
    reload: 'Perbarui sekarang',
  },
  {
    title: 'The queue now',
    asOf: (time) => `As of ${time}.`,
    stale: (at) => `Last heard from the office: ${at}. The figures below may have changed.`,
    unknown: 'This office has not told its queue yet.',
    closed: 'The office is closed now.',
    opensAt: (at) => `It opens again ${at}.`,
    counters: (open) => (open === 0 ? 'No counter is open yet.' : `Open counters: ${open}.`),
    waiting: (people) => (people === 0 ? 'Nobody is waiting' : people === 1 ? '1 person waiting' : `${people} people waiting`),
    minutes: (from, to) => (to <= 1 ? 'hardly any wait' : from === to ? `about ${from} minutes` : `${from}–${to} minutes`),
    estimate: (time) => `If you come now: ${time}`,
    noEstimate: 'The wait cannot be estimated yet',
    called: 'Last called',
    note: 'Estimates come from the people ahead, the counters and the service times of today. Elderly people, people with disabilities, pregnant women and nursing mothers go first.',
    stop: 'Stop automatic updates',
    start: `Update every ${refreshSeconds} seconds`,
    reload: 'Update now',
  },
);

export interface QueuePage extends PageContext {
  readonly office: PageOffice;
  readonly status: QueueStatus;
  readonly list: number;
  /** Whether the page asks for itself again. */
  readonly refreshes: boolean;
}

/** The queues of an office, one card for each service. */
export function queuePage(given: QueuePage): string {
  const { language, office, status, list, refreshes } = given;
  const word = words[language];
  const url = officeUrl(office.code, 'queue');
  const dates = datesOf(language, zoneOf(status.told ?? { profile: null }));
  const body = html`<h1>${word.title}</h1>
    ${state(status, language, dates)} ${status.isOpen && status.queue !== null ? lines(status, status.queue, language, url, list) : null}
    <p><a class="button plain" href="${url}${refreshes ? '' : '?diam=1'}">${word.reload}</a></p>
    ${status.isOpen ? html`<p><a href="${url}${refreshes ? '?diam=1' : ''}">${refreshes ? word.stop : word.start}</a></p>` : null}`;
  return officePage({ ...given, title: word.title, section: 'queue', body });
}

function state({ queue, heardAt, isOpen, isStale, opening }: QueueStatus, language: Language, dates: Dates): Markup {
  const word = words[language];
  if (queue === null || heardAt === null) return panel('', html`<p>${word.unknown}</p>`);
  if (!isOpen) {
    const next = opening?.nextAt ?? null;
    return panel(
      '',
      html`<p class="large">${word.closed}</p>
        ${next === null ? null : html`<p>${moment(next, word.opensAt(dates.moment(next)))}</p>`}`,
    );
  }
  if (isStale) return panel('bad', html`<p><strong>${moment(heardAt, word.stale(dates.moment(heardAt)))}</strong></p>`);
  return html`<p>${moment(heardAt, word.asOf(dates.time(heardAt)))} ${word.counters(queue.openCounters)}</p>`;
}

function lines({ told }: QueueStatus, queue: QueueNow, language: Language, url: string, list: number): Markup {
  const word = words[language];
  const cards = queue.services.flatMap(({ serviceId, waiting, estimate, lastCalled }) => {
    // A service that is no longer offered is in no catalogue; nobody comes for it.
    const service = told?.services.find(({ id }) => id === serviceId);
    if (service === undefined) return [];
    return html`<li>
      <h2>${service.title[language]}</h2>
      <p class="large">${word.waiting(waiting)}</p>
      <p>${estimate === null ? word.noEstimate : word.estimate(word.minutes(estimate.from, estimate.to))}</p>
      ${lastCalled === null ? null : html`<p class="quiet">${word.called}: ${lastCalled}</p>`}
    </li>`;
  });
  const { entries, number, of } = pageOfList(cards, list);
  return html`<ul class="cards">
      ${entries}
    </ul>
    ${pageLinks(language, url, number, of)}
    <p class="hint">${word.note}</p>`;
}
