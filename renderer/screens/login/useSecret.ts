import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { delayAfter } from '../../../shared/domain/access/delay.ts';
import type { Failure } from '../../../shared/rpc/protocol.ts';
import { timerWords } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';

type SecretRefusal =
  | { readonly type: 'wrongSecret'; readonly failures: number }
  | { readonly type: 'loginDelayed'; readonly until: number }
  | { readonly type: 'sessionEnded' }
  | { readonly type: 'staffUnknown' };
export type SecretReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: SecretRefusal }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface SecretEntry {
  readonly secret: string;
  readonly pending: boolean;
  /** What went wrong with the last try, or how long to wait. */
  readonly message: string | null;
  readonly delayed: boolean;
  type(secret: string): void;
  submit(): Promise<void>;
}

/** Typing a PIN or password and trying it once; a wait is counted down from the failure that brought it. */
export function useSecret(attempt: (secret: string) => Promise<SecretReply>): SecretEntry {
  const { t } = useTranslation();
  const words = useProblemWords();
  const now = useNow(1000);
  const [secret, setSecret] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Exclude<SecretReply, { kind: 'done' }> | null>(null);
  const [until, setUntil] = useState<number | null>(null);

  const delayed = until !== null && until > now;

  const message = () => {
    if (problem === null || (until !== null && !delayed)) return null;
    if (until !== null) return t('staff.login.wait', { time: timerWords(until - now + 999) });
    if (problem.kind === 'refused' && problem.refusal.type === 'wrongSecret')
      return t('staff.login.failures', { n: problem.refusal.failures });
    return words(problem);
  };

  return {
    secret,
    pending,
    delayed,
    message: message(),
    type: (typed) => setSecret(typed),
    async submit() {
      if (pending || delayed || secret === '') return;
      setPending(true);
      try {
        const reply = await attempt(secret);
        setProblem(reply.kind === 'done' ? null : reply);
        setUntil(reply.kind === 'refused' ? delayedUntil(reply.refusal, Date.now()) : null);
        setSecret('');
      } finally {
        setPending(false);
      }
    },
  };
}

/** Until when the account refuses every secret, ms since the epoch; `null`: it does not. */
function delayedUntil(refusal: SecretRefusal, now: number): number | null {
  if (refusal.type === 'loginDelayed') return refusal.until;
  const delay = refusal.type === 'wrongSecret' ? delayAfter(refusal.failures) : 0;
  return delay === 0 ? null : now + delay;
}
