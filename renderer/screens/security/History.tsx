import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { contract } from '../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import type { Key } from '../../i18n/id/index.ts';
import { momentWords, timerWords } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './SecurityScreen.module.css';

const shown = 50;

/** Calls of before with the time that each step took, counted from the press. */
export function History({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const session = useHostQuery('access.state', {}).data?.session ?? null;
  const roles: readonly string[] = contract['alarm.history'].roles;
  const mayRead = session !== null && session.roles.some((role) => roles.includes(role));
  const { data: calls } = useHostQuery('alarm.history', { limit: shown }, { enabled: mayRead });
  return (
    <section className={classes.panel} aria-labelledby="history-title">
      <h2 id="history-title" className={classes.panelTitle}>
        {t('security.history')}
      </h2>
      {!mayRead && <p className={classes.text}>{t('security.history.logIn')}</p>}
      {calls?.length === 0 && <Notice band Icon={IconHistory} title={t('security.history.none')} text={t('security.history.none.text')} />}
      {calls !== undefined && calls.length > 0 && (
        <>
          <p className={classes.text}>{t('security.history.lead')}</p>
          {/* A wide table scrolls by the keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="history-title">
            <table className={classes.table}>
              <thead>
                <tr>
                  {(['when', 'what', 'received', 'acknowledged', 'arrived', 'over'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`security.history.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {calls.map((alarm) => (
                  <Row key={alarm.alarmId} alarm={alarm} zone={zone} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Row({ alarm, zone }: { alarm: AlarmView; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const after = (at: number | null | undefined) => (at == null ? '–' : timerWords(at - alarm.raisedAt));
  const step = (at: number | undefined, name: string | undefined) => (
    <>
      {after(at)}
      {name !== undefined && name !== '' && <span className={classes.detail}>{name}</span>}
    </>
  );
  const [received] = alarm.received;
  const [acknowledged] = alarm.acknowledged;
  return (
    <tr>
      <td>{momentWords(alarm.raisedAt, language, zone)}</td>
      <td>
        {alarm.drill && <strong className={classes.drill}>{t('alarm.drill.mark')}</strong>} {t(`alarm.kind.${alarm.kind}`)}
        <span className={classes.detail}>{[alarm.place.name, alarm.by.name].filter((word) => word !== '').join(' · ')}</span>
        {alarm.outputs.map(({ output, ok, detail, at }) => (
          <span key={`${output}${at}`} className={classes.detail} data-failed={!ok}>
            {t(`security.output.${output}` as Key)}: {t(ok ? 'security.output.ok' : 'security.output.failed', { detail })}
          </span>
        ))}
      </td>
      <td>{step(received?.at, received?.name)}</td>
      <td>{step(acknowledged?.at, acknowledged?.name)}</td>
      <td>{after(alarm.arrivedAt)}</td>
      <td>
        {alarm.over === null ? (
          <strong>{t('security.history.live')}</strong>
        ) : (
          <>
            {after(alarm.over.at)}
            <span className={classes.detail}>{overWords(alarm.over)}</span>
          </>
        )}
      </td>
    </tr>
  );

  function overWords({ how, name, reason }: NonNullable<AlarmView['over']>): string {
    if (how === 'drillOver') return t(reason === 'realCall' ? 'security.history.realCall' : 'security.history.drillTime');
    const words = how === 'withdrawn' ? `${t('security.history.withdrawn')}: ${reason}` : reason;
    return name === '' ? words : `${words} (${name})`;
  }
}
