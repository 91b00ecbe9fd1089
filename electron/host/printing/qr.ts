import { create } from 'qrcode';
import type { QrModules } from '../../../shared/papers/qr.ts';

/** The QR code of a text at error level M: 15 % of it may be dirty or creased. */
export function qrModules(text: string): QrModules {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 };
}
