import type { FastifyReply } from 'fastify';
import { attachmentType } from '../../../shared/domain/complaints/types.ts';
import type { OfficeZone } from '../../../shared/domain/values.ts';
import { fileSize } from '../../../shared/papers/format.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { ComplaintFile } from '../../files/files.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import { shownName } from '../fileNames.ts';
import { fileNamesIn } from '../openTexts.ts';
import type { OneComplaint } from '../queries/complaints.ts';
import { calendarOf } from '../queries/offices.ts';
import type { ComplaintShown } from './complaint.ts';
import { shortTime } from './times.ts';

const addressOf = ({ code }: Office, { complaint }: OneComplaint): string => `/pengaduan/${code}/${complaint.complaintId}`;

/** The attachments of a complaint, for whoever may read its words; nothing for others. */
export function attachments(context: UserContext, { texts, files, office, found, told }: ComplaintShown): Markup | null {
  if (texts === null) return null;
  const { files: w } = context.words;
  const names = fileNamesIn(texts);
  const { zone } = calendarOf(office, told);
  const items = files.map((file, index) => {
    const name = broken(shownName(names.get(file.attachmentId)) ?? w.nth(index + 1));
    const href = context.link(`${addressOf(office, found)}/lampiran/${file.attachmentId}`);
    // What the officer is writing on this page stays there.
    const title =
      file.state.is === 'here'
        ? html`<a href="${href}" target="_blank" rel="noopener">${name}</a>`
        : html`<span class="name">${name}</span>`;
    return html`<li>
      ${title}
      <p class="quiet-text">${facts(context, file)}</p>
      ${standing(context, file, zone, found)}
    </li>`;
  });
  return html`<section aria-labelledby="files">
    <h2 id="files">${w.title}${files.length > 1 ? html` <span class="count">(${files.length})</span>` : null}</h2>
    ${
      files.length === 0
        ? html`<p>${w.none}</p>`
        : html`<ul class="list files">
            ${items}
          </ul>`
    }
    ${files.some(({ state }) => state.is === 'here') ? html`<p class="hint">${w.hint}</p>` : null}
  </section>`;
}

/** Scanners and telephones join words with underscores, where no browser breaks a line by itself. */
const broken = (name: string): Markup =>
  html`${name.split(/(?<=_)/u).map((part, index) => (index === 0 ? html`${part}` : html`<wbr />${part}`))}`;

/** Kind and size. */
function facts({ words: { files: w }, language }: UserContext, { mediaType, bytes }: ComplaintFile): string {
  const kind = attachmentType.safeParse(mediaType);
  return `${kind.success ? w.kinds[kind.data] : w.otherKind} · ${fileSize(bytes, language)}`;
}

/** Since when it is here, or why it cannot be opened. */
function standing(
  { words: { files: w }, language }: UserContext,
  { state }: ComplaintFile,
  zone: OfficeZone,
  { unitId, anonymous }: OneComplaint,
): Markup {
  switch (state.is) {
    case 'here':
      return html`<p class="quiet-text">${w.arrived(shortTime(state.arrivedAt, zone, language))}</p>`;
    case 'arriving':
      return html`<p>${w.arriving(state.percent)}</p>`;
    case 'announced':
      return html`<p>${anonymous ? w.anonymous : unitId === null ? w.afterAssignment : w.announced}</p>`;
    case 'erased':
      return html`<p>${w.erased}</p>`;
  }
}

/** In place of a file that is here and cannot be shown. */
export function unreadableFile(
  context: UserContext,
  { office, found }: { readonly office: Office; readonly found: OneComplaint },
  why: 'damaged' | 'unreadable',
): FastifyReply {
  const { files: w } = context.words;
  const [title, text, status] = why === 'damaged' ? [w.damaged, w.damagedText, 500] : [w.unreadable, w.unreadableText, 422];
  return context.show({
    title,
    status,
    body: html`<h1>${title}</h1>
      <p>${text}</p>
      <p>
        <a href="${context.link(addressOf(office, found))}">${w.back} <span class="number">${found.complaint.number}</span></a>
      </p>`,
  });
}
