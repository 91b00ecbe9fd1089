/** Stations: the list, one of them, the code by which another joins. */
export const settingsStations = {
  'settings.stations.title': 'Stasiun',
  'settings.stations.lead':
    'Komputer mana saja yang bersama-sama menjadi kantor ini. Setiap stasiun menyimpan kuncinya sendiri; hanya yang ada di daftar ini dipercaya.',
  'settings.stations.add': 'Tambah stasiun',
  'settings.stations.new': 'Stasiun baru',
  'settings.stations.newLead':
    'Beri nama dan tentukan kegunaannya. Setelah itu tampil kode untuk diketik di stasiun baru; kode berlaku 10 menit dan hanya sekali.',
  'settings.stations.showCode': 'Tampilkan kode',
  'settings.stations.empty': 'Kantor ini satu stasiun',
  'settings.stations.emptyText':
    'Satu stasiun sudah cukup untuk bekerja. Tambahkan stasiun untuk loket, kios, papan, meja pengawas, atau pos keamanan di komputer lain.',
  'settings.stations.self': '{{name}} (stasiun ini)',
  'settings.stations.isLead': 'induk',
  'settings.stations.connected': 'tersambung',
  'settings.stations.notConnected': 'tidak tersambung, belum terdengar sejak program dimulai',
  'settings.stations.lastHeard': 'terputus, terakhir terdengar {{time}}',
  'settings.stations.revoked': 'dicabut',
  'settings.stations.revokedText':
    'Stasiun ini tidak lagi dipercaya dan tidak dapat tersambung. Hurufnya tidak pernah diberikan lagi, karena nomor yang pernah dicetaknya tetap sah.',
  'settings.stations.clockOff': 'jamnya berbeda {{span}}: periksa tanggal dan jam komputer itu',
  'settings.stations.notLead':
    'Hanya stasiun induk yang dapat menambah, mengubah, atau mencabut stasiun. Di sini daftarnya hanya dapat dilihat.',
  'settings.stations.joined': '{{name}} sudah bergabung dengan huruf seri {{letter}}.',
  'settings.stations.listening': 'Stasiun lain menghubungi komputer ini di port {{port}}.',
  'settings.stations.name': 'Nama stasiun',
  'settings.stations.nameHint': 'Misalnya “Loket 2” atau “Kios depan”. Nama ini tampil di semua stasiun.',
  'settings.stations.place': 'Tempat',
  'settings.stations.placeHint': 'Di mana komputernya, misalnya “Lantai 1, dekat pintu”. Boleh kosong.',
  'settings.stations.roles': 'Kegunaan',
  'settings.stations.rolesHint': 'Boleh lebih dari satu. Menentukan jendela mana yang terbuka lebih dahulu.',
  'settings.stationRole.counter.does': 'Petugas melayani pengunjung di sini.',
  'settings.stationRole.kiosk.does': 'Pengunjung mengambil nomor di sini.',
  'settings.stationRole.board.does': 'Ruang tunggu melihat panggilan di sini.',
  'settings.stationRole.supervisor.does': 'Pengawas melihat keadaan kantor di sini.',
  'settings.stationRole.guard.does': 'Petugas keamanan menerima panggilan di sini.',
  'settings.stations.letter': 'Huruf seri',
  'settings.stations.noLetter': 'tanpa huruf (stasiun pertama)',
  'settings.stations.address': 'Alamat terakhir',
  'settings.stations.noAddress': 'belum diketahui',
  'settings.stations.gone': 'Stasiun ini tidak ada di daftar',
  'settings.stations.goneText': 'Mungkin alamat halamannya salah.',
  'settings.stations.toList': 'Ke daftar stasiun',
  'settings.stations.revokeTitle': 'Cabut stasiun',
  'settings.stations.revokeLead':
    'Kalau komputernya hilang, rusak, atau dipakai untuk hal lain. Stasiun lain memutusnya dalam beberapa detik.',
  'settings.stations.revoke': 'Cabut stasiun ini',
  'settings.stations.revokeAsk': 'Cabut {{name}}?',
  'settings.stations.revokeText':
    'Stasiun itu langsung diputus dan tidak dapat tersambung lagi. Catatan yang sudah sampai di stasiun lain tetap ada. Ini tidak dapat dibatalkan; komputernya dapat bergabung lagi hanya sebagai stasiun baru.',
  'settings.joining.title': 'Kode untuk {{name}}',
  'settings.joining.lead':
    'Buka Loket di komputer baru, pilih “Gabung ke kantor yang sudah ada”, lalu ketik atau pindai kode ini. Jangan perlihatkan kepada orang luar.',
  'settings.joining.qr': 'Kode QR dengan alamat dan kode',
  'settings.joining.code': 'Kode',
  'settings.joining.address': 'Alamat induk',
  'settings.joining.mark': 'Nama di jaringan: {{mark}}',
  'settings.joining.remaining': 'Sisa waktu',
  'settings.joining.failures':
    'Kode salah dicoba {{n}} kali. Kalau bukan salah ketik di stasiun baru, batalkan dan periksa siapa yang tersambung ke jaringan.',
  'settings.joining.cancel': 'Batalkan kode',
} as const;
