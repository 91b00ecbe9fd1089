import type { FastifyReply } from 'fastify';
import QRCode from 'qrcode';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { qrPath } from '../../../shared/papers/qr.ts';
import type { AgencyContext, UserContext } from '../context.ts';
import { totpOf } from '../secondFactor.ts';
import { input, notice } from './forms.ts';

export function loginPage(context: AgencyContext, problem: string | null, status = 200): FastifyReply {
  const { words, link, request } = context;
  const w = words.login;
  const { keluar } = request.query as { keluar?: string };
  return context.show({
    title: w.title,
    status,
    bare: true,
    at: '/masuk',
    body: html`<div class="way-in">
      <h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${problem === null ? null : notice(problem, 'bad')} ${keluar === undefined ? null : notice(w.ended)}
      <form method="post" action="${link('/masuk')}">
        ${input({ name: 'nama', label: w.login, autocomplete: 'username', maxlength: 40, required: true })}
        ${input({ name: 'sandi', label: w.password, type: 'password', autocomplete: 'current-password', maxlength: 500, required: true })}
        <button>${w.enter}</button>
      </form>
      <p class="hint">${w.forgotten}</p>
    </div>`,
  });
}

const codeField = (label: string, hint: string | undefined): Markup =>
  input({ name: 'kode', label, ...(hint === undefined ? {} : { hint }), autocomplete: 'one-time-code', maxlength: 40, required: true });

export function secondPage(context: UserContext, problem: string | null, status = 200): FastifyReply {
  const w = context.words.login.second;
  return context.show({
    title: w.title,
    status,
    bare: true,
    at: '/dua-langkah',
    body: html`<div class="way-in">
      <h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${problem === null ? null : notice(problem, 'bad')}
      <form method="post" action="${context.link('/dua-langkah')}">
        ${context.formToken} ${codeField(w.code, w.hint)}
        <button>${w.enter}</button>
      </form>
      <p class="hint">${w.lost}</p>
    </div>`,
  });
}

/** @param secret of the second factor, 20 bytes; it is shown here and never again. */
export function setUpPage(context: UserContext, secret: Uint8Array, problem: string | null): FastifyReply {
  const w = context.words.login.setUp;
  const totp = totpOf(secret, `Loket ${context.agency.name}`, context.user.login);
  const typed = totp.secret.base32.match(/.{1,4}/gu)?.join(' ') ?? '';
  return context.show({
    title: w.title,
    status: problem === null ? 200 : 401,
    bare: true,
    at: '/dua-langkah',
    body: html`<div class="way-in">
      <h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${problem === null ? null : notice(problem, 'bad')}
      <p>${w.scan}</p>
      ${qrCode(totp.toString(), w.qr)}
      <p>${w.typed}</p>
      <p class="secret"><code>${typed}</code></p>
      <form method="post" action="${context.link('/dua-langkah/pasang')}">
        ${context.formToken} ${codeField(w.code, undefined)}
        <button>${w.enter}</button>
      </form>
    </div>`,
  });
}

function qrCode(text: string, label: string): Markup {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { path, viewBox } = qrPath({ size: modules.size, dark: (row, column) => modules.get(row, column) === 1 });
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="${viewBox}"><path fill="#000" d="${path}" /></svg>`;
}

export function recoveryPage(context: UserContext, codes: readonly string[], next: string): FastifyReply {
  const w = context.words.login.recovery;
  return context.show({
    title: w.title,
    bare: true,
    at: '/dua-langkah',
    body: html`<div class="way-in">
      <h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${notice(context.words.common.onlyOnce)}
      <ul class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <p><a class="button" href="${context.link(next)}">${w.next}</a></p>
    </div>`,
  });
}
