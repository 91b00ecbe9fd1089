/** The security button and the small sign of one's own call: in every staff window from the first moment. */
export const securityButton = {
  'alarm.button.place': 'Panggilan keamanan',
  'alarm.button.label': 'Panggil keamanan: tahan satu detik',
  'alarm.button.explanation':
    'Tahan tombol ini satu detik, atau tekan F12 dua kali (atau tahan F12), untuk memanggil keamanan. Tidak ada bunyi di loket ini.',
  'alarm.button.now': 'Panggil sekarang',
  'alarm.place.guardPost': 'Pos keamanan',

  'alarm.sign.sending': 'Mengirim …',
  'alarm.sign.unreceived': 'BELUM DITERIMA.',
  'alarm.sign.emergency': 'Telepon {{number}}. Terus dicoba.',
  'alarm.sign.received': 'Diterima: {{names}}',
  'alarm.sign.coming': '{{names}} menuju ke sini',
  'alarm.sign.arrived': '{{names}} sudah tiba',
  'alarm.sign.withdrawing': 'Membatalkan …',
  'alarm.sign.retrying': 'Host tidak menjawab, dicoba lagi.',
} as const;
