import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { ListedOffice } from '../../public/directory.ts';
import { inBothLanguages } from '../words.ts';
import { officeUrl, type PageContext, sitePage } from './layout.ts';
import { numberAndPin } from './statusForm.ts';

/** So many offices stand on one page. */
export const officesShown = 20;

const words = inBothLanguages(
  {
    title: 'Pengaduan, berkas, dan antrean',
    follow: 'Cek status dengan tanda terima',
    office: 'Kantor',
    firstOffice: 'Pilih dahulu kantornya di bawah; nomor dan PIN ditanyakan di halaman kantor itu.',
    find: 'Cari kantor',
    search: 'Nama kantor, kota, atau kode di tanda terima',
    searchButton: 'Cari',
    none: 'Tidak ada kantor dengan kata itu. Coba kata yang lebih pendek, misalnya nama kotanya saja.',
    empty: 'Belum ada kantor yang terdaftar di sini.',
    more: `Hanya ${officesShown} kantor pertama yang tampil. Tambahkan kata untuk mempersempit pencarian.`,
  },
  {
    title: 'Complaints, documents and queues',
    follow: 'Check the status with your receipt',
    office: 'Office',
    firstOffice: 'Choose the office below first; its page asks for number and PIN.',
    find: 'Find an office',
    search: 'Name of the office, town, or the code on the receipt',
    searchButton: 'Search',
    none: 'No office has these words. Try a shorter one, such as only the name of the town.',
    empty: 'No office is registered here yet.',
    more: `Only the first ${officesShown} offices are shown. Add a word to narrow the search.`,
  },
);

/** @param found at most one more than `officesShown`, which says that there are more. */
export function homePage(context: PageContext, typed: string, found: readonly ListedOffice[]): string {
  const { language } = context;
  const word = words[language];
  const shown = found.slice(0, officesShown);
  const hasAll = typed === '' && found.length <= officesShown;
  const choice = html`<label for="office">${word.office}</label>
    <select id="office" name="office" required>
      <option value=""></option>
      ${shown.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}
    </select>`;
  const body = html`<h1>${word.title}</h1>
    <h2>${word.follow}</h2>
    ${
      hasAll && shown.length > 0
        ? numberAndPin({ language, action: '/status', number: '', before: choice })
        : html`<p>${word.firstOffice}</p>`
    }
    <h2>${word.find}</h2>
    ${
      hasAll && typed === ''
        ? null
        : html`<form action="/" role="search">
            <label for="q">${word.search}</label>
            <input type="search" id="q" name="q" value="${typed}" maxlength="80" />
            <button>${word.searchButton}</button>
          </form>`
    }
    ${officesByAgency(shown) ?? html`<p>${typed === '' ? word.empty : word.none}</p>`}
    ${found.length > officesShown ? html`<p class="hint">${word.more}</p>` : null}`;
  return sitePage({ ...context, title: word.title, body });
}

/** Offices under the names of their agencies; `null`: there are none. */
function officesByAgency(offices: readonly ListedOffice[]): Markup | null {
  if (offices.length === 0) return null;
  const agencies = [...new Set(offices.map(({ agency }) => agency))];
  return html`${agencies.map(
    (agency) =>
      html`<h3>${agency}</h3>
        ${officeList(offices.filter((office) => office.agency === agency))}`,
  )}`;
}

export const officeList = (offices: readonly ListedOffice[]): Markup =>
  html`<ul class="links">
    ${offices.map(({ code, name }) => html`<li><a href="${officeUrl(code)}">${name}</a></li>`)}
  </ul>`;
