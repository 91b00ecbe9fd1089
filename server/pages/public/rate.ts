import { skmElements } from '../../../shared/domain/satisfaction/skm.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { inBothLanguages } from '../words.ts';
import { type FormProblem } from './actionForms.ts';
import { actionWords } from './actionWords.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { skmWords } from './skmWords.ts';

/** Characters of a rating's own words, as the order's schema takes them. */
export const maxRemark = 2000;

const words = inBothLanguages(
  {
    title: 'Nilai pelayanan',
    intro: 'Nilai Anda dipublikasikan hanya sebagai angka gabungan. Satu penilaian untuk setiap tanda terima.',
    score: 'Seberapa puas Anda secara keseluruhan?',
    scores: { 1: '1 – sangat tidak puas', 2: '2 – tidak puas', 3: '3 – cukup', 4: '4 – puas', 5: '5 – sangat puas' },
    skm: 'Survei Kepuasan Masyarakat',
    skmHint: 'Sembilan pertanyaan. Boleh dilewati; yang kosong tidak dihitung.',
    blank: 'Lewati',
    remark: 'Pesan untuk kantor (boleh kosong)',
    remarkHint: 'Paling banyak 2.000 huruf. Jangan menulis NIK atau PIN.',
    submit: 'Kirim penilaian',
    back: 'Kembali ke status',
  },
  {
    title: 'Rate the service',
    intro: 'Your rating is published only as part of sums. One rating for each receipt.',
    score: 'How content are you on the whole?',
    scores: { 1: '1 – not content at all', 2: '2 – not content', 3: '3 – fair', 4: '4 – content', 5: '5 – very content' },
    skm: 'Public satisfaction survey (SKM)',
    skmHint: 'Nine questions. You may skip any; what is blank is not counted.',
    blank: 'Skip',
    remark: 'A message to the office (may be empty)',
    remarkHint: 'At most 2,000 characters. Do not write your NIK or PIN.',
    submit: 'Send rating',
    back: 'Back to the status',
  },
);

/** What was chosen in a form that was not taken. */
export interface Rating {
  readonly score: number | null;
  readonly skm: readonly (number | null)[];
  readonly remark: string;
}

/** The 1–5 of the counter and the nine questions: two scales, kept apart (DOMAIN section 6). */
export function ratePage(
  context: PageContext & { readonly office: PageOffice },
  typed: Rating | null,
  problem: FormProblem | null,
): string {
  const { language, office } = context;
  const word = words[language];
  const url = officeUrl(office.code, 'status');
  const body = html`<h1>${word.title}</h1>
    <p>${word.intro}</p>
    ${problem === null ? null : html`<p class="bad-text" role="alert">${actionWords[language].error.title} ${actionWords[language].error[problem]}</p>`}
    <form method="post" action="${url}/rate">
      <fieldset>
        <legend>${word.score}</legend>
        ${([5, 4, 3, 2, 1] as const).map((score) => radio('score', String(score), word.scores[score], typed?.score === score, true))}
      </fieldset>
      <h2>${word.skm}</h2>
      <p class="hint">${word.skmHint}</p>
      ${skmElements.map((element, at) => {
        const { question, answers } = skmWords[language][element];
        const chosen = typed?.skm[at] ?? null;
        return html`<fieldset>
          <legend>${at + 1}. ${question}</legend>
          ${answers.map((answer, n) => radio(`u${at + 1}`, String(n + 1), answer, chosen === n + 1, false))}
          ${radio(`u${at + 1}`, '', word.blank, chosen === null, false)}
        </fieldset>`;
      })}
      <label for="remark">${word.remark}</label>
      <p class="hint" id="remark-hint">${word.remarkHint}</p>
      <textarea id="remark" name="text" maxlength="${maxRemark}" aria-describedby="remark-hint">${typed?.remark ?? ''}</textarea>
      <button>${word.submit}</button>
    </form>
    <p><a href="${url}">${word.back}</a></p>`;
  return officePage({ ...context, title: word.title, section: 'status', body });
}

function radio(name: string, value: string, said: string, isChosen: boolean, isRequired: boolean): Markup {
  const given = html`type="radio" name="${name}" value="${value}"`;
  const state = html`${isChosen ? html`checked` : null} ${isRequired ? html`required` : null}`;
  return html`<label><input ${given} ${state} />${said}</label>`;
}
