/** Who leads, on every staff screen; the rest comes with the banners and the screen (`areas/lead`). */
export const leadStatus = {
  'station.first': 'Stasiun pertama',
  'station.letter': 'Stasiun {{letter}}',
  'station.unnamed': 'Stasiun lain ({{code}})',
  'lead.status.lead': 'Stasiun induk{{series}} — memutuskan antrean',
  'lead.status.kept': 'Stasiun induk{{series}} — tetap memutuskan antrean tanpa stasiun lain',
  'lead.status.follower': 'Pengikut{{series}} — induk: {{lead}}',
  'lead.status.ownOnly': 'Bekerja sendiri{{series}} — induk tidak terdengar: {{lead}}',
  'lead.status.leadAlone': 'Induk bekerja sendiri{{series}} — stasiun lain tidak terdengar',
  'lead.status.waiting': 'Menunggu salinan catatan kantor dari induk',
  'lead.status.notices': 'Pemberitahuan antrean: {{n}}',
} as const;
