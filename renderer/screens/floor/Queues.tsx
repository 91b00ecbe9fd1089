import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../api/useCommand.ts';
import { asSentence, dateWords } from '../../ui/format.ts';
import { useDurationWords } from '../../ui/useDurationWords.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Floor.module.css';

type ServiceRow = FloorView['services'][number];

/** Each service with its line, how the day will end for it, and how well it keeps its target. */
export function Queues({ view, since, onDisturb }: { view: FloorView; since: number; onDisturb: (serviceId: string) => void }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="floor-queues">
      <h2 id="floor-queues" className={classes.heading}>
        {t('floor.queues')}
      </h2>
      <div className={classes.panel}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('floor.queue.service')}</th>
              <th scope="col">{t('floor.queue.waiting')}</th>
              <th scope="col">{t('floor.queue.longest')}</th>
              <th scope="col">{t('floor.queue.forecast')}</th>
              <th scope="col">{t('floor.queue.level')}</th>
              <th scope="col">{t('floor.queue.disturbed')}</th>
            </tr>
          </thead>
          <tbody>
            {view.services.map((service) => (
              <Row key={service.id} service={service} since={since} onDisturb={() => onDisturb(service.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ service, since, onDisturb }: { service: ServiceRow; since: number; onDisturb: () => void }) {
  const { t } = useTranslation();
  const duration = useDurationWords();
  const title = service.title[useLanguage()];
  const { prefix, queue, longestWaitMs, level, targetWaitMinutes } = service;
  const longest = longestWaitMs === null ? null : longestWaitMs + since;
  return (
    <>
      <tr data-disturbed={service.disturbance !== null}>
        <th scope="row">
          <span className={classes.service}>
            <span className={classes.prefix}>{prefix}</span> {title}
          </span>
        </th>
        <td>
          <strong className={classes.big}>{queue.waiting}</strong>
          {queue.priorityWaiting > 0 && <span className={classes.quiet}>{t('floor.queue.priority', { n: queue.priorityWaiting })}</span>}
        </td>
        <td className={classes.tight} data-late={longest !== null && longest > targetWaitMinutes * 60_000}>
          {longest === null ? '–' : duration(longest)}
          <span className={classes.quiet}>{t('floor.queue.target', { n: targetWaitMinutes })}</span>
        </td>
        <td className={classes.forecast}>
          <Forecast service={service} />
        </td>
        <td>{level === null ? '–' : t('floor.level.value', { n: Math.round(level * 100) })}</td>
        <td>
          <DisturbanceButton service={service} title={title} onDisturb={onDisturb} />
        </td>
      </tr>
      <Disturbance service={service} />
    </>
  );
}

function Forecast({ service: { queue, emptyInMinutes, leftAtClosing, expected } }: { service: ServiceRow }) {
  const { t } = useTranslation();
  const duration = useDurationWords();
  const ofLine = () => {
    if (queue.waiting === 0) return t('floor.queue.empty');
    return emptyInMinutes === null ? t('floor.queue.nobodyTakes') : t('floor.queue.emptyIn', { time: duration(emptyInMinutes * 60_000) });
  };
  return (
    <>
      <span>{ofLine()}</span>
      {leftAtClosing !== null && leftAtClosing > 0 && (
        <strong className={classes.warn}>{t('floor.queue.left', { n: leftAtClosing })}</strong>
      )}
      {leftAtClosing === 0 && queue.waiting > 0 && <span className={classes.quiet}>{t('floor.queue.allServed')}</span>}
      {expected > 0 && <span className={classes.quiet}>{t('floor.queue.expected', { n: expected })}</span>}
    </>
  );
}

function Disturbance({ service: { disturbance } }: { service: ServiceRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (disturbance === null) return null;
  const { note, promisedOn } = disturbance;
  return (
    <tr className={classes.disturbance}>
      <td colSpan={6}>
        <IconAlertTriangle size={18} aria-hidden /> <strong>{t('floor.queue.disturbed')}.</strong> {asSentence(note)}{' '}
        {promisedOn !== null && t('notice.promised', { date: dateWords(promisedOn, language) })}
      </td>
    </tr>
  );
}

function DisturbanceButton({
  service: { id, disturbance },
  title,
  onDisturb,
}: {
  service: ServiceRow;
  title: string;
  onDisturb: () => void;
}) {
  const { t } = useTranslation();
  const set = useCommand('queue.setDisturbance');
  const isDisturbed = disturbance !== null;
  const key = isDisturbed ? 'floor.queue.over' : 'floor.queue.disturb';
  // One button that changes its meaning: the focus stays where it is.
  return (
    <Button
      size="sm"
      variant="default"
      h={44}
      aria-label={t(`${key}.label`, { service: title })}
      onClick={() => (isDisturbed ? void set.send({ serviceId: id, disturbed: false, note: '' }) : onDisturb())}
    >
      {t(key)}
    </Button>
  );
}
