import type { newTicket as source } from '../id/newTicket.ts';

export const newTicket: Record<keyof typeof source, string> = {
  'counter.newTicket.button': 'New ticket',
  'counter.newTicket.title': 'New ticket for a visitor',
  'counter.newTicket.service': 'Service',
  'counter.newTicket.capacity.tight': 'limited',
  'counter.newTicket.capacity.full': 'full',
  'counter.newTicket.ground': 'Priority',
  'counter.newTicket.ground.hint': 'Just ask, without ID card or proof.',
  'counter.newTicket.ground.none': 'No priority',
  'counter.newTicket.submit': 'Make and print the ticket',
  'counter.newTicket.done': 'Ticket {{number}} made. People ahead: {{n}}.',
};
