import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Output } from '../../shared/rpc/contract.ts';
import { useHostQuery } from '../api/useHostQuery.ts';
import type { AlarmClient } from './client.ts';
import { type AlarmPlace, lastCounterHere, rememberedPlace, rememberPlace } from './place.ts';

export const guardPostPath = '/keamanan';

/** Tells the alarm who sits at this window and where, as far as the window itself knows; nobody's login is asked. */
export function useAlarmWho(client: AlarmClient, session: Output<'access.state'>['session']): void {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const guardPost = pathname.startsWith(guardPostPath);
  const isHere = session !== null && !session.locked;
  const counter = useOwnCounter(pathname, isHere ? session.staffId : null);
  const place: AlarmPlace = guardPost
    ? { counterId: null, name: t('alarm.place.guardPost') }
    : isHere
      ? (counter ?? { counterId: null, name: '' })
      : rememberedPlace();
  useEffect(() => {
    if (counter !== null) rememberPlace(counter);
  });
  useEffect(() => {
    client.introduce({
      person: session === null ? { name: '', staffId: null } : { name: session.name.slice(0, 80), staffId: session.staffId },
      roles: session === null ? [] : [...session.roles],
      place,
      guardPost,
    });
  });
}

/**
 * The counter that the person works at, also while she is on another screen or in another window of this browser; `null`
 * when she is at none. Her own call must not sound from her second window.
 */
function useOwnCounter(pathname: string, staffId: string | null): AlarmPlace | null {
  const shown = /^\/loket\/([0-9a-f-]{36})/u.exec(pathname)?.[1];
  const counterId = shown ?? rememberedPlace().counterId ?? lastCounterHere() ?? '';
  // The same question as the counter's own screen asks: no second answer travels.
  const { data } = useHostQuery('queue.counterView', { counterId }, { enabled: staffId !== null && counterId !== '' });
  if (staffId === null || data === undefined || data.counter.id !== counterId) return null;
  const isMine = shown !== undefined || data.counter.staffId === staffId;
  return isMine ? { counterId, name: data.counter.name.slice(0, 80) } : null;
}
