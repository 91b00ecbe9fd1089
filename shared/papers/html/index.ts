import type { PaperWidth } from '../../domain/printing/events.ts';
import { unreachable } from '../../result.ts';
import type { PaperModel } from '../models.ts';
import type { QrModules } from '../qr.ts';
import { wordsOf } from '../words.ts';
import { blackoutSheetHtml } from './blackoutSheet.ts';
import { complaintReceiptHtml } from './complaintReceipt.ts';
import { documentReceiptHtml } from './documentReceipt.ts';
import { letterHtml } from './letter.ts';
import { shortfallSlipHtml } from './shortfallSlip.ts';
import { ticketHtml } from './ticket.ts';

/** A paper as a whole HTML document for one width: one `<style>`, no script, nothing from outside, every text escaped. */
export function paperHtml(model: PaperModel, paper: PaperWidth, qr: QrModules): string {
  const template = { words: wordsOf(model.language), qr };
  switch (model.kind) {
    case 'ticket':
      return ticketHtml(model, paper, template);
    case 'documentReceipt':
      return documentReceiptHtml(model, paper, template);
    case 'shortfallSlip':
      return shortfallSlipHtml(model, paper, template);
    case 'complaintReceipt':
      return complaintReceiptHtml(model, paper, template);
    case 'complaintLetter':
    case 'statusLetter':
    case 'incidentReport':
    case 'sopProposal':
      return letterHtml(model, paper, template);
    case 'blackoutSheet':
      return blackoutSheetHtml(model, paper, template);
    default:
      return unreachable(model);
  }
}
