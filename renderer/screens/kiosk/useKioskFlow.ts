import { useState, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import type { RpcClient } from '../../../shared/rpc/client.ts';
import { useHost } from '../../api/HostProvider.tsx';
import { useCommand } from '../../api/useCommand.ts';
import { printPaper } from '../../ui/printing/printPaper.ts';
import { createKioskFlow, type KioskFlow, type KioskFlowParts, type KioskStep } from './kioskFlow.ts';

/** The visitor shall not wait for a slow printer or an unanswered dialog: after this the screen says to take the ticket, ms. */
const printPatienceMs = 6000;

/** The kiosk's flow bound to the host: issues by command, prints by the window's printing. */
export function useKioskFlow(): { readonly flow: KioskFlow; readonly step: KioskStep } {
  const { client } = useHost();
  const { send } = useCommand('queue.issue', { quiet: true });
  const [flow] = useState(() =>
    createKioskFlow({
      newId: () => v7(),
      issue: ({ input, commandId }) => send(input, commandId),
      print: (ticketId, printing) => (printing.printer ? printWith(client)(ticketId, printing) : Promise.resolve('none')),
    }),
  );
  const step = useSyncExternalStore(flow.onStep, flow.step);
  return { flow, step };
}

/** A failing printer never takes the number away: the screen then says to remember it. */
const printWith =
  (client: RpcClient): KioskFlowParts['print'] =>
  async (subjectId, { language }) => {
    const printing = printPaper(client, { kind: 'ticket', subjectId, language }).catch((error: unknown) => {
      console.error('The ticket could not be printed', error);
      return null;
    });
    const result = await Promise.race([printing, after(printPatienceMs)]);
    if (result === 'late') return 'taken';
    const failed = result === null || result.kind === 'problem' || (result.kind === 'ended' && result.outcome.outcome !== 'handedOver');
    return failed ? 'none' : 'taken';
  };

const after = (ms: number): Promise<'late'> => new Promise((resolve) => window.setTimeout(() => resolve('late'), ms));
