import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import type { CalmLevel } from '../../../../shared/domain/calm/types.ts';
import type { HelpKind, IncidentSource } from '../../../../shared/domain/incidents/types.ts';
import type { Input } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { keepRunning, readRunning, type Running } from './running.ts';

export type OpenedBy = Exclude<IncidentSource, 'alarm'>;
/** The two taps at the end. */
export type Ending = Omit<Input<'incident.finish'>, 'incidentId'>;

/**
 * The conflict at a counter behind its cards. The card never waits for the host: the record opens in the background, and
 * what cannot be sent now is sent when the host is back.
 */
export function useConflict(counterId: string) {
  const [running, setRunning] = useState<Running | null>(() => readRunning(counterId));
  const [isOpen, setOpen] = useState(false);
  const openIncident = useCommand('incident.open', { quiet: true });
  const setLevel = useCommand('incident.setLevel', { quiet: true });
  const requestHelp = useCommand('incident.requestHelp');
  const withdrawHelp = useCommand('incident.withdrawHelp');
  const finish = useCommand('incident.finish');
  // Fetched with the counter: the card must be here when the host is not.
  useHostQuery('calm.texts', {});
  const { data } = useHostQuery('incident.view', { incidentId: running?.incidentId ?? '' }, { enabled: running !== null });

  // Ended from its report, at whichever window: here it is over too.
  const isOver = running !== null && data?.incident.incidentId === running.incidentId && data.incident.finishedAt !== null;
  useEffect(() => {
    if (!isOver) return;
    keepRunning(counterId, null);
    setRunning(null);
    setOpen(false);
  }, [isOver, counterId]);

  const keep = (next: Running | null) => {
    keepRunning(counterId, next);
    setRunning(next);
  };
  const record = ({ incidentId, ticketId, source, level }: Running) =>
    openIncident.send({ incidentId, counterId, ticketId, source, level });
  // After a reload it is not known whether the host has heard of it; hearing it twice changes nothing.
  useEffect(() => {
    const begun = readRunning(counterId);
    if (begun !== null) void record(begun);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each counter
  }, [counterId]);

  return {
    running,
    isOpen,
    helps: data?.incident.helps ?? [],
    /** Opens the card; the first time the record begins as well. */
    open(ticketId: string | null, source: OpenedBy) {
      setOpen(true);
      if (running !== null) return;
      const begun: Running = { incidentId: v7(), ticketId, source, level: 'tense' };
      keep(begun);
      void record(begun);
    },
    close: () => setOpen(false),
    toLevel(level: CalmLevel) {
      if (running === null || level === running.level) return;
      keep({ ...running, level });
      void setLevel.send({ incidentId: running.incidentId, level });
    },
    async ask(kind: HelpKind) {
      if (running !== null) await requestHelp.send({ incidentId: running.incidentId, helpId: v7(), kind });
    },
    async takeBack(helpId: string) {
      if (running !== null) await withdrawHelp.send({ incidentId: running.incidentId, helpId });
    },
    finishing: finish.pending,
    async finish(how: Ending) {
      if (running === null) return;
      const reply = await finish.send({ incidentId: running.incidentId, ...how });
      if (reply.kind !== 'done') return;
      keep(null);
      setOpen(false);
    },
  };
}
export type Conflict = ReturnType<typeof useConflict>;
