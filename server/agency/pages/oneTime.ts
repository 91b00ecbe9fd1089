import type { FastifyReply } from 'fastify';
import { html } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import { notice } from './forms.ts';

/** A password that somebody else made, this once. */
export function oneTimePage(context: UserContext, fullName: string, login: string, password: string): FastifyReply {
  const { words, link } = context;
  const w = words.admin;
  return context.show({
    title: w.oneTime(fullName),
    at: '/pengguna',
    body: html`<h1>${w.oneTime(fullName)}</h1>
      ${notice(words.common.onlyOnce)}
      <dl class="facts">
        <dt>${w.userName}</dt>
        <dd>${login}</dd>
        <dt>${words.login.password}</dt>
        <dd class="secret"><code>${password}</code></dd>
      </dl>
      <p>${w.oneTimeText}</p>
      <p><a href="${link('/pengguna')}">${words.common.back}</a></p>`,
  });
}
