import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import type { PlacedOrder } from '../queries/complaints.ts';
import { calendarOf } from '../queries/offices.ts';
import type { ComplaintShown } from './complaint.ts';
import { shortTime } from './times.ts';

/** What was sent to the office about the complaint and what became of it, the newest first. */
export function placedOrders(context: UserContext, shown: ComplaintShown): Markup {
  const { words, language } = context;
  const w = words.complaints;
  const { orders, texts, told, office } = shown;
  if (orders.length === 0) return html`<p>${w.ordersNone}</p>`;
  const { zone } = calendarOf(office, told);
  return html`<ol class="life">
    ${orders.toReversed().map((order) => {
      const text = order.textId === null ? undefined : texts?.byId.get(order.textId);
      return html`<li>
        <strong>${kindOf(w.otherActs, order.kind)}</strong> ${w.sentBy(senderOf(context, shown, order))}
        <span class="quiet-text nowrap">${shortTime(order.createdAt, zone, language)}</span>
        <p class="outcome ${order.outcome === null ? 'pending' : order.outcome === 'done' ? 'good' : 'bad'}">
          ${outcomeInWords(order, w, (at) => shortTime(at, zone, language))}
        </p>
        ${text === undefined ? null : html`<blockquote>${text}</blockquote>`}
      </li>`;
    })}
  </ol>`;
}

const kindOf = (kinds: UserContext['words']['complaints']['otherActs'], kind: string): string =>
  kind in kinds ? kinds[kind as keyof typeof kinds] : kind;

function senderOf({ words }: UserContext, { users }: ComplaintShown, { userId }: PlacedOrder): string {
  if (userId === null) return words.complaints.fromPublic;
  return users.find((user) => user.userId === userId)?.fullName ?? words.complaints.someone;
}

/** Pending, done or refused and why, in words. */
export function outcomeInWords(
  { outcome, decidedAt }: Pick<PlacedOrder, 'outcome' | 'decidedAt'>,
  w: UserContext['words']['complaints'],
  time: (at: number) => string,
): string {
  if (outcome === null) return w.pending;
  const at = decidedAt === null ? '' : time(decidedAt);
  if (outcome === 'done') return w.done(at);
  const { other, ...known } = w.refusals;
  return w.refused(at, outcome in known ? known[outcome as keyof typeof known] : other(outcome));
}
