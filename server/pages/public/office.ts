import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { html } from '../../../shared/papers/html/escape.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { ListedOffice } from '../../public/directory.ts';
import { openingOf } from '../../public/openingHours.ts';
import { inBothLanguages } from '../words.ts';
import { officeList } from './home.ts';
import { hoursInWords, hoursTable } from './hours.ts';
import { officePage, officeUrl, type PageContext, type PageOffice, sitePage } from './layout.ts';
import { datesOf, facts } from './pieces.ts';

const words = inBothLanguages(
  {
    closedForGood: 'Kantor ini sudah tidak melayani. Status pengaduan dan berkas lama masih dapat dilihat.',
    status: 'Cek status pengaduan atau berkas',
    queue: 'Antrean sekarang dan perkiraan lama tunggu',
    standards: 'Standar pelayanan: syarat, waktu, biaya',
    figures: 'Angka bulanan kantor ini',
    address: 'Alamat',
    today: 'Hari ini',
    closedToday: 'Tutup',
    opensAt: 'Buka lagi',
    contact: 'Pertanyaan dan pengaduan',
    offices: 'Kantor',
    none: 'Belum ada kantor.',
  },
  {
    closedForGood: 'This office no longer serves. Old complaints and documents can still be followed.',
    status: 'Check the status of a complaint or of documents',
    queue: 'The queue now and how long it takes',
    standards: 'Service standards: requirements, time, fees',
    figures: 'Monthly figures of this office',
    address: 'Address',
    today: 'Today',
    closedToday: 'Closed',
    opensAt: 'Opens again',
    contact: 'Questions and complaints',
    offices: 'Offices',
    none: 'There are no offices yet.',
  },
);

export interface FrontPage extends PageContext {
  readonly office: PageOffice;
  readonly told: OfficeTold | null;
  readonly isClosedForGood: boolean;
  readonly now: number;
}

/** The front page of an office: what can be done here, where and when it is open. */
export function frontPage(given: FrontPage): string {
  const { language, office, told, isClosedForGood, now } = given;
  const word = words[language];
  const sections = (['status', 'queue', 'standards', 'figures'] as const).map(
    (section) => html`<li><a href="${officeUrl(office.code, section)}">${word[section]}</a></li>`,
  );
  const opening = told === null ? null : openingOf(told, now);
  const opensAt = opening === null || opening.isWithinHours ? null : opening.nextAt;
  const body = html`<h1>${office.name}</h1>
    ${isClosedForGood ? html`<p class="bad-text">${word.closedForGood}</p>` : null}
    <ul class="links">
      ${sections}
    </ul>
    ${
      told === null || opening === null
        ? null
        : html`${facts([
            [word.today, opening.today === null ? word.closedToday : hoursInWords(opening.today, language)],
            [word.opensAt, opensAt === null ? null : datesOf(language, zoneOf(told)).moment(opensAt)],
            [word.address, told.profile.address],
            [word.contact, office.contact],
          ])}
          ${hoursTable(told.hours, language)}`
    }`;
  return officePage({ ...given, title: office.name, body });
}

/** The front page of an agency: its offices. */
export function agencyPage(context: PageContext & { readonly name: string }, offices: readonly ListedOffice[]): string {
  const word = words[context.language];
  const body = html`<h1>${context.name}</h1>
    <h2>${word.offices}</h2>
    ${offices.length === 0 ? html`<p>${word.none}</p>` : officeList(offices)}`;
  return sitePage({ ...context, title: context.name, body });
}
