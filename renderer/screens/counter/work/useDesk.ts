import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useConnectionState } from '../../../api/HostProvider.tsx';
import { usePrinter } from '../../../ui/printing/usePrinter.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { useTellProblem } from '../../../ui/useTellProblem.tsx';
import { useOpenDay } from '../day/useOpenDay.tsx';
import { type ActionName, type CounterView, possibleActions, type Situation } from '../model/actions.ts';
import { useConflict } from '../calm/useConflict.ts';
import { createDrafts } from '../papers/drafts.ts';
import { newComplaintPath } from '../../complaints/paths.ts';
import type { DeskDialog } from './deskDialog.ts';
import { useCounterCommands } from './useCounterCommands.ts';

/** What the desk knows and can do: the situation, the open dialog, and the large actions. */
export function useDesk(view: CounterView) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { online } = useConnectionState();
  const me = useStaffSession();
  const tellProblem = useTellProblem();
  const commands = useCounterCommands(view.counter.id);
  const printer = usePrinter();
  const openDay = useOpenDay();
  const conflict = useConflict(view.counter.id);
  const [drafts] = useState(createDrafts);
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const [pending, setPending] = useState<ActionName | null>(null);
  const next = useRef<ActionName | null>(null);

  // A command that is under way changes nothing on the screen; `useOneAtATime` stops a second one.
  const situation: Situation = { view, me, online };
  const possible = possibleActions(situation);
  const ticket = view.current;

  const callNext = async () => {
    const reply = await commands.callNext();
    if (reply === null || reply.kind === 'done') return;
    if (reply.kind === 'refused' && reply.refusal.type === 'clockSuspect') openDay.askClock(reply.refusal);
    else tellProblem(reply);
  };
  const finish = async (ticketId: string) => {
    if (await commands.finish(ticketId)) drafts.forget(ticketId);
    setDialog(null);
  };
  const send = async (name: ActionName, ticketId: string): Promise<unknown> => {
    switch (name) {
      case 'callNext':
        return callNext();
      case 'recall':
        return commands.recall(ticketId);
      case 'start':
        return commands.start(ticketId);
      case 'noShow':
        return commands.noShow(ticketId);
      case 'hold':
        return commands.hold(ticketId);
      case 'transfer':
        return setDialog({ kind: 'transfer' });
      case 'finish':
        return drafts.has(ticketId) ? setDialog({ kind: 'finishDraft' }) : finish(ticketId);
      case 'complaint':
        return navigate(newComplaintPath(view.counter.id, ticket?.id ?? null));
      case 'calm':
        return conflict.isOpen ? conflict.close() : conflict.open(ticket?.id ?? null, 'card');
    }
  };
  /** A large action by button or key; one that is not possible says why instead. */
  const act = (name: ActionName) => {
    const why = possible[name];
    if (commands.busy && name !== 'calm') {
      // Among several stations the screen follows before the answer comes, which waits for another disk: what it offers by then
      // is done next and not lost. The same once more is a double press.
      if (why === null && name !== pending) next.current = name;
      return;
    }
    if (why !== null) {
      notifications.show({
        id: 'counter-why',
        color: 'gray',
        message: t(why.key, { number: why.number }),
        closeButtonProps: { 'aria-label': t('common.close') },
      });
      return;
    }
    setPending(name);
    void send(name, ticket?.id ?? '').finally(() => setPending((now) => (now === name ? null : now)));
  };
  const goOn = useEffectEvent(() => {
    const name = next.current;
    next.current = null;
    if (name !== null) act(name);
  });
  useEffect(() => {
    if (!commands.busy) goOn();
  }, [commands.busy]);
  return { situation, possible, commands, printer, openDay, conflict, drafts, dialog, setDialog, pending, act, finish };
}
export type Desk = ReturnType<typeof useDesk>;
