import type { PriorityGround } from '../../../shared/domain/queue/types.ts';
import type { Language } from '../../../shared/domain/values.ts';
import type { Reply } from '../../../shared/rpc/client.ts';
import type { Input, Output, RefusalOfMethod } from '../../../shared/rpc/contract.ts';

export type IssuedTicket = Output<'queue.issue'>;

/** One visitor's wish for a number. Its ids stay the same over every retry, so that it can become one ticket only. */
export interface TicketRequest {
  readonly commandId: string;
  readonly input: Input<'queue.issue'>;
  readonly printing: KioskPrinting;
}

/** How this visitor's ticket is printed. */
export interface KioskPrinting {
  readonly language: Language;
  /** Whether the settings name a printer; without one no dialog is shown to a visitor. */
  readonly printer: boolean;
}

/** `none`: there is no printer. `taken`: the paper is on its way. */
export type PaperState = 'printing' | 'taken' | 'none';

export type KioskStep =
  | { readonly at: 'start'; readonly page: number }
  | { readonly at: 'full'; readonly serviceId: string }
  | { readonly at: 'ground'; readonly serviceId: string }
  | { readonly at: 'issuing'; readonly request: TicketRequest }
  | { readonly at: 'issued'; readonly ticket: IssuedTicket; readonly paper: PaperState }
  | { readonly at: 'refused'; readonly refusal: RefusalOfMethod<'queue.issue'>; readonly serviceId: string }
  | { readonly at: 'failed'; readonly request: TicketRequest };

export interface KioskFlow {
  step(): KioskStep;
  onStep(listener: () => void): () => void;
  showPage(page: number): void;
  chooseService(serviceId: string, full: boolean): void;
  /** Takes the number. Any further touch until the answer is there does nothing: two taps are one ticket. */
  chooseGround(ground: PriorityGround | null, printing: KioskPrinting): void;
  /** The same request again after a failure. */
  retry(): void;
  /** Back to the first screen for the next visitor; not while a number is being taken. */
  reset(): void;
}

export interface KioskFlowParts {
  readonly newId: () => string;
  issue(request: TicketRequest): Promise<Reply<'queue.issue'>>;
  /** Prints the ticket; a printer that fails is an answer, never an exception. */
  print(ticketId: string, printing: KioskPrinting): Promise<Exclude<PaperState, 'printing'>>;
}

const start: KioskStep = { at: 'start', page: 0 };

/**
 * The way of one visitor through the kiosk: service → priority ground → number → back. Each step changes at once, not
 * with the next rendering, so a second tap always meets the new step.
 */
export function createKioskFlow({ newId, issue, print }: KioskFlowParts): KioskFlow {
  const listeners = new Set<() => void>();
  let step: KioskStep = start;

  const go = (next: KioskStep) => {
    step = next;
    for (const listener of listeners) listener();
  };

  const take = async (request: TicketRequest): Promise<void> => {
    go({ at: 'issuing', request });
    const reply = await issue(request);
    switch (reply.kind) {
      case 'refused':
        return go({ at: 'refused', refusal: reply.refusal, serviceId: request.input.serviceId });
      case 'failed':
        return go({ at: 'failed', request });
      case 'done': {
        const ticket = reply.output;
        go({ at: 'issued', ticket, paper: 'printing' });
        const paper = await print(ticket.ticketId, request.printing);
        // Only when this visitor still stands here.
        if (step.at === 'issued' && step.ticket === ticket) go({ at: 'issued', ticket, paper });
      }
    }
  };

  return {
    step: () => step,
    onStep(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    showPage(page) {
      if (step.at === 'start') go({ at: 'start', page });
    },
    chooseService(serviceId, full) {
      if (step.at === 'start') go({ at: full ? 'full' : 'ground', serviceId });
    },
    chooseGround(ground, printing) {
      if (step.at !== 'ground') return;
      const { serviceId } = step;
      void take({ commandId: newId(), input: { ticketId: newId(), visitId: newId(), serviceId, ground }, printing });
    },
    retry() {
      if (step.at === 'failed') void take(step.request);
    },
    reset() {
      if (step.at !== 'issuing') go(start);
    },
  };
}
