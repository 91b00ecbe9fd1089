import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { AgencyRole, AgencyUser } from '../roles.ts';
import type { AgencyWords } from '../words/index.ts';

interface Shown {
  readonly words: AgencyWords;
  link(path: string): string;
  readonly user: AgencyUser;
  /** Address of the page that is shown. */
  readonly current: string;
  /** The hidden field of forms. */
  readonly formToken: Markup;
}

type Entry = readonly [path: string, word: Exclude<keyof AgencyWords['common'], 'roles' | 'forbiddenBody'>, roles?: readonly AgencyRole[]];
const admin: readonly AgencyRole[] = ['admin'];

const entries: readonly Entry[] = [
  ['', 'offices'],
  ['/pengaduan', 'complaints'],
  ['/pengumuman', 'announcements', admin],
  ['/layanan', 'services', admin],
  ['/hari-libur', 'holidays', admin],
  ['/ekspor', 'export', admin],
  ['/penghapusan', 'erasure', admin],
  ['/pemberitahuan', 'notices', admin],
  ['/webhook', 'webhooks', admin],
  ['/karantina', 'quarantine', admin],
  ['/pengguna', 'users', admin],
  ['/kunci', 'keys', admin],
  ['/jejak', 'audit', admin],
];

/** The menu: only what the user's role may open, the way out at its end. */
export function navigation({ words: { common }, link, user, current, formToken }: Shown): Markup {
  const path = current.split('?')[0] ?? '';
  const isHere = (to: string) => (to === '' ? path === link('') || path.startsWith(link('/kantor')) : path.startsWith(link(to)));
  const links = entries
    .filter(([, , roles]) => roles === undefined || roles.includes(user.role))
    .map(([to, word]) => html`<li><a href="${link(to)}" ${isHere(to) ? html`aria-current="page"` : null}>${common[word]}</a></li>`);
  return html`<nav class="menu" aria-label="${common.navigation}">
      <ul>
        ${links}
      </ul>
    </nav>
    <div class="who">
      <a href="${link('/akun')}" ${isHere('/akun') ? html`aria-current="page"` : null}>${user.fullName}</a>
      <form method="post" action="${link('/keluar')}">${formToken}<button class="quiet">${common.logOut}</button></form>
    </div>`;
}
