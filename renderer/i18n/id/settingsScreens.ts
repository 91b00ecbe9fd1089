/** Screens on the network: browsers on the LAN as boards and kiosks. */
export const settingsScreens = {
  'settings.screens.title': 'Layar di jaringan',
  'settings.screens.lead':
    'Televisi, tablet, atau komputer lain di jaringan kantor dapat menjadi papan ruang tunggu atau kios karcis, cukup dengan peramban.',
  'settings.screens.listener': 'Sambungan dari jaringan',
  'settings.screens.listener.lead':
    'Selama menyala, hanya layar dengan tautan dari halaman ini yang dapat masuk, dan hanya ke papan atau kios. Data pribadi tidak pernah dikirim ke sana. Sambungannya tidak disandikan: siapa pun yang dapat menyadap jaringan ini dapat membaca yang tampil di papan.',
  'settings.screens.switch': 'Layar di jaringan',
  'settings.screens.switch.off': 'Mati',
  'settings.screens.switch.off.hint': 'Tidak ada yang dapat tersambung dari jaringan.',
  'settings.screens.switch.on': 'Menyala',
  'settings.screens.switch.on.hint':
    'Perangkat dengan tautan dapat menampilkan papan atau kios. Tetap menyala setelah komputer dimulai ulang.',
  'settings.screens.port': 'Port',
  'settings.screens.port.hint': 'Biarkan 4719 kecuali dipakai program lain. Kalau diganti, alamat semua tautan ikut berganti.',

  'settings.screens.state.off': 'Mati',
  'settings.screens.state.off.text': 'Belum ada layar yang dapat tersambung dari jaringan. Pilih “Menyala”, lalu simpan.',
  'settings.screens.state.starting': 'Sedang dinyalakan …',
  'settings.screens.state.starting.text': 'Sebentar lagi layar dapat tersambung.',
  'settings.screens.state.listening': 'Menyala',
  'settings.screens.state.listening.text':
    'Layar dapat tersambung lewat {{origins}}. Kalau tidak bisa, izinkan Loket di firewall komputer ini.',
  'settings.screens.state.portTaken': 'Port {{port}} dipakai program lain',
  'settings.screens.state.portTaken.text':
    'Layar belum dapat tersambung; pekerjaan lain tidak terganggu. Tutup program itu atau pilih port lain. Loket mencoba lagi dengan sendirinya.',
  'settings.screens.state.noNetwork': 'Komputer ini tidak terhubung ke jaringan',
  'settings.screens.state.noNetwork.text':
    'Layar lain belum dapat tersambung; pekerjaan di komputer ini tidak terganggu. Periksa kabel atau Wi-Fi. Loket mencoba lagi dengan sendirinya.',
  'settings.screens.state.noPages': 'Berkas layar tidak ditemukan',
  'settings.screens.state.noPages.text': 'Pemasangan program ini tidak lengkap. Pasang ulang Loket; data kantor aman.',
  'settings.screens.state.failed': 'Belum dapat dinyalakan',
  'settings.screens.state.failed.text':
    'Sistem operasi menolak membuka port {{port}}. Data aman. Loket mencoba lagi dengan sendirinya; kalau menetap, lihat catatan program.',

  'settings.screens.links': 'Tautan',
  'settings.screens.links.lead': 'Satu tautan untuk satu perangkat. Tautan yang dicabut terputus seketika dan ditolak selamanya.',
  'settings.screens.none': 'Belum ada tautan',
  'settings.screens.none.text': 'Nyalakan sambungan, lalu buat tautan untuk perangkat pertama di bawah.',
  'settings.screens.connected': 'tersambung sekarang: {{count}} layar, terakhir dari {{address}}',
  'settings.screens.never': 'belum pernah dibuka',
  'settings.screens.seen': 'terakhir terlihat {{time}} dari {{address}}',
  'settings.screens.tickets': '{{count}} dari paling banyak {{most}} karcis dalam 24 jam terakhir',
  'settings.screens.renew': 'Alamat baru',
  'settings.screens.renewOf': 'Alamat baru untuk {{name}}',
  'settings.screens.revoke': 'Cabut',
  'settings.screens.revokeOf': 'Cabut tautan {{name}}',
  'settings.screens.revokeAsk': 'Cabut tautan {{name}}?',
  'settings.screens.revokeText': 'Layarnya terputus seketika dan tidak dapat tersambung lagi dengan alamat itu. Antrean dan karcis tetap.',

  'settings.screens.new': 'Tautan baru',
  'settings.screens.new.lead': 'Alamat dan kode QR-nya tampil satu kali setelah dibuat. Buka di perangkatnya, lalu biarkan.',
  'settings.screens.which': 'Perangkat ini menjadi',
  'settings.screens.board': 'Papan',
  'settings.screens.board.hint': 'Hanya menampilkan nomor yang dipanggil.',
  'settings.screens.kiosk': 'Kios',
  'settings.screens.kiosk.hint': 'Hanya memberi nomor. Karcis keluar di printer jaringan kantor; tanpa itu nomornya tampil besar.',
  'settings.screens.name': 'Nama perangkat',
  'settings.screens.name.hint': 'Misalnya “TV ruang tunggu”. Jangan pakai nama orang.',
  'settings.screens.perDay': 'Karcis paling banyak dalam sehari',
  'settings.screens.perDay.hint':
    'Selain itu paling banyak 6 dalam satu menit dan 120 dalam satu jam, supaya tidak ada yang dapat menghabiskan nomor.',
  'settings.screens.make': 'Buat tautan',

  'settings.screens.address': 'Alamat untuk {{name}}',
  'settings.screens.address.board':
    'Buka alamat ini di televisi atau tablet ruang tunggu. Atur perangkatnya agar layar tidak mati sendiri, lalu ketuk sekali untuk suara.',
  'settings.screens.address.kiosk': 'Buka alamat ini di tablet yang menjadi kios. Atur perangkatnya agar layar tidak mati sendiri.',
  'settings.screens.address.network': 'Jaringan',
  'settings.screens.address.qr': 'Kode QR alamat ini',
  'settings.screens.address.url': 'Alamat',
  'settings.screens.address.once':
    'Alamat ini hanya tampil sekarang. Siapa pun yang memilikinya dapat membuka layar ini; kalau hilang, buat “Alamat baru”. Huruf besar, tanda hubung, dan O atau I yang tertukar tidak menjadi soal.',
  'settings.screens.address.done': 'Sudah dibuka',
} as const;
