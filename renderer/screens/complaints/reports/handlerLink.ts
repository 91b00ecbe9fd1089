export type MessageChannel = 'whatsapp' | 'sms' | 'email';

/** A link that the operating system opens with the program for it. The text is in the link; nothing is sent by ours. */
export function handlerLink(channel: MessageChannel, to: string, text: string, number: string): string {
  const body = encodeURIComponent(text);
  switch (channel) {
    case 'whatsapp':
      return `https://wa.me/${internationalDigits(to)}?text=${body}`;
    case 'sms':
      return `sms:+${internationalDigits(to)}?body=${body}`;
    case 'email':
      return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(number)}&body=${body}`;
  }
}

/** `0812-3456`, `812 3456`, `0062 812 3456` and `+62 812 3456` as `628123456`: Indonesia's code where none was typed. */
export function internationalDigits(phone: string): string {
  const digits = phone.replaceAll(/\D/gu, '');
  if (digits.startsWith('00')) return digits.slice(2);
  if (digits.startsWith('0')) return `62${digits.slice(1)}`;
  // Mobile numbers begin with 8 after the 0 that many leave out.
  return digits.startsWith('8') && !phone.trim().startsWith('+') ? `62${digits}` : digits;
}
