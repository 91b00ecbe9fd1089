import type { FastifyReply } from 'fastify';
import { html } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import type { AgencyUser } from '../roles.ts';
import { input } from './forms.ts';
import { rightsFields, type UserChoices, type UserTyped } from './userForm.ts';

export interface UsersShown extends UserChoices {
  readonly users: readonly AgencyUser[];
  readonly typed: UserTyped | null;
}

const nobody = { login: '', fullName: '', role: 'pejabat', seesOffices: [], seesUnits: [] };

export function usersPage(context: UserContext, { users, typed, ...choices }: UsersShown): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.admin;
  const filled: Omit<UserTyped, 'rights'> = typed ?? nobody;
  return context.show({
    title: w.users,
    status: typed === null ? 200 : 422,
    at: '/pengguna',
    body: html`<h1>${w.users}</h1>
      <div class="table" role="region" aria-label="${w.users}" tabindex="0">
        <table>
          <thead>
            <tr>
              ${[w.fullName, w.userName, w.role, w.second, w.status].map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${users.map(
              (user) =>
                html`<tr>
                  <th scope="row"><a href="${link(`/pengguna/${user.userId}`)}">${user.fullName}</a></th>
                  <td>${user.login}</td>
                  <td>${words.common.roles[user.role]}</td>
                  <td>${user.hasSecondFactor ? w.secondThere : html`<span class="tag">${w.secondMissing}</span>`}</td>
                  <td>${user.active ? w.active : html`<span class="tag bad">${w.inactive}</span>`}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <details class="act" ${typed === null ? null : html`open`}>
        <summary>${w.addUser}</summary>
        <form method="post" action="${link('/pengguna')}">
          ${formToken}
          ${input({
            name: 'nama',
            label: w.userName,
            hint: w.userNameHint,
            value: filled.login,
            problem: filled.loginProblem,
            autocomplete: 'off',
            maxlength: 40,
            required: true,
          })}
          ${rightsFields(context, filled, choices)}
          <button>${w.create}</button>
        </form>
      </details>`,
  });
}
