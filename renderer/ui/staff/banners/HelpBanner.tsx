import { IconCheck, IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../../../shared/rpc/roles.ts';
import type { HelpView } from '../../../../shared/rpc/methods/incidents.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useNow } from '../../useNow.ts';
import { useStaffSession } from '../StaffContext.tsx';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** Answered requests stay a moment, so that nobody else sets out. */
const shownAnsweredMs = 60_000;

/** A supervisor is asked for everything; colleagues for a second pair of hands; guards see what they may be needed for. */
const concerns = ({ kind }: HelpView, roles: readonly StaffRole[]): boolean =>
  roles.includes('pengawas') || roles.includes('admin') || kind === 'secondOfficer' || kind === 'quietRoom';

/** Colleagues at other counters who asked for help, and "I am coming". */
export default function HelpBanner() {
  const { t } = useTranslation();
  const { name, roles } = useStaffSession();
  const { data: helps = [] } = useHostQuery('incident.help', {});
  const now = useNow(helps.length === 0 ? 60_000 : 1000);
  const come = useCommand('incident.acknowledgeHelp');
  const shown = helps.filter(
    (help) => help.requestedBy !== name && concerns(help, roles) && now - (help.acknowledgedAt ?? now) < shownAnsweredMs,
  );
  return shown.map((help) => {
    const { incidentId, helpId, counterName, ticketNumber, kind, level, requestedBy, requestedAt, acknowledgedBy } = help;
    const title = t('calm.ask.title', { place: counterName ?? t('calm.ask.counter'), what: t(`calm.help.${kind}`) });
    const words = {
      name: requestedBy,
      number: ticketNumber ?? '',
      seconds: Math.max(0, Math.round((now - requestedAt) / 1000)),
      level: t(`calm.level.${level}`),
    };
    if (acknowledgedBy !== null)
      return (
        <Banner key={helpId} tone="quiet" Icon={IconCheck} title={title}>
          {t('calm.ask.goes', { name: acknowledgedBy })}
        </Banner>
      );
    return (
      <Banner
        key={helpId}
        tone="warning"
        Icon={IconHeartHandshake}
        title={title}
        actions={
          <button type="button" className={classes.come} onClick={() => void come.send({ incidentId, helpId })}>
            {t('calm.ask.come')}
          </button>
        }
      >
        {/* The seconds are for the eye: read aloud every second they would drown everything else. */}
        <span aria-hidden>{t(ticketNumber === null ? 'calm.ask.text' : 'calm.ask.textTicket', words)}</span>
      </Banner>
    );
  });
}
