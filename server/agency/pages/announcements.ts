import type { FastifyReply } from 'fastify';
import { type Bilingual, officeZone } from '../../../shared/domain/values.ts';
import { dateInWords } from '../../../shared/papers/format.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { SentAnnouncement } from '../queries/announcements.ts';
import { input, notice, textarea } from './forms.ts';
import { officeTicks, sentNotice } from './sending.ts';
import { shortTime } from './times.ts';

export interface TypedAnnouncement {
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly until: string;
}

export interface AnnouncementsShown {
  readonly offices: readonly Office[];
  readonly announcements: readonly SentAnnouncement[];
  readonly typed: TypedAnnouncement | null;
}

const empty: TypedAnnouncement = { title: { id: '', en: '' }, body: { id: '', en: '' }, until: '' };

export function announcementsPage(context: UserContext, { offices, announcements, typed }: AnnouncementsShown): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.sending.announcements;
  const filled = typed ?? empty;
  const both = (name: 'judul' | 'isi', label: string, value: Bilingual) =>
    (['id', 'en'] as const).map((language) => {
      const field = {
        name: `${name}-${language}`,
        label: `${label} (${language === 'id' ? words.common.indonesian : words.common.english})`,
        value: value[language],
        required: true,
      };
      return name === 'judul' ? input({ ...field, maxlength: 120 }) : textarea({ ...field, maxlength: 2000 });
    });
  return context.show({
    title: w.title,
    status: typed === null ? 200 : 422,
    at: '/pengumuman',
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${sentNotice(context, offices)} ${typed === null ? null : notice(w.problem, 'bad')}
      <details class="act" ${typed === null && announcements.length > 0 ? null : html`open`}>
        <summary>${w.new}</summary>
        <form method="post" action="${link('/pengumuman')}">
          ${formToken} ${both('judul', w.heading, filled.title)} ${both('isi', w.body, filled.body)}
          ${input({ name: 'sampai', label: w.until, type: 'date', value: filled.until, required: true, narrow: true })}
          ${officeTicks(context, offices)}
          <button>${words.sending.send}</button>
        </form>
      </details>
      <h2>${w.list}</h2>
      ${announcements.length === 0 ? html`<p>${w.none}</p>` : list(context, announcements)}`,
  });
}

function list({ words, language, agency }: UserContext, announcements: readonly SentAnnouncement[]): Markup {
  const w = words.sending;
  const zone = officeZone.catch('Asia/Jakarta').parse(agency.zone);
  return html`<ul class="list">
    ${announcements.map(
      (one) =>
        html`<li>
          <h3>${one.title[language]}</h3>
          <p class="written">${one.body[language]}</p>
          <p class="quiet-text">
            ${w.announcements.by(one.sentBy ?? words.complaints.someone, shortTime(one.sentAt.getTime(), zone, language))} ·
            ${w.announcements.shownUntil(dateInWords(one.until, language))} · ${w.counts(one.done, one.pending, one.refused)}
          </p>
        </li>`,
    )}
  </ul>`;
}
