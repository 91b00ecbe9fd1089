import type { Requirement, Service } from '../../../shared/domain/office/types.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import { inBothLanguages } from '../words.ts';
import { hoursTable } from './hours.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { facts, pageLinks, pageOfList } from './pieces.ts';

const words = inBothLanguages(
  {
    title: 'Standar pelayanan',
    pledge: 'Maklumat pelayanan',
    pledgeText:
      'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.',
    none: 'Kantor ini belum mengirim standar pelayanannya.',
    requirements: 'Persyaratan',
    noRequirements: 'Tidak ada',
    procedure: 'Prosedur',
    duration: 'Jangka waktu',
    minutes: (value: number) => `${value} menit`,
    workingDays: (value: number) => (value === 0 ? 'pada hari yang sama' : `${value} hari kerja`),
    fee: 'Biaya',
    free: 'Gratis',
    product: 'Hasil',
    complaints: 'Pengaduan',
    complaintsText: 'Di setiap loket kantor ini; perkembangannya dapat diikuti di halaman ini.',
  },
  {
    title: 'Service standards',
    pledge: 'Service pledge',
    pledgeText:
      'We declare that we will serve according to the service standards that were set, and that we will accept the sanctions of the law if we do not keep this promise.',
    none: 'This office has not sent its service standards yet.',
    requirements: 'Requirements',
    noRequirements: 'None',
    procedure: 'Procedure',
    duration: 'Duration',
    minutes: (value) => `${value} minutes`,
    workingDays: (value) => (value === 0 ? 'on the same day' : value === 1 ? '1 working day' : `${value} working days`),
    fee: 'Fee',
    free: 'Free of charge',
    product: 'Result',
    complaints: 'Complaints',
    complaintsText: 'At every counter of this office; you can follow them on these pages.',
  },
);

export interface StandardsPage extends PageContext {
  readonly office: PageOffice;
  readonly told: OfficeTold | null;
  readonly list: number;
}

/** The pledge and each service's components (UU 25/2009 art. 21; Permenpan 15/2014). */
export function standardsPage(given: StandardsPage): string {
  const { language, office, told, list } = given;
  const word = words[language];
  const services = (told?.services ?? []).map((service) => serviceEntry(service, language));
  const { entries, number, of } = pageOfList(services, list);
  const contact = office.contact === '' ? word.complaintsText : `${office.contact}. ${word.complaintsText}`;
  const body = html`<h1>${word.title}</h1>
    ${
      number > 1
        ? null
        : html`<h2>${word.pledge}</h2>
            <p>${word.pledgeText}</p>`
    }
    ${told === null || told.services.length === 0 ? html`<p>${word.none}</p>` : null} ${entries}
    ${pageLinks(language, officeUrl(office.code, 'standards'), number, of)}
    ${
      told === null
        ? null
        : html`${hoursTable(told.hours, language)}
            <h2>${word.complaints}</h2>
            <p>${contact}</p>`
    }`;
  return officePage({ ...given, title: word.title, section: 'standards', body });
}

function serviceEntry({ title, requirements, procedure, duration, fee, product }: Service, language: Language): Markup {
  const word = words[language];
  return html`<section>
    <h2>${title[language]}</h2>
    ${facts([
      [word.requirements, requirements.length === 0 ? word.noRequirements : html`${requirements.map((one) => paper(one, language))}`],
      [word.procedure, procedure[language]],
      [word.duration, duration.unit === 'minutes' ? word.minutes(duration.value) : word.workingDays(duration.value)],
      [word.fee, fee === 0 ? word.free : `Rp${new Intl.NumberFormat('id-ID').format(fee)}`],
      [word.product, product[language]],
    ])}
  </section>`;
}

const paper = ({ title, whereToGet }: Requirement, language: Language): Markup =>
  html`<div>${title[language]}${whereToGet[language] === '' ? null : html` <span class="hint">(${whereToGet[language]})</span>`}</div>`;
