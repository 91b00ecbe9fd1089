/** The blackout book in the settings. */
export const settingsBook = {
  'settings.book.title': 'Buku padam',
  'settings.book.lead':
    'Lembar bernomor yang dicetak setiap pagi, supaya hari tanpa listrik tetap tercatat. Harus di atas kertas sebelum listrik padam.',
  'settings.book.sheets': 'Lembar setiap pagi',
  'settings.book.sheetsHint': '20 pengunjung setiap lembar.',
  'settings.book.how': 'Saat kantor dibuka',
  'settings.book.reminder': 'Ingatkan',
  'settings.book.reminderHint': 'Yang membuka kantor dan pengawas melihat pengingat sampai lembar dicetak atau tidak diperlukan.',
  'settings.book.automatic': 'Cetak sendiri',
  'settings.book.automaticHint': 'Lembar keluar dari printer begitu kantor dibuka. Bila gagal, pengingat muncul.',
  'settings.book.printer': 'Printer',
  'settings.book.printerHint': 'Paling baik printer lembaran A4 atau A5. Di peramban, printer komputer tetap meminta jendela cetak.',
  'settings.book.anyPrinter': 'Menurut pengaturan printer',
} as const;
