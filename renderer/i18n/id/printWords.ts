/** Words of printing and of the preview, on every screen that prints. */
export const printWords = {
  'counter.print.copy': 'SALINAN {{n}}',
  'counter.print.original': 'asli',
  'counter.print.again': 'Cetak ulang',
  'counter.print.again.label': 'Cetak ulang {{paper}} {{label}}',
  'counter.print.preview': 'Pratinjau',
  'counter.print.preview.label': 'Pratinjau {{paper}} {{label}}',
  'counter.print.pdf': 'Simpan sebagai PDF',
  'counter.print.pdf.failed': 'PDF tidak dapat dibuat. Catatannya tersimpan. Coba cetak.',
  'counter.print.failed': '{{failure}} {{paper}} {{label}} tersimpan. Tekan Cetak ulang.',
  'counter.print.sent': '{{paper}} {{label}} dikirim ke printer.',
  'counter.print.loading': 'Menyiapkan kertas …',
  'counter.print.frame': 'Pratinjau kertas',
} as const;
