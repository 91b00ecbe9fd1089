import { type KeyboardEvent, lazy, Suspense } from 'react';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { loadStubbornly } from '../../../ui/loadStubbornly.ts';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { ActionRow } from '../actions/ActionRow.tsx';
import { SidePanels } from '../lists/SidePanels.tsx';
import { type CounterView, isSupervisor, naturalAction, whyNoTicket, whyNotFree, whyNothing } from '../model/actions.ts';
import { CalmPanel, CalmStrip } from '../calm/loading.ts';
import { DraftsProvider } from '../papers/drafts.ts';
import { CounterBar } from './CounterBar.tsx';
import classes from './CounterWork.module.css';
import { deskState } from './deskState.ts';
import { DeskNotice } from './DeskNotice.tsx';
import { useDesk } from './useDesk.ts';
import { useFollowFocus } from './useFollowFocus.ts';
import { useFunctionKeys } from './useFunctionKeys.ts';
import { VisitPanel } from './VisitPanel.tsx';

/** On its way as soon as the desk is there; nobody needs a dialog before. */
const DeskDialogs = lazy(() => loadStubbornly(() => import('./DeskDialogs.tsx')));

interface Props {
  view: CounterView;
  officeName: string;
  zone: string;
}

/** The officer's desk: whom she serves, what to say, who waits, what to do. */
export function CounterDesk({ view, officeName, zone }: Props) {
  const language = useLanguage();
  const session = useStaffSession();
  const desk = useDesk(view);
  const state = deskState(view, session.staffId, isSupervisor(session.roles));
  const working = state === 'working';
  useFunctionKeys(
    {
      onAction: desk.act,
      mayStart: desk.possible.start === null,
      working,
      onHelp: () => desk.setDialog({ kind: 'shortcuts' }),
    },
    desk.dialog === null && desk.openDay.dialog === null && !session.locked,
  );
  useFollowFocus(view, naturalAction(view));
  // All services of the office: a visitor may have come from or gone to one that this counter does not take.
  const { data: office } = useHostQuery('office.configuration', {});
  const services = office?.services ?? view.services;
  const serviceTitle = (id: string) => services.find((service) => service.id === id)?.title[language] ?? '';
  const { commands, printer, setDialog } = desk;

  return (
    <DraftsProvider value={desk.drafts}>
      <div className={classes.desk} onKeyDownCapture={ignoreRepeatedPress} data-stale={!desk.situation.online}>
        <div className={classes.top}>
          <CounterBar view={view} desk={desk} state={state} />
          <Suspense fallback={null}>
            <CalmStrip counterId={view.counter.id} conflict={desk.conflict} />
          </Suspense>
        </div>
        <div className={classes.work}>
          {working ? (
            <div className={classes.columns}>
              <VisitPanel view={view} services={services} desk={desk} officeName={officeName} zone={zone} />
              <SidePanels
                view={view}
                zone={zone}
                serviceTitle={serviceTitle}
                whyNotFree={whyNotFree(desk.situation)}
                whyNothing={whyNothing(desk.situation)}
                whyNoTicket={whyNoTicket(desk.situation)}
                jobs={printer.jobs}
                onNewTicket={() => setDialog({ kind: 'newTicket' })}
                onCall={(ticketId) => void commands.callTicket(ticketId)}
                onResume={(ticketId) => void commands.resume(ticketId)}
                onReturn={(ticketId, placement) => void commands.giveBack(ticketId, placement)}
                onPrint={(subject) => void printer.print(subject)}
                onPreview={(subject) => setDialog({ kind: 'preview', subject })}
              />
            </div>
          ) : (
            <DeskNotice view={view} desk={desk} state={state} />
          )}
          {desk.conflict.isOpen && (
            <Suspense fallback={null}>
              <CalmPanel conflict={desk.conflict} />
            </Suspense>
          )}
        </div>
        {working && <ActionRow possible={desk.possible} natural={naturalAction(view)} pending={desk.pending} onAction={desk.act} />}
      </div>
      <Suspense fallback={null}>
        <DeskDialogs view={view} desk={desk} />
      </Suspense>
    </DraftsProvider>
  );
}

/** A key that is held down presses a button once. */
function ignoreRepeatedPress(event: KeyboardEvent) {
  const presses = event.key === 'Enter' || event.key === ' ';
  if (event.repeat && presses && event.target instanceof HTMLButtonElement) event.preventDefault();
}
