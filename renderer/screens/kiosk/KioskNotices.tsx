import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../ui/notices/useNotices.ts';
import classes from './kiosk.module.css';

/** So many stand there at once; the kiosk never scrolls. Disturbed services have a mark on their tile besides. */
const mostShown = 2;

/** What a visitor must know before she takes a number. */
export function KioskNotices() {
  const { t } = useTranslation();
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <section className={classes['notices']} aria-label={t('notice.texts')}>
      {notices.slice(0, mostShown).map(({ id, kind, words }) => (
        <p key={id}>
          {kind === 'broadcast' ? <IconSpeakerphone aria-hidden size="1.2em" /> : <IconAlertTriangle aria-hidden size="1.2em" />} {words}
        </p>
      ))}
    </section>
  );
}
