/** A ticket that the officer makes for a visitor who does not use the kiosk. */
export const newTicket = {
  'counter.newTicket.button': 'Karcis baru',
  'counter.newTicket.title': 'Karcis baru untuk pengunjung',
  'counter.newTicket.service': 'Layanan',
  'counter.newTicket.capacity.tight': 'terbatas',
  'counter.newTicket.capacity.full': 'penuh',
  'counter.newTicket.ground': 'Prioritas',
  'counter.newTicket.ground.hint': 'Cukup ditanyakan, tanpa KTP atau bukti.',
  'counter.newTicket.ground.none': 'Tanpa prioritas',
  'counter.newTicket.submit': 'Buat dan cetak karcis',
  'counter.newTicket.done': 'Karcis {{number}} dibuat. Di depannya: {{n}} orang.',
} as const;
