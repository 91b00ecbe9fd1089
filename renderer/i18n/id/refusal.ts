/** For every refusal and failure of the contract: what happened, what is safe, what to do. */
export const refusal = {
  'refusal.wrongSecret': 'PIN atau kata sandi salah. Periksa lalu coba lagi.',
  'refusal.loginDelayed': 'Terlalu banyak percobaan gagal. Data tetap aman. Coba lagi setelah pukul {{until}}.',
  'refusal.staffUnknown': 'Akun petugas ini tidak ada lagi. Pilih nama dari daftar.',
  'refusal.staffNameTaken': 'Nama “{{name}}” sudah dipakai petugas lain. Gunakan nama yang berbeda.',
  'refusal.lastAdministrator': 'Ini administrator aktif terakhir. Angkat administrator lain lebih dahulu.',
  'refusal.sessionEnded': 'Sesi telah berakhir. Pekerjaan yang tersimpan tetap aman. Silakan masuk lagi.',
  'refusal.alreadySetUp': 'Kantor ini sudah disiapkan. Silakan masuk.',
  'refusal.prefixTaken': 'Awalan {{prefix}} sudah dipakai layanan lain. Pilih huruf lain.',
  'refusal.counterNumberTaken': 'Nomor loket {{number}} sudah dipakai. Pilih nomor lain.',
  'refusal.serviceUnknown': 'Layanan ini tidak ada lagi. Tidak ada yang berubah. Pilih layanan lain.',
  'refusal.officerUnknown': 'Akun ini tidak aktif atau tidak melayani pengunjung. Tidak ada yang berubah. Pilih petugas lain.',
  'refusal.promiseInPast': 'Tanggal yang dijanjikan sudah lewat. Tidak ada yang berubah. Pilih hari ini atau sesudahnya.',
  'refusal.broadcastEndInvalid':
    'Waktu berakhir harus nanti, paling lama tujuh hari dari sekarang. Pengumuman belum tampil. Perbaiki waktunya.',
  'refusal.broadcastUnknown': 'Pengumuman ini tidak ada lagi.',
  'refusal.thanksToOneself': 'Ucapan terima kasih untuk diri sendiri tidak dicatat. Pilih petugas lain.',
  'refusal.thanksUnknown': 'Ucapan ini bukan untuk Anda atau tidak ada lagi.',
  'refusal.counterUnknown': 'Loket ini tidak ada lagi. Pilih loket lain.',
  'refusal.printerUnknown': 'Printer ini tidak ada lagi di pengaturan. Pilih printer lain.',
  'refusal.serviceInUse': 'Layanan {{title}} masih ditunggu {{waiting}} orang. Selesaikan antreannya dahulu.',
  'refusal.counterInUse': '{{name}} sedang dipakai. Tutup loketnya dahulu.',
  'refusal.lastService': 'Ini layanan terakhir. Kantor memerlukan paling sedikit satu layanan.',
  'refusal.lastServiceOfCounter': '{{name}} hanya melayani layanan ini. Beri loket itu layanan lain dahulu.',
  'refusal.hoursInvalid': 'Jam layanan hari {{weekday}} tidak masuk akal. Jam buka harus sebelum jam tutup dan istirahat di antaranya.',
  'refusal.holidayOutsideYear': 'Tanggal {{date}} tidak termasuk tahun itu. Perbaiki tanggalnya.',

  'refusal.dayNotOpen': 'Kantor belum dibuka atau sudah ditutup hari ini. Antrean tersimpan. Tekan Buka kantor untuk memulai.',
  'refusal.dayAlreadyOpen': 'Kantor sudah dibuka untuk hari ini. Silakan lanjutkan.',
  'refusal.visitorsAtCounters': 'Masih ada pengunjung di loket: {{numbers}}. Selesaikan atau batalkan dahulu, lalu tutup kantor.',
  'refusal.visitorsWaiting': 'Masih ada {{waiting}} orang menunggu. Layani dahulu, atau tutup kantor dengan menghanguskan karcis mereka.',
  'refusal.clockSuspect':
    'Jam komputer menunjuk {{clockDate}}, sedangkan hari yang terbuka {{openDate}}. Data aman. Periksa tanggal komputer lalu pastikan di Buka kantor.',
  'refusal.capacityReached':
    'Sisa waktu pelayanan tinggal {{remainingMinutes}} menit dan tidak cukup untuk satu pengunjung lagi. Karcis tidak dibuat; sarankan datang besok.',
  'refusal.serviceNotOffered': 'Tidak ada loket yang melayani {{title}}. Tidak ada yang berubah. Pilih layanan lain atau hubungi pengawas.',
  'refusal.ticketUnknown': 'Karcis ini tidak ditemukan. Pilih karcis dari daftar.',
  'refusal.ticketIdTaken': 'Karcis ini sudah dibuat. Tidak dibuat dua kali. Ambil karcis lagi bila nomornya tidak keluar.',
  'refusal.ticketAlreadyCalled': '{{number}} baru saja dipanggil {{counterName}}. Antrean tetap aman. Panggil karcis lain.',
  'refusal.ticketNotWaiting': '{{number}} tidak lagi menunggu ({{status}}). Pilih karcis lain.',
  'refusal.ticketNotYours': '{{number}} sedang ditangani {{counterName}}. Tidak ada yang berubah.',
  'refusal.ticketInOtherState':
    '{{number}} kini berstatus {{status}}, jadi langkah ini tidak dapat dilakukan. Lihat keadaan terbarunya di layar.',
  'refusal.visitorAtOtherCounter': 'Pengunjung {{number}} sedang berada di {{counterName}}. Panggil lagi setelah selesai di sana.',
  'refusal.counterClosed': '{{name}} sedang tutup. Antrean aman. Buka loket dahulu.',
  'refusal.counterOnBreak': '{{name}} sedang istirahat. Antrean aman. Tekan Kembali melayani dahulu.',
  'refusal.counterTaken': '{{name}} sedang dijaga {{staffName}}. Pilih loket lain atau minta pengawas mengambil alih.',
  'refusal.notAtCounter': 'Anda tidak lagi tercatat di {{name}}. Pekerjaan tersimpan. Buka loketnya lagi untuk melanjutkan.',
  'refusal.alreadyAtCounter': 'Anda masih tercatat di {{name}}. Tutup loket itu dahulu.',
  'refusal.counterBusy': '{{number}} masih di loket ini. Selesaikan, tahan, atau alihkan dahulu.',
  'refusal.counterDoesNotServe': '{{name}} tidak melayani {{title}}. Pilih karcis lain atau ubah layanan loket di pengaturan.',
  'refusal.nobodyWaiting': 'Tidak ada yang menunggu untuk loket ini. Panggil lagi saat ada karcis baru.',
  'refusal.requirementUnknown': 'Daftar persyaratan baru saja berubah. Centang yang lain tersimpan. Periksa daftar yang baru.',
  'refusal.leadUnreachable':
    'Komputer induk tidak terjangkau, jadi langkah ini belum dapat dilakukan. Semua tersimpan. Yang tetap bisa di sini: membuat karcis, memanggil karcis yang dibuat selama terputus, dan melayani pengunjung di loket komputer ini.',
  'refusal.callTakenBack':
    'Panggilan {{number}} ditarik kembali: tidak ada stasiun lain yang terjangkau, jadi loket lain bisa memanggilnya juga. {{number}} kembali ke depan antrean. Panggil karcis yang dibuat selama terputus, atau minta pengawas memilih induk.',
  'refusal.leadStillThere': 'Masih ada stasiun yang mendengar induk. Tidak ada yang berubah. Tunggu 20 detik lalu coba lagi.',
  'refusal.stationsNotAsked': 'Ada stasiun yang tidak dapat ditanyai. Tidak ada yang berubah. Sambungkan stasiun itu lalu coba lagi.',
  'refusal.copyIncomplete': 'Catatan stasiun lain belum terambil semua. Tidak ada yang berubah. Biarkan semua tersambung lalu coba lagi.',
  'refusal.stationUnreachable': 'Stasiun itu tidak menjawab. Periksa komputer dan kabelnya, atau pilih stasiun lain.',
  'refusal.leadElsewhere': 'Stasiun ini bukan induk lagi. Tidak ada yang berubah. Lihat di halaman Induk siapa induk sekarang.',
  'refusal.noticeUnknown': 'Pemberitahuan ini sudah tidak ada dalam daftar. Tidak ada yang berubah. Lihat daftar yang baru.',

  'refusal.kioskLimitReached':
    'Kios di jaringan ini sudah memberi banyak nomor; karcis baru ditolak sampai pukul {{until}}. Antrean aman. Ambil nomor di loket.',

  'refusal.linkUnknown': 'Tautan ini tidak ada lagi; mungkin sudah dicabut dari jendela lain.',
  'refusal.linkExists': 'Tautan ini sudah dibuat. Tidak dibuat dua kali. Pakai “Alamat baru” bila alamatnya hilang.',
  'refusal.notListening': 'Layar di jaringan belum menyala, jadi alamatnya belum ada. Nyalakan dahulu, lalu buat tautannya.',
  'refusal.tooManyLinks': 'Sudah ada {{most}} tautan. Cabut yang tidak dipakai, lalu coba lagi.',

  'refusal.requirementsMissing':
    'Berkas belum lengkap: {{missing}}. Tanda terima tidak dibuat. Centang bila sudah ada, atau cetak slip kekurangan.',
  'refusal.alreadyRegistered': 'Berkas ini sudah terdaftar dengan nomor {{number}}. Tidak didaftarkan dua kali.',
  'refusal.alreadyRecorded': 'Kekurangan berkas ini sudah dicatat. Tidak dicatat dua kali.',
  'refusal.documentUnknown': 'Berkas ini tidak ditemukan. Tidak ada yang berubah. Cari lagi dengan nomor registrasinya.',
  'refusal.documentCollected':
    'Berkas {{number}} sudah diambil. Tidak ada yang berubah. Periksa kapan dan oleh siapa diserahkan sebelum memberikan apa pun.',
  'refusal.personErased': 'Data pemohon ini sudah dihapus dan tidak dapat disimpan lagi. Berkas belum didaftarkan. Isi ulang data pemohon.',

  'refusal.subjectUnknown': 'Kertas ini tidak dapat dicetak karena catatannya tidak ditemukan. Pilih lagi dari daftar.',
  'refusal.jobExists': 'Pekerjaan cetak ini sudah tercatat. Lihat hasilnya di Cetakan terakhir.',
  'refusal.jobUnknown': 'Pekerjaan cetak ini tidak ditemukan. Catatannya aman. Cetak ulang dari daftar.',
  'refusal.jobEnded': 'Pekerjaan cetak ini sudah berakhir ({{outcome}}). Cetak ulang bila kertas tidak keluar.',

  'refusal.personUnknown': 'Orang ini tidak ditemukan, atau datanya sudah dihapus.',
  'refusal.exportLimitReached': 'Batas {{perDay}} salinan data per hari sudah tercapai. Coba lagi besok.',
  'refusal.backupFailed': 'Cadangan gagal dibuat: {{cause}}. Data kerja tetap aman. Perbaiki penyebabnya lalu coba lagi.',
  'refusal.notInBrowserMode': 'Jendela baru hanya dapat dibuka begini di mode peramban. Gunakan menu program.',

  'refusal.complaintUnknown': 'Pengaduan ini tidak ditemukan. Tidak ada yang berubah. Pilih lagi dari daftar.',
  'refusal.complaintAlreadyRegistered': 'Pengaduan ini sudah tersimpan dengan nomor {{number}}. Tidak disimpan dua kali.',
  'refusal.complaintIncomplete': 'Isian belum lengkap. Yang sudah diketik tetap tersimpan. Lengkapi bagian yang ditandai.',
  'refusal.complaintInOtherStage':
    'Pengaduan {{number}} kini berstatus {{stage}}, jadi langkah ini tidak dapat dilakukan. Lihat keadaan terbarunya.',
  'refusal.complaintNotYours': 'Pengaduan {{number}} ditangani petugas lain. Tidak ada yang berubah. Minta pengawas bila perlu.',
  'refusal.categoryUnknown': 'Kategori ini tidak dipakai lagi. Yang lain tetap tersimpan. Pilih kategori lain.',
  'refusal.unitUnknown': 'Unit tujuan ini tidak dipakai lagi. Yang lain tetap tersimpan. Pilih unit lain.',
  'refusal.assigneeUnknown': 'Petugas ini tidak aktif lagi. Tidak ada yang berubah. Pilih petugas lain.',
  'refusal.mergeImpossible':
    'Pengaduan hanya dapat digabung ke pengaduan lain yang masih berjalan; {{number}} tidak. Tidak ada yang berubah. Pilih yang lain, atau kaitkan saja.',
  'refusal.textNotStored':
    'Catatan ini tidak dapat disimpan lagi karena data orangnya sudah dihapus atau catatannya sudah ada. Langkah tidak dilakukan. Muat ulang lalu ulangi.',
  'refusal.savedViewUnknown': 'Tampilan tersimpan ini sudah tidak ada.',
  'refusal.tooManySavedViews': 'Sudah ada {{most}} tampilan tersimpan. Hapus satu dahulu.',
  'refusal.draftChangedElsewhere': 'Draf ini baru saja diubah di jendela lain. Kedua isian aman. Muat ulang untuk melihat yang terbaru.',
  'refusal.draftEnded': 'Draf ini sudah disimpan sebagai pengaduan atau sudah dihapus.',
  'refusal.draftNotYours': 'Draf ini milik petugas lain. Tidak ada yang berubah.',
  'refusal.attachmentTooLarge': 'Berkas terlalu besar; paling besar {{most}} byte. Isian lain aman. Perkecil atau foto ulang.',
  'refusal.attachmentTypeUnknown': 'Isi berkas ini bukan gambar (JPEG, PNG, WebP) atau PDF. Isian lain aman. Pilih berkas lain.',
  'refusal.attachmentDamaged': 'Berkas ini rusak dan tidak dapat dibaca. Isian lain aman. Pindai atau foto ulang.',
  'refusal.attachmentOnItsWay': 'Lampiran ini belum ada di stasiun ini dan masih diambil dari stasiun lain. Coba lagi sebentar lagi.',
  'refusal.attachmentUnknown': 'Lampiran ini tidak ditemukan. Muat ulang halaman.',
  'refusal.uploadUnknown': 'Unggahan terputus. Isian lain aman. Lampirkan berkas sekali lagi.',
  'refusal.tooManyAttachments': 'Paling banyak {{most}} lampiran. Hapus satu dahulu.',
  'refusal.scannerFolderMissing': 'Folder pemindai tidak ditemukan. Isian lain aman. Periksa pemindai atau pilih berkas biasa.',

  'refusal.incidentUnknown': 'Kejadian ini tidak ditemukan. Tidak ada yang berubah. Pilih dari daftar.',
  'refusal.helpUnknown': 'Permintaan bantuan ini sudah tidak ada.',
  'refusal.helpTaken': 'Orang lain sudah menuju ke sana. Terima kasih.',
  'refusal.reportIncomplete': 'Laporan belum lengkap. Yang sudah diketik tersimpan. Lengkapi bagian yang ditandai.',
  'refusal.reportComplete': 'Laporan ini sudah selesai. Isinya tidak dapat diubah lagi. Tidak ada yang berubah.',
  'refusal.scenarioFaulty':
    'Skenario {{scenarioId}} belum benar pada adegan {{nodeId}} ({{fault}}). Tidak ada yang disimpan. Perbaiki adegan itu.',
  'refusal.scenarioUnknown': 'Skenario ini sudah tidak ada. Pilih dari daftar.',

  'refusal.bookSheetUnknown':
    'Lembar buku padam ini tidak ditemukan. Tidak ada yang berubah. Periksa nomor di kepala kertasnya, misalnya BP-20261128-1.',
  'refusal.bookDateOutside': 'Lembar hanya dapat dibuat untuk {{from}} sampai {{to}}. Pilih tanggal lain.',
  'refusal.bookSheetsFull': 'Sudah ada {{most}} lembar untuk hari itu. Pakai lembar yang masih kosong.',
  'refusal.bookRowsWrong': 'Belum dicatat: {{numbers}} belum benar. Yang diketik tetap tersimpan. Perbaiki sel yang ditandai.',
  'refusal.bookNumberTwice':
    'Belum dicatat: {{numbers}} dipakai dua kali. Yang diketik tetap tersimpan. Satu nomor hanya untuk satu pengunjung.',
  'refusal.bookRowsRecorded':
    '{{numbers}} sudah dicatat sebelumnya dengan isi lain. Tidak ada yang dicatat dua kali. Pakai Perbaiki pada baris itu.',
  'refusal.bookRowNotRecorded': '{{number}} belum dicatat, jadi tidak ada yang diperbaiki. Ketik barisnya lalu catat.',
  'refusal.bookRowInQueue': '{{number}} sudah masuk antrean hari ini. Ubah di loket seperti karcis lain.',
  'refusal.stationUnknown': 'Stasiun ini tidak ada di daftar. Tidak ada yang berubah. Muat ulang halaman.',
  'refusal.stationNameTaken': 'Nama stasiun “{{name}}” sudah dipakai. Gunakan nama yang berbeda.',
  'refusal.chosenNameTaken':
    'Nama yang dipilih di induk untuk stasiun ini sudah dipakai stasiun lain. Stasiun ini belum bergabung. Minta kode baru dengan nama lain.',
  'refusal.stationRevoked':
    'Stasiun ini sudah dicabut dari kantor. Untuk memakainya lagi, mulai dengan folder data baru lalu gabungkan sebagai stasiun baru.',
  'refusal.stationIsLead':
    'Stasiun ini sedang menjadi induk, jadi tidak dapat dicabut dari sini. Serahkan dahulu peran induk ke stasiun lain.',
  'refusal.noLetterLeft': 'Semua huruf seri sudah terpakai. Tidak ada stasiun baru yang dapat ditambahkan.',
  'refusal.notLead': 'Hanya stasiun induk yang dapat melakukan ini. Tidak ada yang berubah. Lakukan di stasiun induk.',
  'refusal.leadCutOff':
    'Induk ini tidak menjangkau stasiun lain, jadi belum dapat menerima stasiun baru. Sambungkan jaringannya, atau pengawas memilih “Tetap menjadi induk”, atau cabut stasiun yang tidak akan kembali; lalu coba lagi.',
  'refusal.stationIsNotLead':
    'Stasiun di {{address}} bukan induk, jadi tidak dapat menerima stasiun baru. Kode tidak terpakai. Ketik alamat yang tertulis di samping kode.',
  'refusal.leadCannotRecord':
    'Induk tidak dapat mencatat stasiun baru: penyimpanannya penuh atau rusak. Stasiun ini belum bergabung. Perbaiki dahulu di induk, lalu minta kode baru.',
  'refusal.lanPortTaken':
    'Port {{port}} untuk sambungan antarstasiun dipakai program lain. Tutup program itu, atau mulai Loket dengan --lan-port dan nomor lain.',
  'refusal.addressInvalid': 'Alamat ini tidak dapat dibaca. Tulis seperti di layar induk, misalnya 192.168.1.10:4718.',
  'refusal.codeMistyped': 'Kode ini salah ketik: periksa lagi setiap kelompok huruf. Kodenya belum dikirim ke mana pun.',
  'refusal.noLeadAnswers':
    'Tidak ada induk yang menjawab di {{address}}. Periksa alamatnya, kabel jaringan, dan apakah induk masih menampilkan kode.',
  'refusal.codeRefused':
    'Induk menolak kode ini: salah, sudah dipakai, atau sudah lewat waktunya. Stasiun ini belum bergabung. Minta kode baru di layar induk.',
  'refusal.tooManyTries': 'Terlalu banyak percobaan dalam satu menit. Stasiun ini belum bergabung. Tunggu satu menit lalu coba lagi.',
  'refusal.leadNotProven':
    'Yang menjawab di alamat itu tidak dapat membuktikan bahwa ia induk yang menampilkan kode ini. Stasiun ini TIDAK bergabung dan tidak ada yang diserahkan. Periksa alamatnya; bila terulang, laporkan kepada pengelola jaringan.',
  'refusal.stationNotEmpty':
    'Di stasiun ini sudah ada catatan, jadi ia tidak dapat bergabung ke kantor lain. Data aman. Mulai dengan folder data baru.',
  'refusal.centralUnreachable':
    'Tidak ada yang menjawab di alamat itu. Tidak ada yang berubah. Periksa alamatnya dan sambungan internet, lalu coba lagi.',
  'refusal.centralNotTheServer':
    'Yang menjawab di alamat itu bukan server pusat Loket; mungkin halaman masuk jaringan. Tidak ada yang dikirim. Buka peramban untuk masuk ke jaringan, atau periksa alamatnya.',
  'refusal.centralCodeUnknown':
    'Server tidak mengenal kode ini: salah ketik, sudah dipakai, atau sudah lewat waktunya. Tidak ada yang berubah. Periksa kodenya atau minta kode baru kepada instansi.',
  'refusal.centralUrlInsecure':
    'Alamat server harus diawali https:// supaya kiriman tidak dapat disadap. Tidak ada yang dikirim. Perbaiki alamatnya.',
  'refusal.centralAlreadyEnrolled':
    'Kantor ini sudah terdaftar di server pusat. Tidak ada yang berubah. Keluar dahulu bila hendak pindah server.',
  'refusal.centralNotEnrolled': 'Kantor ini belum terdaftar di server pusat. Tidak ada yang berubah. Daftarkan dahulu.',
  'refusal.centralFailed': 'Server pusat belum melakukannya: {{failure}}. Tidak ada yang berubah di kantor ini. Coba lagi sebentar lagi.',

  'failure.unknownMethod': 'Layar ini tidak cocok dengan program di stasiun. Data aman. Muat ulang jendela ini.',
  'failure.forbidden': 'Peran Anda tidak mengizinkan langkah ini. Tidak ada yang berubah. Minta bantuan pengawas atau administrator.',
  'failure.locked': 'Layar terkunci. Pekerjaan Anda tetap ada. Masukkan PIN untuk melanjutkan.',
  'failure.invalidInput': 'Isian tidak dapat diterima. Tidak ada yang disimpan. Periksa kembali isian Anda.',
  'failure.leadUnreachable':
    'Komputer induk tidak dapat dihubungi. Yang sudah tercatat aman; langkah ini belum pasti tercatat. Bila belum tampak di layar, periksa kabel jaringan dan komputer induk, lalu ulangi. Pengaduan, berkas, dan panggilan keamanan tetap jalan.',
  'failure.storageFull': 'Cakram komputer penuh. Yang sudah tercatat aman, langkah terakhir TIDAK tersimpan. Kosongkan ruang lalu ulangi.',
  'failure.storageFailed': 'Penyimpanan gagal menulis. Langkah terakhir TIDAK tersimpan. Ulangi; bila tetap gagal, hubungi administrator.',
  'failure.internal':
    'Terjadi kesalahan pada program (kode {{reference}}). Yang sudah tercatat aman. Ulangi; bila terulang, sampaikan kode ini.',
} as const;
