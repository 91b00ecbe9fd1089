import type { FastifyReply } from 'fastify';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { FileHere } from '../../files/files.ts';
import type { ComplaintAt } from '../complaintOfAddress.ts';
import type { UserContext } from '../context.ts';
import { calendarOf } from '../queries/offices.ts';
import type { ComplaintShown } from './complaint.ts';
import { shortTime } from './times.ts';

/** The attachments of a complaint; each opens in a tab of its own, so that the complaint stays where it was read. */
export function fileList(context: UserContext, { files, office, told, found }: ComplaintShown): Markup {
  const { words, language } = context;
  const w = words.complaints;
  if (files.length === 0) return html`<p>${w.filesNone}</p>`;
  const { zone } = calendarOf(office, told);
  const typeOf = (mediaType: string) => (mediaType in w.fileTypes ? w.fileTypes[mediaType as keyof typeof w.fileTypes] : w.otherFile);
  const entries = files.map(({ attachmentId, mediaType, bytes, arrivedAt }: FileHere, place) => {
    const address = context.link(`/pengaduan/${office.code}/${found.complaint.complaintId}/lampiran/${attachmentId}`);
    const name = w.file(place + 1);
    return html`<li>
      ${arrivedAt === null ? html`<strong>${name}</strong>` : html`<a href="${address}" target="_blank" rel="noopener">${name}</a>`} ·
      ${typeOf(mediaType)}, <span class="nowrap">${sizeInWords(bytes, language)}</span>
      <span class="quiet-text">${arrivedAt === null ? w.fileArriving : w.fileArrived(shortTime(arrivedAt, zone, language))}</span>
    </li>`;
  });
  return html`<ol class="life">
      ${entries}
    </ol>
    <p class="hint">${w.fileLead}</p>`;
}

/** `1,2 MB`: as file managers count, a thousand at a time. */
function sizeInWords(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${format.format(Math.max(isLarge ? 0 : 1, bytes / (isLarge ? 1_000_000 : 1000)))} ${isLarge ? 'MB' : 'kB'}`;
}

/** It is here and does not open: what that means, and where the original is. */
export function fileUnreadable(context: UserContext, { office, found }: ComplaintAt): FastifyReply {
  const w = context.words.complaints;
  return context.show({
    title: w.fileUnreadable,
    status: 422,
    body: html`<h1>${w.fileUnreadable}</h1>
      <p>${w.fileUnreadableText}</p>
      <p><a href="${context.link(`/pengaduan/${office.code}/${found.complaint.complaintId}`)}">← ${w.backToComplaint}</a></p>`,
  });
}
