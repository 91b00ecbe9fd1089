import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import { momentWords, timeWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Incident.module.css';

/** What the program wrote down while the officer was busy. */
export function IncidentRecord({ incident, zone }: { incident: IncidentView; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const none = t('incident.record.none');
  const list = (words: readonly string[]) => (words.length === 0 ? none : words.join(', '));
  const { call } = incident;
  const finishedAt = incident.finishedAt ?? call?.over?.at ?? null;
  const rows: readonly (readonly [label: string, value: string])[] = [
    [
      t('incident.record.opened'),
      [
        momentWords(incident.openedAt, language, zone),
        t(`incidents.source.${incident.source}`),
        ...(incident.ticketNumber === null ? [] : [t('incidents.ticket', { number: incident.ticketNumber })]),
        ...(incident.openedBy === '' ? [] : [incident.openedBy]),
      ].join(' · '),
    ],
    ...callRows(),
    [t('incident.record.finished'), finishedAt === null ? none : momentWords(finishedAt, language, zone)],
    [t('incident.record.outcome'), incident.outcome === null ? none : t(`outcome.${incident.outcome}`)],
    [t('incident.record.forms'), list(incident.forms.map((form) => t(`conflictForm.${form}`)))],
    [t('incident.record.strategies'), list(incident.strategies.map((strategy) => t(`strategy.${strategy}`)))],
  ];
  return (
    <aside className={classes.panel} aria-label={t('incident.record')}>
      <h2 className={classes.heading}>{t('incident.record')}</h2>
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('incident.record.helps')}</dt>
          <dd>
            {incident.helps.length === 0 && none}
            <ul className={classes.helps}>
              {incident.helps.map(({ helpId, kind, requestedAt, acknowledgedBy, acknowledgedAt }) => (
                <li key={helpId}>
                  {timeWords(requestedAt, language, zone)} {t(`calm.help.${kind}`)}
                  <br />
                  {acknowledgedBy === null
                    ? t('incidents.nobodyCame', { what: t(`calm.help.${kind}`) })
                    : `${timeWords(acknowledgedAt ?? requestedAt, language, zone)} ${t('incidents.came', { name: acknowledgedBy })}`}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </aside>
  );

  /** Of a security call: what it was, who answered, how it ended. */
  function callRows(): typeof rows {
    if (call === null) return [];
    const { kind, acknowledged, arrivedAt, policeAt, over } = call;
    const ending = over === null ? [] : [over.how === 'withdrawn' ? t('incident.record.withdrawn') : '', over.reason, over.name];
    const time = (at: number) => timeWords(at, language, zone);
    return [
      [t('incident.record.call'), [t(`alarm.kind.${kind}`), ...ending].filter((words) => words !== '').join(' · ')],
      [t('incident.record.answered'), list(acknowledged.map(({ name, at }) => `${name} ${time(at)}`))],
      ...(arrivedAt === null ? [] : [[t('incident.record.arrived'), time(arrivedAt)] as const]),
      ...(policeAt === null ? [] : [[t('incident.record.police'), time(policeAt)] as const]),
    ];
  }
}
