import type { OrderKind } from '../../shared/sync/orders.ts';

/** What somebody sent to the office from the public page. */
export interface SentOrder {
  readonly kind: OrderKind;
  /** ms since the epoch. */
  readonly at: number;
  /** `null`: the office has not decided yet; `done`; the refusal's type. */
  readonly outcome: string | null;
  readonly decidedAt: number | null;
}

/** From a json array in the order in which they were sent. */
export const sentOrders = (json: string | null): readonly SentOrder[] =>
  json === null
    ? []
    : (JSON.parse(json) as (Omit<SentOrder, 'at'> & { readonly at: string })[]).map((order) => ({ ...order, at: Date.parse(order.at) }));

/** Waits to be recorded by the office. */
export const isWaiting = (orders: readonly SentOrder[], kind: OrderKind): boolean =>
  orders.some((order) => order.kind === kind && order.outcome === null);

const refusalShownMs = 14 * 24 * 60 * 60 * 1000;

/** What the page tells of them: what waits, and what was refused lately unless the same was sent again since. */
export const toldOrders = (orders: readonly SentOrder[], now: number): readonly SentOrder[] =>
  orders.filter(
    (order, at) =>
      order.outcome === null ||
      (order.outcome !== 'done' &&
        now - (order.decidedAt ?? order.at) < refusalShownMs &&
        !orders.slice(at + 1).some(({ kind }) => kind === order.kind)),
  );
