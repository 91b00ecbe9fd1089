import type { CentralStatus } from '../../../../shared/rpc/methods/central.ts';

type Problem = NonNullable<CentralStatus['problem']>;
/** Refusals about which a person can do something of their own; all others are for whoever runs the server. */
type Explained = Exclude<Problem['failure'], 'refused'> | 'refused' | 'revoked' | 'clockOff' | 'tooLarge';

/** Which explanation fits what went wrong; each says what happened, what is safe and what to do. */
export function problemKey({ failure, refusal }: Pick<Problem, 'failure' | 'refusal'>): Explained {
  if (failure !== 'refused') return failure;
  switch (refusal) {
    case 'revoked':
    case 'unknownKey':
    case 'badSignature':
      return 'revoked';
    case 'clockOff':
    case 'tooLarge':
      return refusal;
    case 'busy':
      return 'serverBusy';
    case 'failed':
      return 'serverFailed';
    case 'badRequest':
    case 'codeUnknown':
    case null:
      return 'refused';
  }
}
