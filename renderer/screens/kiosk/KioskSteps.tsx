import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import { Full, Refused } from './Refusals.tsx';
import { GroundQuestion } from './GroundQuestion.tsx';
import { Issued } from './Issued.tsx';
import classes from './kiosk.module.css';
import { KioskFrame } from './KioskFrame.tsx';
import type { KioskFlow, KioskPrinting, KioskStep } from './kioskFlow.ts';
import type { ClosedReason, KioskService } from './kioskLayout.ts';
import { KioskNotice } from './KioskNotice.tsx';
import { ServiceTiles } from './ServiceTiles.tsx';

export interface KioskStepsProps {
  readonly officeName: string;
  readonly services: readonly KioskService[];
  /** While the station works by itself: the letter in its numbers. */
  readonly ownSeries: string | null;
  readonly closed: ClosedReason | null;
  readonly step: KioskStep;
  readonly flow: KioskFlow;
  readonly printing: KioskPrinting;
  /** Where the ticket comes out, when it is not beside this kiosk. */
  readonly printerName: string | null;
  readonly secondsLeft: number | null;
  readonly onStartOver: () => void;
}

/** Shows the step that the visitor is at. Whoever already takes or has a number sees it even when the office closes. */
export function KioskSteps(props: KioskStepsProps) {
  const { officeName, services, ownSeries, closed, step, flow, printing, printerName, secondsLeft, onStartOver } = props;
  const { t, i18n } = useTranslation();
  const titleOf = (serviceId: string) => services.find(({ id }) => id === serviceId)?.title[i18n.language as Language] ?? '';
  const frame = { officeName, secondsLeft };
  /** A number that looks unlike the others is valid all the same. */
  const seriesWords = ownSeries === null ? undefined : t('kiosk.ownSeries', { letter: ownSeries });

  if (closed !== null && step.at !== 'issuing' && step.at !== 'issued') {
    return (
      <KioskFrame {...frame} secondsLeft={null} step={closed} heading={t(`kiosk.closed.${closed}`)}>
        <KioskNotice icon={closed === 'connecting' ? 'wait' : 'closed'} words={t(`kiosk.closed.${closed}.words`)} />
      </KioskFrame>
    );
  }

  switch (step.at) {
    case 'start':
      return (
        <KioskFrame {...frame} step="start" heading={t('kiosk.start.heading')} lead={seriesWords}>
          <ServiceTiles
            services={services}
            page={step.page}
            onPage={flow.showPage}
            onChoose={({ id, queue }) => flow.chooseService(id, queue.capacity === 'full')}
          />
        </KioskFrame>
      );
    case 'full':
      return <Full {...frame} service={titleOf(step.serviceId)} onBack={onStartOver} />;
    case 'ground': {
      const tight = services.find(({ id }) => id === step.serviceId)?.queue.capacity !== 'free';
      return (
        <KioskFrame {...frame} step="ground" heading={t('kiosk.ground.heading')} lead={t('kiosk.ground.noProof')} onBack={flow.reset}>
          {tight && <p className={classes['warningBand']}>{t('kiosk.ground.tight')}</p>}
          <GroundQuestion onChoose={(ground) => flow.chooseGround(ground, printing)} />
        </KioskFrame>
      );
    }
    case 'issuing':
      return (
        <KioskFrame {...frame} step="issuing" heading={t('kiosk.issuing')}>
          <KioskNotice icon="wait" words={t('kiosk.issuing.slow')} />
        </KioskFrame>
      );
    case 'issued':
      return (
        <KioskFrame {...frame} step="issued" heading={t('kiosk.issued.heading')} lead={seriesWords}>
          <Issued
            ticket={step.ticket}
            serviceTitle={titleOf(step.ticket.serviceId)}
            paper={step.paper}
            printerName={printerName}
            onDone={onStartOver}
          />
        </KioskFrame>
      );
    case 'refused':
      return <Refused {...frame} refusal={step.refusal} service={titleOf(step.serviceId)} onBack={flow.reset} />;
    case 'failed':
      return (
        <KioskFrame {...frame} step="failed" heading={t('kiosk.problem.heading')} onBack={onStartOver}>
          <KioskNotice icon="problem" words={t('kiosk.problem.failed')} action={{ label: t('kiosk.problem.retry'), onPress: flow.retry }} />
        </KioskFrame>
      );
  }
}
