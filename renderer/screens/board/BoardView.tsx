import { VisuallyHidden } from '@mantine/core';
import { IconPlugConnectedX, IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announcementOf } from '../../../shared/domain/queue/announcement.ts';
import type { Bilingual, Language, OfficeZone } from '../../../shared/domain/values.ts';
import type { AnnouncementsView } from '../../audio/announcements.ts';
import { timeWords } from '../../ui/format.ts';
import { BoardNotices } from './BoardNotices.tsx';
import { BoardHeader } from './BoardHeader.tsx';
import classes from './board.module.css';
import type { Board, BoardCall } from './boardLayout.ts';
import { CounterGrid } from './CounterGrid.tsx';
import { NowCalling } from './NowCalling.tsx';
import { RecentCalls } from './RecentCalls.tsx';
import { RunningText } from './RunningText.tsx';

interface BoardViewProps {
  readonly board: Board;
  readonly zone: OfficeZone;
  readonly runningText: Bilingual | null;
  readonly announcements: AnnouncementsView & { enableSound(): void };
  /** Since when the connection is lost; `null` while it stands. */
  readonly lostAt: number | null;
  readonly pointerIdle: boolean;
}

export function BoardView({ board, zone, runningText, announcements, lostAt, pointerIdle }: BoardViewProps) {
  const { t } = useTranslation();
  const { current, sound } = announcements;
  const shown = current ?? board.calls[0];
  return (
    <main className={classes['board']} data-stale={lostAt !== null} data-pointer-idle={pointerIdle}>
      <BoardHeader officeName={board.officeName} zone={zone}>
        {sound === 'blocked' && (
          <button type="button" className={classes['soundButton']} onClick={announcements.enableSound}>
            <IconVolume aria-hidden size="1.3em" /> {t('board.enableSound')}
          </button>
        )}
      </BoardHeader>
      {lostAt !== null && <StaleBand since={lostAt} zone={zone} />}
      <BoardNotices />
      {lostAt === null && board.ownOnly && (
        <p className={classes['ownOnly']} role="status">
          {t('board.ownOnly')}
        </p>
      )}
      <div className={classes['body']}>
        <div className={classes['calling']}>
          <NowCalling day={board.day} announced={current} newest={board.calls[0]} />
          <RecentCalls calls={board.calls} shown={shown} />
        </div>
        <CounterGrid counters={board.counters} announcedCounter={current?.counterNumber ?? null} />
      </div>
      {runningText !== null && <RunningText text={runningText} />}
      <Announced call={current} waiting={announcements.waiting} sound={sound} />
    </main>
  );
}

/** What is being announced, for screen readers and for tests: the sentence and the call's own order. */
function Announced({ call, waiting, sound }: { call: BoardCall | null; waiting: number; sound: string }) {
  return (
    <VisuallyHidden
      component="output"
      aria-live="assertive"
      lang="id"
      data-testid="announcement"
      data-announcing={call?.number ?? ''}
      data-announcing-counter={call?.counterNumber ?? ''}
      data-announcing-order={call?.order ?? ''}
      data-announcements-waiting={waiting}
      data-sound={sound}
    >
      {call === null ? '' : announcementOf(call.number, call.counterNumber).sentence}
    </VisuallyHidden>
  );
}

function StaleBand({ since, zone }: { since: number; zone: OfficeZone }) {
  const { t, i18n } = useTranslation();
  return (
    <p className={classes['stale']} role="alert">
      <IconPlugConnectedX aria-hidden size="1.4em" /> {t('board.stale', { time: timeWords(since, i18n.language as Language, zone) })}
    </p>
  );
}
