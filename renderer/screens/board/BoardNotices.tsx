import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../ui/notices/useNotices.ts';
import classes from './board.module.css';
import { useTurn } from './useNow.ts';

/** A longer text stands alone: the numbers must stay readable from 8 m. */
const longText = 90;
const pageMs = 8000;

/** Texts from the floor and disturbed services, above the calls; more than fit take turns, so that the numbers stay large. */
export function BoardNotices() {
  const { t } = useTranslation();
  const notices = useNotices();
  const turn = useTurn(pageMs);
  if (notices.length === 0) return null;
  const atOnce = notices.some(({ words }) => words.length > longText) ? 1 : 2;
  const page = turn % Math.ceil(notices.length / atOnce);
  return (
    <section className={classes['notices']} aria-label={t('notice.texts')}>
      {notices.slice(page * atOnce, (page + 1) * atOnce).map(({ id, kind, words }) => (
        <p key={id}>
          {kind === 'broadcast' ? <IconSpeakerphone aria-hidden size="1.2em" /> : <IconAlertTriangle aria-hidden size="1.2em" />} {words}
        </p>
      ))}
    </section>
  );
}
