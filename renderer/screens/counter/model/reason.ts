import type { CallReason } from '../../../../shared/domain/queue/types.ts';
import { unreachable } from '../../../../shared/result.ts';
import type { Key } from '../../../i18n/id/index.ts';
import { wholeMinutes } from '../../../ui/format.ts';

type ReasonKey = Extract<Key, `counter.reason.${string}`>;

/** Key of the sentence for a call's reason; the waited time is a part of its own (`waitedKey`). */
export function reasonKey({ rule, ground }: CallReason): ReasonKey {
  switch (rule) {
    case 'accumulating':
    case 'strict':
      return ground === null ? `counter.reason.${rule}.regular` : `counter.reason.${rule}.priority`;
    case 'limit':
    case 'ratioPriority':
    case 'ratioRegular':
    case 'fifo':
    case 'front':
    case 'chosen':
      return `counter.reason.${rule}`;
    default:
      return unreachable(rule);
  }
}

/** "menunggu 9 menit", or less than a minute. */
export function waitedPart(waitedMs: number): { readonly key: ReasonKey; readonly n: number } {
  const n = wholeMinutes(waitedMs);
  return { key: n === 0 ? 'counter.reason.waitedLess' : 'counter.reason.waited', n };
}
