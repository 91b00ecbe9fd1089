import { Button } from '@mantine/core';
import { IconCoffee, IconDoor, IconUserShield } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { DayPanel } from '../day/DayPanel.tsx';
import type { CounterView } from '../model/actions.ts';
import type { DeskState } from './deskState.ts';
import { MovedTo } from './MovedTo.tsx';
import type { Desk } from './useDesk.ts';

/** Why nobody can be served here now, and the way on. */
export function DeskNotice({ view, desk, state }: { view: CounterView; desk: Desk; state: DeskState }) {
  const { t } = useTranslation();
  const open = useCommand('queue.openCounter');
  const { name, staffName, id } = view.counter;
  const { online } = desk.situation;
  const words = { name, staff: staffName ?? '' };
  switch (state) {
    case 'working':
      return null;
    case 'dayNotOpen':
      return <DayPanel day={view.day} pending={desk.openDay.pending} disabled={!online} onOpen={() => void desk.openDay.open()} />;
    case 'closed':
      return (
        <Notice Icon={IconDoor} title={t('counter.closed.title', words)} text={t('counter.closed.text')}>
          <MovedTo from={id} />
          <Button size="xl" loading={open.pending} disabled={!online} onClick={() => void open.send({ counterId: id })}>
            {t('counter.choice.open')}
          </Button>
          <ButtonLink to="/loket">{t('counter.menu.change')}</ButtonLink>
        </Notice>
      );
    case 'taken':
      return (
        <Notice Icon={IconUserShield} title={t('counter.taken.title', words)} text={t('counter.taken.text')}>
          <MovedTo from={id} />
          <ButtonLink to="/loket">{t('counter.menu.change')}</ButtonLink>
        </Notice>
      );
    case 'break':
      return (
        <Notice Icon={IconCoffee} title={t('counter.break.title')} text={t('counter.break.text')}>
          <Button size="xl" loading={desk.commands.busy} disabled={!online} onClick={() => void desk.commands.endBreak()}>
            {t('counter.break.end')}
          </Button>
        </Notice>
      );
  }
}
