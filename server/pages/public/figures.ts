import { complaintClasses } from '../../../shared/domain/complaints/types.ts';
import { skmElements } from '../../../shared/domain/satisfaction/skm.ts';
import type { Language, OfficeZone } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { MonthFigures } from '../../public/figures/figures.ts';
import { fewest } from '../../public/figures/protect.ts';
import type { PublishedMonth } from '../../public/figures/read.ts';
import { inBothLanguages } from '../words.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { datesOf, moment } from './pieces.ts';
import { skmWords } from './skmWords.ts';

export const figureWords = inBothLanguages(
  {
    title: (month: string) => `Angka ${month}`,
    complaints: 'Pengaduan',
    received: 'Diterima',
    byClass: {
      informationRequest: 'Permintaan informasi',
      aspiration: 'Aspirasi',
      ordinary: 'Pengaduan tidak berkadar pengawasan',
      supervised: 'Pengaduan berkadar pengawasan',
    },
    inTime: 'Dijawab tepat waktu',
    response: 'Rata-rata tanggapan pertama',
    workingDays: (days: string) => `${days} hari kerja`,
    resolved: 'Selesai',
    ratings: 'Penilaian pelayanan',
    respondents: 'Penilai',
    meanScore: 'Rata-rata nilai (1–5)',
    satisfied: 'Puas (nilai 4 atau 5)',
    ikm: 'Indeks Kepuasan Masyarakat',
    grade: { A: 'A (sangat baik)', B: 'B (baik)', C: 'C (kurang baik)', D: 'D (tidak baik)' },
    nrr: 'Nilai rata-rata unsur SKM (1–4)',
    hidden: '–',
    note: `Tanda “–”: tidak ada data, atau kurang dari ${fewest} orang sehingga tidak ditampilkan. Targetnya: tanggapan paling lama 3 hari kerja, selesai paling sedikit 85\u00a0%, puas paling sedikit 80\u00a0%.`,
    computed: (at: string) => `Dihitung ${at}.`,
    files: 'Unduh',
    months: 'Bulan lain',
  },
  {
    title: (month) => `Figures of ${month}`,
    complaints: 'Complaints',
    received: 'Received',
    byClass: {
      informationRequest: 'Requests for information',
      aspiration: 'Aspirations',
      ordinary: 'Complaints without oversight weight',
      supervised: 'Complaints with oversight weight',
    },
    inTime: 'Answered in time',
    response: 'Mean first response',
    workingDays: (days) => `${days} working days`,
    resolved: 'Closed',
    ratings: 'Ratings of the service',
    respondents: 'Respondents',
    meanScore: 'Mean score (1–5)',
    satisfied: 'Content (score 4 or 5)',
    ikm: 'Public satisfaction index (IKM)',
    grade: { A: 'A (very good)', B: 'B (good)', C: 'C (less good)', D: 'D (not good)' },
    nrr: 'Mean of each SKM element (1–4)',
    hidden: '–',
    note: `“–” means no data, or fewer than ${fewest} people, which is not shown. Targets: first response within 3 working days, at least 85% closed, at least 80% content.`,
    computed: (at) => `Counted ${at}.`,
    files: 'Download',
    months: 'Other months',
  },
);

export interface FiguresPage extends PageContext {
  readonly office: PageOffice;
  readonly zone: OfficeZone;
  readonly month: string;
  readonly published: PublishedMonth;
  /** The last one first. */
  readonly months: readonly string[];
}

/** `Maret 2026` */
export const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

/** What an office publishes of a month. */
export function figuresPage(given: FiguresPage): string {
  const { language, office, zone, month, published, months } = given;
  const word = figureWords[language];
  const url = officeUrl(office.code, 'figures');
  const { figures, computedAt } = published;
  const title = word.title(monthInWords(month, language));
  const computed = word.computed(datesOf(language, zone).moment(computedAt));
  const body = html`<h1>${title}</h1>
    ${table(word.complaints, complaintRows(figures, language))} ${table(word.ratings, ratingRows(figures, language))}
    ${table(word.nrr, elementRows(figures, language))}
    <p class="hint">${word.note} ${moment(computedAt, computed)}</p>
    <p>${word.files}: <a href="${url}.csv?bulan=${month}">CSV</a> · <a href="${url}.json?bulan=${month}">JSON</a></p>
    <h2>${word.months}</h2>
    <nav aria-label="${word.months}">
      ${months
        .filter((one) => one !== month)
        .slice(0, 12)
        .map((one) => html`<a class="button plain" href="${url}?bulan=${one}">${monthInWords(one, language)}</a>`)}
    </nav>`;
  return officePage({ ...given, title, section: 'figures', body });
}

type Row = readonly [name: string, value: string];

const table = (caption: string, rows: readonly Row[]): Markup =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    ${rows.map(
      ([name, value]) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;

/** Numbers as the language writes them; what is not published as a dash. */
function said(value: number | null, language: Language, more: (text: string) => string = (text) => text): string {
  if (value === null) return figureWords[language].hidden;
  return more(new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 }).format(value));
}

const percent = (text: string) => `${text}\u00a0%`;

function complaintRows(figures: MonthFigures, language: Language): readonly Row[] {
  const word = figureWords[language];
  return [
    [word.received, said(figures.received, language)],
    ...complaintClasses.map((one): Row => [word.byClass[one], said(figures.byClass[one], language)]),
    [word.inTime, said(figures.answeredInTimePercent, language, percent)],
    [word.response, said(figures.meanResponseWorkingDays, language, word.workingDays)],
    [word.resolved, said(figures.resolvedPercent, language, percent)],
  ];
}

function ratingRows({ ratings }: MonthFigures, language: Language): readonly Row[] {
  const word = figureWords[language];
  const { grade } = ratings;
  return [
    [word.respondents, said(ratings.respondents, language)],
    [word.meanScore, said(ratings.meanScore, language)],
    [word.satisfied, said(ratings.satisfiedPercent, language, percent)],
    [word.ikm, said(ratings.ikm, language, (text) => (grade === null ? text : `${text} · ${word.grade[grade]}`))],
  ];
}

const elementRows = ({ ratings }: MonthFigures, language: Language): readonly Row[] =>
  skmElements.map((element) => [skmWords[language][element].name, said(ratings.nrr[element], language)]);
