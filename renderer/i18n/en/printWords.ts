import type { printWords as source } from '../id/printWords.ts';

export const printWords: Record<keyof typeof source, string> = {
  'counter.print.copy': 'COPY {{n}}',
  'counter.print.original': 'original',
  'counter.print.again': 'Reprint',
  'counter.print.again.label': 'Reprint {{paper}} {{label}}',
  'counter.print.preview': 'Preview',
  'counter.print.preview.label': 'Preview {{paper}} {{label}}',
  'counter.print.pdf': 'Save as PDF',
  'counter.print.pdf.failed': 'The PDF could not be made. The record is saved. Try printing.',
  'counter.print.failed': '{{failure}} {{paper}} {{label}} is saved. Press Reprint.',
  'counter.print.sent': '{{paper}} {{label}} was sent to the printer.',
  'counter.print.loading': 'Preparing the paper …',
  'counter.print.frame': 'Preview of the paper',
};
