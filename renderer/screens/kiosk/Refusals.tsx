import { useTranslation } from 'react-i18next';
import type { RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import { KioskFrame } from './KioskFrame.tsx';
import { KioskNotice } from './KioskNotice.tsx';

interface RefusalProps {
  readonly officeName: string;
  readonly secondsLeft: number | null;
  readonly service: string;
  readonly onBack: () => void;
}

/** No number is given that could not be served today; said plainly instead of letting people wait in vain. */
export function Full({ officeName, secondsLeft, service, onBack }: RefusalProps) {
  const { t } = useTranslation();
  return (
    <KioskFrame officeName={officeName} secondsLeft={secondsLeft} step="full" heading={t('kiosk.full.heading')} onBack={onBack}>
      <KioskNotice icon="full" words={t('kiosk.full.words', { service })} />
    </KioskFrame>
  );
}

type RefusalType = RefusalOfMethod<'queue.issue'>['type'];

/** The host refused although the screen offered it: the state changed in between, or two visitors were quicker. */
export function Refused({ refusal, ...props }: RefusalProps & { readonly refusal: RefusalType }) {
  const { t } = useTranslation();
  if (refusal === 'capacityReached') return <Full {...props} />;
  const words = wordsOf(refusal);
  return (
    <KioskFrame
      officeName={props.officeName}
      secondsLeft={props.secondsLeft}
      step="refused"
      heading={t(words.heading)}
      onBack={props.onBack}
    >
      <KioskNotice icon="problem" words={t(words.words)} />
    </KioskFrame>
  );
}

function wordsOf(refusal: Exclude<RefusalType, 'capacityReached'>) {
  switch (refusal) {
    case 'dayNotOpen':
      return { heading: 'kiosk.closed.notOpened', words: 'kiosk.closed.notOpened.words' } as const;
    case 'clockSuspect':
      return { heading: 'kiosk.closed.clockSuspect', words: 'kiosk.closed.clockSuspect.words' } as const;
    case 'serviceNotOffered':
    case 'serviceUnknown':
    case 'ticketIdTaken':
      return { heading: 'kiosk.problem.heading', words: `kiosk.problem.${refusal}` } as const;
  }
}
