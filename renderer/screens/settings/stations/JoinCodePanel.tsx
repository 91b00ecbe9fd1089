import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { timerWords } from '../../../ui/format.ts';
import { useNow } from '../../../ui/useNow.ts';
import { Panel } from '../parts/Section.tsx';
import classes from './stations.module.css';

type Joining = NonNullable<Output<'stations.list'>['joining']>;

/** The code for one station, large enough to be read from where that station stands, and how long it still counts. */
export function JoinCodePanel({ joining }: { joining: Joining }) {
  const { t } = useTranslation();
  const cancel = useCommand('stations.cancelJoining');
  const { details, code, qr, ticket, addresses, mark, failures, until } = joining;
  const now = useNow(1000);
  return (
    <Panel title={t('settings.joining.title', { name: details.name })} lead={t('settings.joining.lead')}>
      <div className={classes.joining}>
        <svg className={classes.qr} viewBox={qr.viewBox} role="img" aria-label={t('settings.joining.qr')} data-ticket={ticket}>
          <rect width="100%" height="100%" fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <dl className={classes.facts}>
          <dt>{t('settings.joining.code')}</dt>
          <dd className={classes.code} data-testid="join-code">
            {code}
          </dd>
          <dt>{t('settings.joining.address')}</dt>
          <dd>
            {addresses.map((address) => (
              <span key={address} className={classes.address}>
                {address}
              </span>
            ))}
            <span className={classes.quiet}>{t('settings.joining.mark', { mark })}</span>
          </dd>
          <dt>{t('settings.joining.remaining')}</dt>
          <dd className={classes.remaining}>
            {/* Read aloud every second it would drown everything else. */}
            <span role="timer" aria-live="off">
              {timerWords(Math.max(0, until - now))}
            </span>
          </dd>
        </dl>
      </div>
      {failures > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {t('settings.joining.failures', { n: failures })}
        </Alert>
      )}
      <div>
        <Button variant="default" size="md" loading={cancel.pending} onClick={() => void cancel.send({})}>
          {t('settings.joining.cancel')}
        </Button>
      </div>
    </Panel>
  );
}
