import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { officeDateAt } from '../../../shared/domain/time/officeTime.ts';
import { html } from '../../../shared/papers/html/escape.ts';
import { type DocumentStatus, mayRateDocument } from '../../public/documentStatus.ts';
import { inBothLanguages } from '../words.ts';
import { actionForm, orderNotices } from './actionForms.ts';
import { actionWords } from './actionWords.ts';
import { complaintWords } from './complaintWords.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { datesOf, facts, moment, panel } from './pieces.ts';

const words = inBothLanguages(
  {
    heading: 'Berkas',
    working: 'Sedang diproses',
    workingText: (on: string) => `Dijanjikan selesai ${on}.`,
    late: (on: string) => `Dijanjikan selesai ${on}. Kami terlambat dan mohon maaf; Anda boleh menanyakannya ke kantor.`,
    ready: 'Siap diambil',
    readyText: 'Bawa tanda terima dan kartu identitas Anda ke loket pada jam kerja.',
    collected: 'Sudah diambil',
    collectedText: 'Urusan ini selesai.',
    service: 'Layanan',
    applicant: 'Pemohon',
    receivedAt: 'Berkas diterima',
    promised: 'Dijanjikan',
    readyAt: 'Siap sejak',
    collectedAt: 'Diambil',
  },
  {
    heading: 'Documents',
    working: 'In progress',
    workingText: (on) => `Promised for ${on}.`,
    late: (on) => `Promised for ${on}. We are late and apologise; you are welcome to ask the office about it.`,
    ready: 'Ready to collect',
    readyText: 'Bring the receipt and your identity card to the counter during office hours.',
    collected: 'Collected',
    collectedText: 'This matter is finished.',
    service: 'Service',
    applicant: 'Applicant',
    receivedAt: 'Papers received',
    promised: 'Promised',
    readyAt: 'Ready since',
    collectedAt: 'Collected',
  },
);

export interface DocumentPage extends PageContext {
  readonly office: PageOffice;
  readonly status: DocumentStatus;
  readonly now: number;
}

/** How what was handed in stands. */
export function documentPage(given: DocumentPage): string {
  const { language, office, status, now } = given;
  const { number, service, maskedName, receivedAt, readyOn, readyAt, collectedAt, rated, orders, told } = status;
  const word = words[language];
  const zone = zoneOf(told ?? { profile: null });
  const dates = datesOf(language, zone);
  const promised = dates.date(readyOn);
  const isLate = readyAt === null && collectedAt === null && officeDateAt(now, zone).date > readyOn;
  const [state, text] =
    collectedAt !== null
      ? [word.collected, word.collectedText]
      : readyAt !== null
        ? [word.ready, word.readyText]
        : [word.working, isLate ? word.late(promised) : word.workingText(promised)];
  const instant = (at: number | null) => (at === null ? null : moment(at, dates.moment(at)));
  const body = html`<h1>${word.heading} <span class="number">${number}</span></h1>
    ${orderNotices(language, orders, now, dates)} ${rated ? panel('good', html`<p role="status">${actionWords[language].rated}</p>`) : null}
    ${panel(
      isLate ? 'bad' : readyAt !== null || collectedAt !== null ? 'good' : '',
      html`<h2>${complaintWords[language].now}</h2>
        <p class="large">${state}</p>
        <p>${text}</p>`,
    )}
    ${facts([
      [word.service, service[language]],
      [word.applicant, maskedName],
      [word.receivedAt, instant(receivedAt)],
      [word.promised, promised],
      [word.readyAt, instant(readyAt)],
      [word.collectedAt, instant(collectedAt)],
    ])}
    ${mayRateDocument(status) ? actionForm('rate', { language, code: office.code, asked: false, failed: null }) : null}
    <form method="post" action="${officeUrl(office.code, 'status')}/tutup">
      <p class="hint">${complaintWords[language].finishHint}</p>
      <button class="plain">${complaintWords[language].finish}</button>
    </form>`;
  return officePage({ ...given, title: `${word.heading} ${number}`, section: 'status', body });
}
