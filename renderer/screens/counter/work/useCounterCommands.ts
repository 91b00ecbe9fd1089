import { v7 } from 'uuid';
import type { CancelReason, Placement, VisitStep } from '../../../../shared/domain/queue/types.ts';
import type { Input } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useOneAtATime } from './useOneAtATime.ts';

/** Everything an officer can send from one counter, one at a time. Each answers whether it was done; problems are told. */
export function useCounterCommands(counterId: string) {
  const { busy, run } = useOneAtATime();
  const commands = {
    callNext: useCommand('queue.callNext', { quiet: true }),
    callTicket: useCommand('queue.callTicket'),
    issue: useCommand('queue.issue', { quiet: true }),
    recall: useCommand('queue.recall'),
    noShow: useCommand('queue.markNoShow'),
    giveBack: useCommand('queue.returnToQueue'),
    start: useCommand('queue.startServing'),
    hold: useCommand('queue.hold'),
    resume: useCommand('queue.resume'),
    transfer: useCommand('queue.transfer'),
    finish: useCommand('queue.finish'),
    cancel: useCommand('queue.cancel'),
    addService: useCommand('queue.addService'),
    setStep: useCommand('queue.setStep'),
    startBreak: useCommand('queue.startBreak'),
    endBreak: useCommand('queue.endBreak'),
    close: useCommand('queue.closeCounter'),
  };
  const done = async (send: () => Promise<{ readonly kind: string }>): Promise<boolean> => (await run(send))?.kind === 'done';
  const at = { counterId };
  return {
    busy,
    callNext: () => run(() => commands.callNext.send(at)),
    callTicket: (ticketId: string) => done(() => commands.callTicket.send({ counterId, ticketId })),
    issue: (input: Input<'queue.issue'>, commandId: string) => run(() => commands.issue.send(input, commandId)),
    recall: (ticketId: string) => done(() => commands.recall.send({ counterId, ticketId })),
    noShow: (ticketId: string) => done(() => commands.noShow.send({ counterId, ticketId })),
    giveBack: (ticketId: string, placement: Placement) => done(() => commands.giveBack.send({ ticketId, placement })),
    start: (ticketId: string) => done(() => commands.start.send({ counterId, ticketId })),
    hold: (ticketId: string) => done(() => commands.hold.send({ counterId, ticketId })),
    resume: (ticketId: string) => done(() => commands.resume.send({ counterId, ticketId })),
    transfer: (ticketId: string, serviceId: string, placement: Placement) =>
      done(() => commands.transfer.send({ counterId, ticketId, serviceId, placement })),
    finish: (ticketId: string) => done(() => commands.finish.send({ counterId, ticketId })),
    cancel: (ticketId: string, reason: CancelReason) => done(() => commands.cancel.send({ ticketId, reason })),
    addService: (ticketId: string, serviceId: string) =>
      run(() => commands.addService.send({ counterId, ticketId, serviceId, newTicketId: v7() })),
    setStep: (ticketId: string, step: VisitStep) => done(() => commands.setStep.send({ counterId, ticketId, step })),
    startBreak: () => done(() => commands.startBreak.send(at)),
    endBreak: () => done(() => commands.endBreak.send(at)),
    close: () => done(() => commands.close.send(at)),
  };
}
export type CounterCommands = ReturnType<typeof useCounterCommands>;
