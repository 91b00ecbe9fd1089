import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { unreachable } from '../../../shared/result.ts';
import type { PaperCommand } from '../../../shared/papers/raw/commands.ts';

/**
 * The bytes of a paper for a raw ESC/POS printer. Texts come in ASCII, so code page 437, which every printer has, is
 * enough and nothing can become garbage.
 * @param columns characters per line in font A.
 */
export function encodeEscPos(commands: readonly PaperCommand[], columns: 32 | 48): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, feedBeforeCut: 5, newline: '\n', errors: 'strict' });
  encoder.initialize().codepage('cp437');
  for (const command of commands) add(encoder, command, columns);
  return encoder.encode();
}

function add(encoder: ReceiptPrinterEncoder, command: PaperCommand, columns: number): void {
  switch (command.kind) {
    case 'text':
      encoder.align(command.align).bold(command.bold).invert(command.inverted).size(command.size, command.size);
      encoder.line(command.text);
      encoder.size(1, 1).invert(false).bold(false).align('left');
      return;
    case 'rule':
      // Plain dashes: the line drawing characters are not at the same place in every code page.
      encoder.line('-'.repeat(columns));
      return;
    case 'item':
      encoder.table(
        [{ width: command.mark.length, marginRight: 1 }, { width: columns - command.mark.length - 1 }],
        [[command.mark, command.text]],
      );
      return;
    case 'feed':
      encoder.newline(command.lines);
      return;
    case 'qr':
      encoder.align('center').qrcode(command.content, { model: 2, size: 6, errorlevel: 'm' }).align('left');
      return;
    case 'cut':
      encoder.cut('partial');
      return;
    default:
      unreachable(command);
  }
}
