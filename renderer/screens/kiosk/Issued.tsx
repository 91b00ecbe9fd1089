import { IconCamera, IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './kiosk.module.css';
import type { IssuedTicket, PaperState } from './kioskFlow.ts';
import { estimateWords } from './kioskWords.ts';

/** The visitor's number, how long it may take, and where her ticket is. */
export function Issued({ ticket, serviceTitle, paper, printerName, onDone }: IssuedProps) {
  const { t } = useTranslation();
  const estimate = estimateWords(ticket.estimate, t);
  return (
    <div className={classes['issued']}>
      <div className={classes['ticket']}>
        <p className={classes['number']} data-long={ticket.number.length > 5} data-testid="issued-number">
          {ticket.number}
        </p>
        <p className={classes['service']}>{serviceTitle}</p>
        {ticket.ground !== null && (
          <p className={classes['priority']}>{t('kiosk.issued.priority', { ground: t(`kiosk.ground.${ticket.ground}`) })}</p>
        )}
        <p className={classes['fact']}>
          {ticket.ahead === 0 ? t('kiosk.issued.aheadNone') : t('kiosk.issued.ahead', { count: ticket.ahead })}
        </p>
        <p className={classes['fact']}>{estimate === null ? t('kiosk.issued.noEstimate') : t('kiosk.issued.estimate', { estimate })}</p>
        {ticket.capacity !== 'free' && <p className={classes['warning']}>{t('kiosk.issued.tight')}</p>}
      </div>
      <div className={classes['after']}>
        <Paper state={paper} printerName={printerName} />
        <button type="button" className={classes['done']} onClick={onDone}>
          {t('kiosk.issued.done')}
        </button>
      </div>
    </div>
  );
}

interface IssuedProps {
  readonly ticket: IssuedTicket;
  readonly serviceTitle: string;
  readonly paper: PaperState;
  readonly printerName: string | null;
  readonly onDone: () => void;
}

function Paper({ state, printerName }: { state: PaperState; printerName: string | null }) {
  const { t } = useTranslation();
  if (state === 'printing') {
    return (
      <output className={classes['paper']}>
        <IconTicket aria-hidden size="4.5em" stroke={1.75} />
        <p className={classes['paperWords']}>{t('kiosk.issued.printing')}</p>
      </output>
    );
  }
  const key = state === 'taken' ? 'kiosk.issued.take' : 'kiosk.issued.remember';
  return (
    <output className={classes['paper']} data-paper={state}>
      {state === 'taken' ? <IconTicket aria-hidden size="4.5em" stroke={1.75} /> : <IconCamera aria-hidden size="4.5em" stroke={1.75} />}
      <p className={classes['paperWords']}>{t(key)}</p>
      {state === 'taken' && printerName !== null && (
        <p className={classes['paperWhere']}>{t('kiosk.issued.where', { printer: printerName })}</p>
      )}
      <p className={classes['paperHint']}>{t(`${key}.hint`)}</p>
    </output>
  );
}
