import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { momentWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './Floor.module.css';

/** Texts that stand on screens now, each with who put it there; anybody who supervises may take it down. */
export function FloorBroadcasts({ broadcasts }: { broadcasts: FloorView['broadcasts'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(10_000);
  const { data: office } = useHostQuery('office.profile', {});
  const withdraw = useCommand('floor.withdrawBroadcast');
  const shown = broadcasts.filter(({ until }) => until > now);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="floor-broadcasts">
      <h2 id="floor-broadcasts" className={classes.heading}>
        {t('floor.broadcasts')}
      </h2>
      <ul className={classes.list}>
        {shown.map(({ broadcastId, text, surfaces, until, by }) => (
          <li key={broadcastId} className={classes.item} data-tone="quiet">
            <div>
              <span className={classes.broadcastText}>{text[language] === '' ? text.id : text[language]}</span>
              <div className={classes.quiet}>
                {t('floor.broadcast.meta', {
                  where: surfaces.map((surface) => t(`floor.surface.${surface}`)).join(' · '),
                  time: momentWords(until, language, office?.profile?.zone),
                  name: by,
                })}
              </div>
            </div>
            <Button
              size="sm"
              h={44}
              variant="default"
              loading={withdraw.pending}
              aria-label={t('floor.broadcast.withdraw.label', { text: text.id })}
              onClick={() => void withdraw.send({ broadcastId })}
            >
              {t('floor.broadcast.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
