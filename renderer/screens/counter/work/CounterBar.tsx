import { Button, Menu } from '@mantine/core';
import { IconCoffee, IconDotsVertical, IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
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
        <IconButton label={t('counter.menu.shortcuts')} onClick={() => desk.setDialog({ kind: 'shortcuts' })}>
          <IconKeyboard size={24} aria-hidden />
        </IconButton>
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <IconButton label={t('counter.menu.label')}>
              <IconDotsVertical size={22} aria-hidden />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item mih={44} onClick={() => void navigate('/loket')}>
              {t('counter.menu.change')}
            </Menu.Item>
            {counter.status !== 'closed' && state !== 'taken' && (
              <Menu.Item mih={44} disabled={!free} title={whyBusy} onClick={() => void leave()}>
                {t('counter.menu.close')}
              </Menu.Item>
            )}
            {view.day.status === 'open' && (
              <Menu.Item mih={44} disabled={!online} onClick={() => desk.setDialog({ kind: 'closeDay' })}>
                {t('counter.menu.closeDay')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
