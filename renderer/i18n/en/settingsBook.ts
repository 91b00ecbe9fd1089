/** The blackout book in the settings. */
export const settingsBook = {
  'settings.book.title': 'Blackout book',
  'settings.book.lead':
    'Numbered sheets printed each morning, so that a day without electricity has records. They must be on paper before the electricity goes.',
  'settings.book.sheets': 'Sheets each morning',
  'settings.book.sheetsHint': '20 visitors on each sheet.',
  'settings.book.how': 'When the office opens',
  'settings.book.reminder': 'Remind',
  'settings.book.reminderHint': 'Who opens the office and supervisors see a reminder until a sheet is printed or not needed.',
  'settings.book.automatic': 'Print by itself',
  'settings.book.automaticHint': 'The sheets come out of the printer as soon as the office opens. If that fails, the reminder appears.',
  'settings.book.printer': 'Printer',
  'settings.book.printerHint':
    'Best a printer for A4 or A5 sheets. In a browser the computer’s printers still ask with their print window.',
  'settings.book.anyPrinter': 'As the printer settings say',
} as const;
