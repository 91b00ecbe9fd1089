import type { ContactWords } from '../../shared/sync/contents.ts';
import { hidden, maskPhone } from '../../shared/domain/people/mask.ts';
import { mailbox } from './settings.ts';

/** Where a person is reached on a channel, and what may be shown of it. */
export interface Address {
  readonly address: string;
  readonly hint: string;
}

/** `null`: she gave none for this channel, or it is none. */
export function addressOf({ email, phone }: Pick<ContactWords, 'email' | 'phone'>, channel: 'email' | 'gateway'): Address | null {
  if (channel === 'email') {
    const address = mailbox.safeParse(email.trim());
    return address.success ? { address: address.data, hint: maskMail(address.data) } : null;
  }
  const international = toInternational(phone);
  return international === null ? null : { address: international, hint: maskPhone(toLocal(international)) };
}

/** `s•••@c•••.id` */
function maskMail(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.slice(0, 1)}${hidden.repeat(3)}@${domain.slice(0, 1)}${hidden.repeat(3)}${dot < 1 ? '' : domain.slice(dot)}`;
}

/** `0812…`, `62812…` and `+62812…` are one number of Indonesia; others are given with their `+`. `null`: it is no number. */
function toInternational(phone: string): string | null {
  const plain = phone.replaceAll(/[\s().-]/gu, '');
  const full = plain.startsWith('0') ? `+62${plain.slice(1)}` : plain.startsWith('+') ? plain : `+${plain}`;
  return /^\+[1-9]\d{7,14}$/u.test(full) ? full : null;
}

/** As people in Indonesia write it. @param international `+62…` or of another country. */
export const toLocal = (international: string): string => (international.startsWith('+62') ? `0${international.slice(3)}` : international);
