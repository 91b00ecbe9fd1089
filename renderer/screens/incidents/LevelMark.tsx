import { useTranslation } from 'react-i18next';
import type { CalmLevel } from '../../../shared/domain/calm/types.ts';
import type { IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import classes from './LevelMark.module.css';

/** What a call was for; else the worst level a conflict came to. A call for a doctor is no violence. */
export function IncidentMark({ incident: { call, highest }, long = false }: { incident: IncidentView; long?: boolean }) {
  const { t } = useTranslation();
  if (call !== null) return <LevelMark level={highest}>{t(`alarm.kind.${call.kind}`)}</LevelMark>;
  const level = t(`calm.level.${highest}`);
  return <LevelMark level={highest}>{long ? t('incidents.highest', { level }) : level}</LevelMark>;
}

/** How bad it was, in words and in the colour of its card. */
export function LevelMark({ level, children }: { level: CalmLevel; children: string }) {
  return (
    <span className={classes.level} data-level={level}>
      {children}
    </span>
  );
}
