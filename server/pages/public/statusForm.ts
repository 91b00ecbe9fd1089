import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { inBothLanguages } from '../words.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { panel } from './pieces.ts';

const words = inBothLanguages(
  {
    title: 'Cek status',
    intro: 'Masukkan nomor dan PIN yang tercetak di tanda terima Anda.',
    number: 'Nomor',
    numberHint: 'Contoh: P-2026-000123 (pengaduan) atau B-2026-000123 (berkas)',
    pin: 'PIN',
    pinHint: 'Delapan huruf dan angka, contoh: 7K2M-9QXZ',
    submit: 'Lihat status',
    refused: 'Nomor dan PIN ini tidak dapat dibuka.',
    refusedText: 'Periksa keduanya di tanda terima, lalu coba lagi.',
    refusedLimits:
      'Sesudah lima kali salah, tunggu 15 menit. Sesudah dua puluh kali salah, nomor hanya dapat dibuka lagi oleh kantor: bawa tanda terima Anda ke loket.',
    ended: 'Demi keamanan halaman status ditutup 30 menit sesudah dibuka.',
    endedText: 'Masukkan nomor dan PIN lagi. Yang Anda tulis belum terkirim; salin dari sini:',
    closed: 'Halaman status sudah ditutup di peramban ini.',
    lost: 'Tanda terima hilang?',
    lostText: 'Datang ke loket kantor ini dengan kartu identitas Anda. PIN tidak dapat dikirim lewat telepon atau surel.',
  },
  {
    title: 'Check status',
    intro: 'Enter the number and the PIN that are printed on your receipt.',
    number: 'Number',
    numberHint: 'For example P-2026-000123 (complaint) or B-2026-000123 (documents)',
    pin: 'PIN',
    pinHint: 'Eight letters and digits, for example 7K2M-9QXZ',
    submit: 'Show status',
    refused: 'This number and PIN cannot be opened.',
    refusedText: 'Check both on the receipt and try again.',
    refusedLimits:
      'After five wrong tries, wait for 15 minutes. After twenty wrong tries only the office can open the number again: bring your receipt to the counter.',
    ended: 'For your safety the status closes 30 minutes after it was opened.',
    endedText: 'Enter number and PIN again. What you wrote was not sent; copy it from here:',
    closed: 'The status is closed in this browser.',
    lost: 'Lost your receipt?',
    lostText: 'Come to the counter of this office with your identity card. A PIN cannot be sent by telephone or e-mail.',
  },
);

interface Form {
  readonly language: Language;
  readonly action: string;
  readonly number: string;
  readonly before?: Markup;
}

/** Number and PIN. The PIN is always typed: it stands in no address and is not offered again by the browser. */
export function numberAndPin({ language, action, number, before }: Form): Markup {
  const word = words[language];
  return html`<form method="post" action="${action}" autocomplete="off">
    ${before ?? null}
    <label for="number">${word.number}</label>
    <p class="hint" id="number-hint">${word.numberHint}</p>
    <input
      class="code"
      type="text"
      id="number"
      name="number"
      value="${number}"
      aria-describedby="number-hint"
      required
      maxlength="40"
      autocapitalize="characters"
      spellcheck="false"
    />
    <label for="pin">${word.pin}</label>
    <p class="hint" id="pin-hint">${word.pinHint}</p>
    <input
      class="code"
      type="text"
      id="pin"
      name="pin"
      aria-describedby="pin-hint"
      required
      maxlength="20"
      autocapitalize="characters"
      spellcheck="false"
    />
    <button>${word.submit}</button>
  </form>`;
}

/**
 * What stands above the form. `refused`: whatever the reason, the same words. `ended`: a form was sent after the 30 minutes,
 * with what was written in it.
 */
export type FormNotice = { readonly kind: 'refused' } | { readonly kind: 'closed' } | { readonly kind: 'ended'; readonly written: string };

export function statusFormPage(context: PageContext & { readonly office: PageOffice }, number: string, notice: FormNotice | null): string {
  const { language, office } = context;
  const word = words[language];
  const body = html`<h1>${word.title}</h1>
    ${notice === null ? null : noticeOf(language, notice)}
    <p>${word.intro}</p>
    ${numberAndPin({ language, action: officeUrl(office.code, 'status'), number })}
    <h2>${word.lost}</h2>
    <p>${word.lostText}</p>`;
  return officePage({ ...context, title: word.title, section: 'status', body });
}

function noticeOf(language: Language, notice: FormNotice): Markup {
  const word = words[language];
  switch (notice.kind) {
    case 'refused':
      return panel(
        'bad',
        html`<p role="alert"><strong>${word.refused}</strong> ${word.refusedText}</p>
          <p>${word.refusedLimits}</p>`,
      );
    case 'closed':
      return panel('good', html`<p role="status">${word.closed}</p>`);
    case 'ended':
      return panel(
        'bad',
        html`<p role="alert"><strong>${word.ended}</strong> ${word.endedText}</p>
          <p class="words">${notice.written}</p>`,
      );
  }
}
