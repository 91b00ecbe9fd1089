import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import type { AgencyUser } from '../roles.ts';
import { notice } from './forms.ts';
import { rightsFields, type UserChoices, type UserTyped } from './userForm.ts';

export type { UserTyped } from './userForm.ts';

export interface UserShown extends UserChoices {
  readonly user: AgencyUser;
  readonly typed: UserTyped | null;
}

export function userPage(context: UserContext, { user, typed, ...choices }: UserShown): FastifyReply {
  const { words, link, formToken, request } = context;
  const w = words.admin;
  const { tersimpan } = request.query as { tersimpan?: string };
  const own = user.userId === context.user.userId;
  const path = `/pengguna/${user.userId}`;
  const act = (to: string, title: string, text: string): Markup =>
    html`<details class="act">
      <summary>${title}</summary>
      <form method="post" action="${link(`${path}/${to}`)}">
        ${formToken}
        <p>${text}</p>
        <button class="danger">${title}</button>
      </form>
    </details>`;
  const filled = typed ?? { ...user, seesOffices: user.seesOffices ?? [], seesUnits: user.seesUnits ?? [] };
  return context.show({
    title: user.fullName,
    status: typed === null ? 200 : 422,
    at: path,
    body: html`<p><a href="${link('/pengguna')}">← ${w.users}</a></p>
      <h1>${user.fullName}</h1>
      <p class="quiet-text">
        ${user.login} · ${w.second}: ${user.hasSecondFactor ? w.secondThere : w.secondMissing}
        ${user.active ? null : html`<span class="tag bad">${w.inactive}</span>`}
      </p>
      ${tersimpan === undefined ? null : notice(w.saved)}
      <form method="post" action="${link(path)}">
        ${formToken} ${rightsFields(context, filled, choices)}
        <button>${w.save}</button>
      </form>
      ${act('sandi', w.resetPassword, w.resetPasswordText)} ${act('dua-langkah', w.resetSecond, w.resetSecondText)}
      ${own ? null : user.active ? act('status', w.deactivate, w.deactivateText) : act('status', w.activate, w.activateText)}`,
  });
}
