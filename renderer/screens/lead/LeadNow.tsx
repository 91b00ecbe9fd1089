import { IconCrown, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../ui/format.ts';
import { KeepLeading } from '../../ui/lead/KeepLeading.tsx';
import { type LeadStanding, useMayLead } from '../../ui/lead/useLead.ts';
import { useStationWords } from '../../ui/lead/useStationWords.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { FilesHere } from './FilesHere.tsx';
import classes from './Lead.module.css';

/** Who leads, as this station knows it. */
export function LeadNow({ standing, zone }: { standing: LeadStanding; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stationWords = useStationWords();
  const mayLead = useMayLead();
  const { mode, isLead, cutOffSince } = standing;
  const lead = standing.lead === null ? '…' : stationWords(standing.lead);
  const time = cutOffSince === null ? '…' : timeWords(cutOffSince, language, zone);
  const isCutOff = mode === 'ownOnly';
  const Icon = isCutOff ? IconPlugConnectedX : IconCrown;
  return (
    <section className={classes.now} data-cut-off={isCutOff} role="status">
      <Icon size={26} aria-hidden className={classes.icon} />
      <div className={classes.nowWords}>
        <p className={classes.nowTitle}>{t(keyOf(standing), { lead, time })}</p>
        {isCutOff && <p>{t('lead.cutOff.works')}</p>}
        <FilesHere files={standing.files} />
        {!mayLead && mode !== 'alone' && <p className={classes.quiet}>{t('lead.now.ask')}</p>}
      </div>
      {mayLead && isCutOff && isLead && <KeepLeading size="md" />}
    </section>
  );
}

function keyOf({ mode, isLead, isKept }: LeadStanding) {
  switch (mode) {
    case 'alone':
      return 'lead.now.alone';
    case 'lead':
      return isKept ? 'lead.now.kept' : 'lead.now.here';
    case 'follower':
      return 'lead.now.follower';
    case 'waiting':
      return 'lead.now.waiting';
    case 'ownOnly':
      return isLead ? 'lead.now.leadAlone' : 'lead.now.ownOnly';
  }
}
