import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import type { RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { timeWords } from '../../ui/format.ts';
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

type Refusal = RefusalOfMethod<'queue.issue'>;

/** The host refused although the screen offered it: the state changed in between, or two visitors were quicker. */
export function Refused({ refusal, ...props }: RefusalProps & { readonly refusal: Refusal }) {
  const { t, i18n } = useTranslation();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  if (refusal.type === 'capacityReached') return <Full {...props} />;
  const words = wordsOf(refusal);
  // The minute after it: at the time that is read, there is room.
  const until = refusal.type === 'kioskLimitReached' ? Math.ceil(refusal.until / minute) * minute : 0;
  const details = { until: timeWords(until, i18n.language as Language, zone) };
  return (
    <KioskFrame
      officeName={props.officeName}
      secondsLeft={props.secondsLeft}
      step="refused"
      heading={t(words.heading)}
      onBack={props.onBack}
    >
      <KioskNotice icon="problem" words={t(words.words, details)} />
    </KioskFrame>
  );
}

const minute = 60_000;
/** A limit that lies further off than this is that of the day, ms. */
const soon = 3_600_000;

function wordsOf(refusal: Exclude<Refusal, { type: 'capacityReached' }>) {
  switch (refusal.type) {
    case 'dayNotOpen':
      return { heading: 'kiosk.closed.notOpened', words: 'kiosk.closed.notOpened.words' } as const;
    case 'clockSuspect':
      return { heading: 'kiosk.closed.clockSuspect', words: 'kiosk.closed.clockSuspect.words' } as const;
    case 'kioskLimitReached': {
      const words = refusal.until - Date.now() > soon ? 'kiosk.problem.kioskLimitOfDay' : 'kiosk.problem.kioskLimitReached';
      return { heading: 'kiosk.problem.heading', words } as const;
    }
    case 'serviceNotOffered':
    case 'serviceUnknown':
    case 'ticketIdTaken':
      return { heading: 'kiosk.problem.heading', words: `kiosk.problem.${refusal.type}` } as const;
  }
}
