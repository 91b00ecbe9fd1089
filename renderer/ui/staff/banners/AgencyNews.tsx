import { IconBuildingCommunity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useLanguage } from '../../useLanguage.ts';
import { syncPath } from '../CentralItem.tsx';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** Longer ones are read in the settings: a banner must not push the work off the screen. */
const mostCharacters = 160;

/** What the agency announces to its offices, one at a time, until this person has read it. */
export default function AgencyNews() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pathname } = useLocation();
  const see = useCommand('central.seeAnnouncement');
  const unread = (useHostQuery('central.announcements', {}).data?.announcements ?? []).filter(({ seen }) => !seen);
  const [first] = unread;
  // On the page itself they stand in full, each with its button.
  if (first === undefined || pathname === syncPath) return null;
  const { announcementId, title, body } = first;
  const isShort = body[language].length <= mostCharacters;
  return (
    <Banner
      tone="quiet"
      Icon={IconBuildingCommunity}
      title={t('staff.central.announcement', { title: title[language] })}
      actions={
        <button
          type="button"
          className={classes.putAway}
          aria-label={t('staff.central.read.label', { title: title[language] })}
          onClick={() => void see.send({ announcementId })}
        >
          {t('staff.central.read')}
        </button>
      }
    >
      {isShort ? body[language] : `${body[language].slice(0, mostCharacters).trimEnd()} …`}{' '}
      {unread.length > 1 && <>{t('staff.central.more', { n: unread.length - 1 })} </>}
      {(!isShort || unread.length > 1) && (
        <Link to={syncPath} className={classes.link}>
          {t('staff.central.open')}
        </Link>
      )}
    </Banner>
  );
}
