import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CentralAnnouncement } from '../../../../shared/rpc/methods/central.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { dateWords, momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Panel } from '../parts/Section.tsx';
import classes from './sync.module.css';

/** What the agency says to its offices, in full. */
export function Announcements({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const announcements = useHostQuery('central.announcements', {}).data?.announcements ?? [];
  if (announcements.length === 0) return null;
  return (
    <Panel title={t('settings.sync.announcements')}>
      <ul className={classes.list}>
        {announcements.map((announcement) => (
          <Announcement key={announcement.announcementId} announcement={announcement} zone={zone} />
        ))}
      </ul>
    </Panel>
  );
}

function Announcement({ announcement, zone }: { announcement: CentralAnnouncement; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const see = useCommand('central.seeAnnouncement');
  const { announcementId, title, body, until, receivedAt, seen } = announcement;
  return (
    <li className={classes.announcement}>
      <h3>{title[language]}</h3>
      <p className={classes.body}>{body[language]}</p>
      <p className={classes.quiet}>
        {t('settings.sync.announcement.dates', {
          time: momentWords(receivedAt, language, zone),
          date: dateWords(until, language),
        })}
      </p>
      {!seen && (
        <div>
          <Button
            size="md"
            variant="default"
            loading={see.pending}
            leftSection={<IconCheck size={18} aria-hidden />}
            aria-label={t('staff.central.read.label', { title: title[language] })}
            onClick={() => void see.send({ announcementId })}
          >
            {t('staff.central.read')}
          </Button>
        </div>
      )}
    </li>
  );
}
