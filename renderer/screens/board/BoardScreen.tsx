import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../../api/HostProvider.tsx';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useAnnouncements } from '../../audio/useAnnouncements.ts';
import { chooseLanguage } from '../../i18n/index.ts';
import { useKeepAwake } from '../../ui/useKeepAwake.ts';
import { BoardView } from './BoardView.tsx';
import { BoardNotice } from './BoardNotice.tsx';

const pointerHidesAfterMs = 4000;

/** The waiting room's display: asks the host, announces the calls, shows both. */
export default function BoardScreen() {
  const { t } = useTranslation();
  const board = useHostQuery('queue.board', {});
  const office = useHostQuery('office.profile', {});
  const { data: here } = useHostQuery('stations.here', {});
  const { lostAt } = useConnectionState();
  const announcements = useAnnouncements(board.data, board.stale);
  useKeepAwake();
  const pointerIdle = useIdle(pointerHidesAfterMs, { initialState: false });
  const profile = office.data?.profile;

  const language = profile?.language;
  useEffect(() => {
    if (language !== undefined) chooseLanguage(language, false);
  }, [language]);
  useEffect(() => {
    document.title = t('board.title');
  }, [t]);

  if (here?.role === 'revoked') return <BoardNotice of="revoked" />;
  if (profile === null) return <BoardNotice of="notSetUp" />;
  if (board.data === undefined || profile === undefined) return <BoardNotice of="connecting" />;
  return (
    <BoardView
      board={board.data}
      zone={profile.zone}
      runningText={office.data?.texts?.runningText ?? null}
      announcements={announcements}
      lostAt={board.stale ? lostAt : null}
      pointerIdle={pointerIdle}
    />
  );
}
