import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { chooseLanguage } from '../../i18n/index.ts';
import { loketShell } from '../../ui/printing/shell.ts';
import { useKeepAwake } from '../../ui/useKeepAwake.ts';
import { KioskSteps } from './KioskSteps.tsx';
import { closedReason } from './kioskLayout.ts';
import { idleLimit, shownSeconds } from './kioskLimits.ts';
import { useIdleReset } from './useIdleReset.ts';
import { useKioskFlow } from './useKioskFlow.ts';
import { useKioskGuard } from './useKioskGuard.ts';

/** The ticket kiosk: runs without a login, begins again for every visitor. */
export default function KioskScreen() {
  const { t, i18n } = useTranslation();
  const kiosk = useHostQuery('queue.kiosk', {});
  const office = useHostQuery('office.profile', {});
  const { data: here } = useHostQuery('stations.here', {});
  const ticketPrinter = useHostQuery('printing.ticketPrinter', {}).data ?? null;
  const officeLanguage = office.data?.profile?.language ?? 'id';
  // The desktop program prints silently on the system's default printer; a browser would ask the visitor by a dialog.
  const printer = loketShell() !== null || ticketPrinter !== null;
  const { flow, step } = useKioskFlow();
  // One that the station prints on may stand elsewhere than this kiosk; a window's own stands beside it.
  const printerName = ticketPrinter?.by === 'host' ? ticketPrinter.name : null;

  useKioskGuard();
  useKeepAwake();
  useEffect(() => chooseLanguage(officeLanguage, false), [officeLanguage]);
  useEffect(() => {
    document.title = t('kiosk.title');
  }, [t]);

  const startOver = useCallback(() => {
    flow.reset();
    chooseLanguage(officeLanguage, false);
  }, [flow, officeLanguage]);
  const left = useIdleReset(step, idleLimit(step), startOver);
  useEscape(startOver);

  const setUp = office.data === undefined ? undefined : office.data.profile !== null;
  return (
    <KioskSteps
      officeName={kiosk.data?.officeName ?? office.data?.profile?.name ?? ''}
      services={kiosk.data?.services ?? []}
      ownSeries={kiosk.data?.ownSeries ?? null}
      closed={closedReason({ kiosk: kiosk.data, setUp, stale: kiosk.stale, revoked: here?.role === 'revoked' })}
      step={step}
      flow={flow}
      printing={{ language: i18n.language as Language, printer }}
      printerName={printerName}
      secondsLeft={shownSeconds(step, left)}
      onStartOver={startOver}
    />
  );
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onEscape]);
}
