import { IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HelpView } from '../../../../shared/rpc/methods/incidents.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { timeWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useNow } from '../../../ui/useNow.ts';
import classes from './CalmActions.module.css';

/** Help that was asked for: how long nobody has answered, or who is coming. */
export function HelpStatus({ help, onTakeBack }: { help: HelpView; onTakeBack: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(1000);
  const { data: office } = useHostQuery('office.profile', {});
  const what = t(`calm.help.${help.kind}`);
  const answered = help.acknowledgedAt !== null;
  return (
    <div className={classes.status} data-answered={answered} role="status">
      {answered ? <IconCheck size={24} aria-hidden /> : <IconClock size={24} aria-hidden />}
      <span>
        <strong>{what}</strong>
        {answered
          ? t('calm.help.coming', {
              name: help.acknowledgedBy ?? '',
              time: timeWords(help.acknowledgedAt ?? 0, language, office?.profile?.zone),
            })
          : t('calm.help.waiting', { seconds: Math.max(0, Math.round((now - help.requestedAt) / 1000)) })}
      </span>
      {!answered && (
        <button type="button" className={classes.plain} aria-label={t('calm.help.takeBack.label', { what })} onClick={onTakeBack}>
          {t('calm.help.takeBack')}
        </button>
      )}
    </div>
  );
}
