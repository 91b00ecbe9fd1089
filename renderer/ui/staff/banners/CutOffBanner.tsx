import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { timeWords } from '../../format.ts';
import { KeepLeading } from '../../lead/KeepLeading.tsx';
import { leadPath, type LeadStanding, useMayLead } from '../../lead/useLead.ts';
import { useLanguage } from '../../useLanguage.ts';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** This station works by itself: since when, what still works and what waits. */
export default function CutOffBanner({ standing, zone }: { standing: LeadStanding; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayLead = useMayLead();
  const time = standing.cutOffSince === null ? '…' : timeWords(standing.cutOffSince, language, zone);
  return (
    <Banner
      tone="warning"
      Icon={IconPlugConnectedX}
      title={t(standing.isLead ? 'lead.cutOff.leadTitle' : 'lead.cutOff.title', { time })}
      actions={
        mayLead && (
          <span className={classes.pair}>
            {standing.isLead && <KeepLeading size="md" />}
            <Link to={leadPath} className={classes.open}>
              {t('lead.cutOff.open')}
            </Link>
          </span>
        )
      }
    >
      {t('lead.cutOff.works')}
    </Banner>
  );
}
