import { IconHeart, IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useNotices } from '../../notices/useNotices.ts';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

/** Texts from the floor, and thanks to whoever sits here; both are said quietly. */
export default function FloorNotices() {
  const { t } = useTranslation();
  const notices = useNotices().filter(({ kind }) => kind === 'broadcast');
  const { data: thanks = [] } = useHostQuery('floor.thanks', {});
  const see = useCommand('floor.seeThanks');
  return (
    <>
      {notices.map(({ id, words }) => (
        <Banner key={id} tone="quiet" Icon={IconSpeakerphone} title={t('notice.fromFloor')}>
          {words}
        </Banner>
      ))}
      {thanks.map(({ thanksId, reason, by }) => (
        <Banner
          key={thanksId}
          tone="quiet"
          Icon={IconHeart}
          title={t('notice.thanks', { name: by })}
          actions={
            <button type="button" className={classes.putAway} onClick={() => void see.send({ thanksId })}>
              {t('notice.thanks.close')}
            </button>
          }
        >
          {t(`notice.thanks.${reason}`)}
        </Banner>
      ))}
    </>
  );
}
