import type { FastifyReply } from 'fastify';
import { html } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import { shortestPassword } from '../passwords.ts';
import { input, notice } from './forms.ts';

export function changePage(context: UserContext, problem: string | null, status = problem === null ? 200 : 422): FastifyReply {
  const w = context.words.login.change;
  const secret = (name: string, label: string, autocomplete: string, hint?: string) =>
    input({ name, label, type: 'password', autocomplete, maxlength: 500, required: true, ...(hint === undefined ? {} : { hint }) });
  return context.show({
    title: w.title,
    status,
    at: '/sandi',
    body: html`<div class="way-in">
      <h1>${w.title}</h1>
      ${context.user.mustChange ? html`<p>${w.lead}</p>` : null} ${problem === null ? null : notice(problem, 'bad')}
      <form method="post" action="${context.link('/sandi')}">
        ${context.formToken} ${secret('lama', w.old, 'current-password')} ${secret('baru', w.new, 'new-password', w.hint(shortestPassword))}
        ${secret('ulang', w.again, 'new-password')}
        <button>${w.save}</button>
      </form>
    </div>`,
  });
}

export function accountPage(context: UserContext, codesLeft: number): FastifyReply {
  const { words, user, link, request } = context;
  const w = words.login;
  const { diganti } = request.query as { diganti?: string };
  return context.show({
    title: words.common.account,
    body: html`<h1>${user.fullName}</h1>
      ${diganti === undefined ? null : notice(w.change.done)}
      <dl class="facts">
        <dt>${w.login}</dt>
        <dd>${user.login}</dd>
        <dt>${w.account.role}</dt>
        <dd>${words.common.roles[user.role]}</dd>
      </dl>
      <p><a class="button" href="${link('/sandi')}">${w.change.title}</a></p>
      <h2>${w.recovery.title}</h2>
      <p>${w.account.left(codesLeft)}</p>
      <form method="post" action="${link('/akun/kode')}">
        ${context.formToken}
        <p class="hint">${w.account.renewText}</p>
        <button class="quiet">${w.account.renew}</button>
      </form>`,
  });
}
