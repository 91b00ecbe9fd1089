import { Button } from '@mantine/core';
import { IconCoffee, IconDotsVertical, IconHeartHandshake, IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DropMenu, type MenuEntry } from '../../../ui/menu/DropMenu.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import type { CounterView } from '../model/actions.ts';
import classes from './CounterWork.module.css';
import type { DeskState } from './deskState.ts';
import type { Desk } from './useDesk.ts';

/** Which counter this is, and what one does with the counter itself. */
export function CounterBar({ view, desk, state }: { view: CounterView; desk: Desk; state: DeskState }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { staffId } = useStaffSession();
  const { counter, current } = view;
  const standsIn = counter.staffId !== null && counter.staffId !== staffId && state !== 'taken';
  const { online } = desk.situation;
  const free = online && current === null;
  const whyBusy = current === null ? undefined : t('counter.why.current', { number: current.number });
  const leave = async () => {
    if (await desk.commands.close()) await navigate('/loket');
  };
  const entries: MenuEntry[] = [{ label: t('counter.menu.change'), onChoose: () => void navigate('/loket') }];
  if (counter.status !== 'closed' && state !== 'taken')
    entries.push({ label: t('counter.menu.close'), disabled: !free, why: whyBusy, onChoose: () => void leave() });
  if (view.day.status === 'open')
    entries.push({ label: t('counter.menu.closeDay'), disabled: !online, onChoose: () => desk.setDialog({ kind: 'closeDay' }) });
  return (
    <div className={classes.bar} data-yields>
      <h1 className={classes.name}>{counter.name}</h1>
      <span className={classes.status} data-status={counter.status}>
        {t(`counterStatus.${counter.status}`)}
      </span>
      {standsIn && <span className={classes.standIn}>{t('counter.standIn', { staff: counter.staffName ?? '' })}</span>}
      <div className={classes.barEnd}>
        {state === 'working' && (
          <Button
            h={44}
            variant="default"
            leftSection={<IconCoffee size={20} aria-hidden />}
            disabled={!free}
            title={whyBusy}
            onClick={() => void desk.commands.startBreak()}
          >
            {t('counter.menu.break')}
          </Button>
        )}
        {state !== 'working' && (
          <IconButton label={t('counter.action.calm')} onClick={() => desk.act('calm')}>
            <IconHeartHandshake size={24} aria-hidden />
          </IconButton>
        )}
        <IconButton label={t('counter.menu.shortcuts')} onClick={() => desk.setDialog({ kind: 'shortcuts' })}>
          <IconKeyboard size={24} aria-hidden />
        </IconButton>
        <DropMenu entries={entries}>
          {(button) => (
            <IconButton label={t('counter.menu.label')} {...button}>
              <IconDotsVertical size={22} aria-hidden />
            </IconButton>
          )}
        </DropMenu>
      </div>
    </div>
  );
}
