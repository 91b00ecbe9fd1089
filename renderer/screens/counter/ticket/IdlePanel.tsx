import { IconArmchair, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/Notice.tsx';
import { PriorityMark } from '../../../ui/PriorityMark.tsx';
import type { CounterView } from '../model/actions.ts';
import classes from './IdlePanel.module.css';

/** Nobody is at the counter: whether somebody waits and who would be next. */
export function IdlePanel({ view }: { view: CounterView }) {
  const { t } = useTranslation();
  const next = view.waiting[0];
  return (
    <div className={classes.panel}>
      {next === undefined ? (
        <Notice Icon={IconArmchair} title={t('counter.idle.nobody')} text={t('counter.idle.nobody.hint')} />
      ) : (
        <Notice Icon={IconSpeakerphone} title={t('counter.idle.title')} text={t('counter.idle.waiting', { n: view.waitingTotal })}>
          <p className={classes.next}>
            <span className={classes.rule}>{t('counter.idle.next')}</span>
            <span className={classes.number}>{next.number}</span>
            {next.ground !== null && <PriorityMark ground={next.ground} />}
          </p>
        </Notice>
      )}
    </div>
  );
}
