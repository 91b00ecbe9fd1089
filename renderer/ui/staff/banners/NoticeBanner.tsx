import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { leadPath } from '../../lead/useLead.ts';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** Something happened while a station was cut off that people must know. */
export default function NoticeBanner({ n }: { n: number }) {
  const { t } = useTranslation();
  return (
    <Banner tone="quiet" Icon={IconListCheck} title={t('lead.news.title', { n })}>
      {t('lead.news.text')}{' '}
      <Link to={leadPath} className={classes.link}>
        {t('lead.news.open')}
      </Link>
    </Banner>
  );
}
