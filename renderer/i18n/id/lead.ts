/** Being cut off, who leads, and what people must know after a healing. */
export const lead = {
  'lead.cutOff.title': 'Stasiun ini bekerja sendiri sejak {{time}}, karena induk tidak terdengar',
  'lead.cutOff.leadTitle': 'Induk ini bekerja sendiri sejak {{time}}, karena stasiun lain tidak terdengar',
  'lead.cutOff.works':
    'Tetap bisa: membuka hari, nomor dan pengunjung stasiun ini, pengaduan, berkas, kejadian, dan panggilan keamanan. Menunggu tersambung: pengaturan, memanggil antrean utama, dan menutup hari.',
  'lead.cutOff.open': 'Pilih induk …',
  'lead.keep.button': 'Tetap menjadi induk',
  'lead.keep.title': 'Tetap menjadi induk tanpa stasiun lain?',
  'lead.keep.text':
    'Lakukan hanya bila stasiun lain memang mati atau tidak dipakai. Bila di sana sudah ada induk baru, satu pengunjung dapat dipanggil dua kali; setelah tersambung, semuanya didaftar di sini. Nama Anda dicatat.',
  'lead.keep.done': 'Stasiun ini tetap induk dan memutuskan antrean lagi.',
  'lead.copy.forked.title': 'Catatan {{culprit}} tidak cocok dengan stasiun lain',
  'lead.copy.forked.text':
    'Komputer itu pernah dikembalikan ke salinan lama lalu mencatat lagi, atau disknya rusak, sehingga tidak ada lagi yang disalin antara stasiun ini dan {{between}}. Jangan bekerja di {{culprit}}. Bila ia induk, matikan dan jadikan stasiun lain induk. Lalu cabut stasiunnya, pasang ulang Loket di komputer itu, dan gabungkan sebagai stasiun baru.',
  'lead.copy.storage.title': 'Disk {{culprit}} menolak catatan baru',
  'lead.copy.storage.text':
    'Catatan kantor tidak disalin ke sana sampai disknya dapat ditulisi. Kosongkan ruang disk atau periksa disknya; penyalinan berlanjut dengan sendirinya.',
  'lead.news.title': 'Setelah tersambung kembali, ada yang perlu diketahui: {{n}}',
  'lead.news.text': 'Antrean sudah disatukan dan tidak ada yang hilang.',
  'lead.news.open': 'Lihat',

  'lead.title': 'Induk kantor',
  'lead.intro': 'Induk memutuskan antrean untuk semua stasiun. Setiap stasiun menyimpan salinan lengkapnya.',
  'lead.now.alone': 'Kantor ini satu stasiun, jadi tidak ada yang perlu dipindahkan.',
  'lead.now.here': 'Stasiun ini induk.',
  'lead.now.kept': 'Stasiun ini tetap induk tanpa stasiun lain, atas keputusan pengawas.',
  'lead.now.follower': 'Induk sekarang: {{lead}}.',
  'lead.now.ownOnly': 'Induk ({{lead}}) tidak terdengar sejak {{time}}. Stasiun ini bekerja sendiri.',
  'lead.now.leadAlone': 'Stasiun ini induk, tetapi tidak mendengar stasiun lain sejak {{time}} dan bekerja sendiri.',
  'lead.now.waiting': 'Stasiun ini baru bergabung dan masih menunggu salinan catatan kantor.',
  'lead.now.ask': 'Pengawas atau administrator dapat memindahkan peran induk.',

  'lead.stations.title': 'Stasiun dan salinannya',
  'lead.stations.asking': 'Menanyai stasiun lain …',
  'lead.stations.here': 'stasiun ini',
  'lead.stations.lead': 'induk',
  'lead.stations.recommended': 'salinan terbaru, disarankan',
  'lead.stations.complete': 'salinan lengkap',
  'lead.stations.recordsComplete': 'catatan lengkap',
  'lead.stations.files': '{{n}} lampiran belum ada di sana',
  'lead.stations.filesFirst':
    'Masih ada lampiran pengaduan yang sedang disalin. Sebelum sebuah komputer dimatikan, tunggu sampai semua stasiun lengkap.',
  'lead.stations.behind': '{{n}} catatan belum ada',
  'lead.stations.unreachable': 'tidak terjangkau',
  'lead.stations.hears': 'mendengar induk',
  'lead.stations.deaf': 'tidak mendengar induk',
  'lead.stations.lost': 'baru saja kehilangan induk',
  'lead.stations.wait': 'Induk baru dapat ditunjuk dalam {{n}} detik: setelah itu induk lama pasti sudah berhenti memutuskan.',
  'lead.stations.stillHeard':
    '{{names}} masih mendengar induk. Selama itu tidak ada induk baru yang dapat ditunjuk; periksa kabel jaringan stasiun ini.',
  'lead.stations.ready': 'Tidak ada yang mendengar induk lama lagi. Induk baru dapat ditunjuk sekarang.',

  'lead.promote.button': 'Jadikan induk',
  'lead.promote.label': 'Jadikan induk: {{name}}',
  'lead.handOver.button': 'Serahkan peran induk',
  'lead.handOver.label': 'Serahkan peran induk kepada: {{name}}',
  'lead.handOver.hint': 'Untuk mematikan komputer induk: serahkan perannya dahulu. Antrean berhenti paling lama dua detik.',
  'lead.running.asking': 'Menanyai stasiun …',
  'lead.running.fetching': 'Mengambil catatan yang belum ada …',
  'lead.running.handOver': 'Menyerahkan peran induk …',
  'lead.running.keep': 'Mencatat keputusan …',
  'lead.done': '{{name}} sekarang induk. Induk yang lama menjadi pengikut dengan sendirinya.',
  'lead.done.files': 'Masih ada {{n}} lampiran yang diambilnya sendiri dari stasiun lain.',
  'lead.files.coming': 'Stasiun ini masih mengambil {{n}} lampiran pengaduan, sekarang dari: {{name}}.',
  'lead.files.unreachable': '{{n}} lampiran pengaduan belum ada di sini. Diambil sendiri begitu stasiun yang menyimpannya terjangkau.',
  'lead.files.full':
    '{{n}} lampiran pengaduan belum ada di sini, karena disk stasiun ini penuh. Kosongkan ruang di disk; setelah itu diambil sendiri dalam satu menit.',
  'lead.files.failed':
    '{{n}} lampiran pengaduan belum ada di sini, karena disk stasiun ini tidak dapat ditulisi. Periksa disknya; dicoba lagi setiap menit.',
  'lead.refused.leadItself': '{{name}} masih induk dan masih terdengar. Tidak ada yang berubah. Pakai Serahkan peran induk.',
  'lead.refused.leadStillThere':
    '{{name}} masih mendengar induk. Tidak ada yang berubah. Bila induk memang mati, tunggu 20 detik lalu coba lagi. Bila masih hidup, periksa kabel jaringan stasiun ini.',
  'lead.refused.copyIncomplete':
    'Catatan dari {{name}} belum terambil semua. Tidak ada yang berubah. Biarkan komputer itu menyala dan tersambung, lalu coba lagi.',
  'lead.refused.unreachable':
    '{{name}} tidak menjawab. Periksa apakah komputernya menyala dan kabelnya terpasang, atau pilih stasiun lain.',
  'lead.refused.handOver':
    '{{name}} tidak menerima peran induk tepat waktu. Bila daftar ini masih menunjukkan induk yang lama, coba lagi atau pilih stasiun lain.',
  'lead.override.title': 'Ada stasiun yang tidak dapat ditanyai',
  'lead.override.stations': 'Tidak menjawab:',
  'lead.override.check': 'Tidak ada yang berubah. Lebih baik: nyalakan atau sambungkan stasiun itu, lalu coba lagi.',
  'lead.override.risk':
    'Risikonya: bila stasiun itu masih bekerja dengan induk lama, kantor punya dua induk sampai tersambung, dan satu pengunjung dapat dipanggil dua kali. Semua pertentangan didaftar setelahnya. Keputusan ini dicatat dengan nama Anda.',
  'lead.override.confirm': 'Tetap jadikan induk',

  'lead.notices.title': 'Yang perlu diketahui setelah tersambung kembali',
  'lead.notices.none': 'Tidak ada pemberitahuan.',
  'lead.notices.none.text': 'Yang perlu diketahui setelah sebuah stasiun terputus tampil di sini.',
  'lead.notices.readOnly': 'Pengawas atau administrator menandainya sudah dilihat.',
  'lead.notices.later': 'Pemberitahuan dapat ditandai setelah stasiun ini tersambung dengan induk.',
  'lead.notices.from': '{{station}}, {{date}} — disatukan {{time}}',
  'lead.notices.seen': 'Sudah dilihat',
  'lead.notices.seen.label': 'Sudah dilihat: {{words}}',
  'lead.notices.allSeen': 'Semua sudah dilihat ({{n}})',
  'lead.notices.oldCounter': 'loket yang sudah dihapus',
  'lead.notices.oldStaff': 'petugas yang sudah tidak aktif',
  'lead.notices.nowhere': 'tidak di loket mana pun',

  'lead.notice.calledWhileCutOff': 'Dipanggil selama terputus: {{numbers}}.',
  'lead.notice.numbersOfAnotherSeries': 'Nomor yang diberikan selama terputus, dalam seri stasiun itu: {{numbers}}. Semuanya tetap sah.',
  'lead.notice.backToFront':
    '{{numbers}} dipanggil ke {{counter}}, tetapi loket itu sudah melanjutkan dengan orang lain. Kini menunggu paling depan.',
  'lead.notice.conflictElsewhere':
    '{{numbers}} dikerjakan di {{counter}} selama terputus (di sana: {{statusThere}}), padahal induk mencatatnya {{status}} di {{elsewhere}}. Catatan induk yang berlaku; pastikan keadaan pengunjungnya.',
  'lead.notice.conflictWaiting':
    '{{numbers}} dipanggil ke {{counter}} selama terputus, padahal induk sudah mengembalikannya ke antrean. Kini menunggu.',
  'lead.notice.conflictEnded':
    '{{numbers}} dikerjakan di {{counter}} selama terputus (di sana: {{statusThere}}), padahal induk sudah mencatatnya {{status}}. Catatan induk yang berlaku.',
  'lead.notice.conflictDayClosed':
    '{{numbers}} masih menunggu atau dilayani selama terputus, padahal hari sudah ditutup. Kini: {{status}}. Hubungi pengunjungnya bila perlu.',
  'lead.notice.counterOpenedAtBoth': '{{counter}} dibuka di dua stasiun. Petugas: {{staff}}. Catatan induk yang berlaku.',
  'lead.notice.counterClosedMeanwhile':
    '{{counter}} terus bekerja selama terputus, padahal induk sudah menutupnya. Buka loketnya lagi bila masih dijaga.',
  'lead.notice.officerElsewhere':
    '{{staff}} tercatat di {{counter}} selama terputus, tetapi juga di {{elsewhere}}. Yang berlaku: {{elsewhere}}.',
  'lead.notice.numberChanged':
    'Satu pengunjung punya dua nomor: {{numbers}}. Nomor di kertas {{first}}; keduanya berarti pengunjung yang sama.',
  'lead.notice.numberTwice':
    'Nomor {{numbers}} diberikan dua kali. Karcis dari stasiun yang terputus tidak ada dalam antrean: beri pengunjungnya nomor baru.',
  'lead.notice.noCounterServes':
    '{{numbers}} menunggu layanan yang tidak lagi dilayani loket mana pun. Ubah layanan loket atau alihkan karcisnya.',
  'lead.notice.leftOut': 'Sebagian pekerjaan selama terputus tidak dapat diambil alih{{what}}. Periksa dengan petugas stasiun itu.',
  'lead.notice.changesLeftOut':
    'Diubah di stasiun itu ketika masa induknya sudah berakhir, jadi tidak berlaku: {{changes}}. Periksa, dan ubah lagi bila masih diperlukan.',
  'lead.change.by': '{{what}} ({{staff}}, {{time}})',
  'lead.change.bySystem': '{{what}} ({{time}})',
  'lead.change.other': 'pengaturan lain',
  'lead.change.officeSetUp.v1': 'pendirian kantor',
  'lead.change.profileChanged.v1': 'profil kantor',
  'lead.change.hoursChanged.v1': 'jam buka',
  'lead.change.holidaysChanged.v1': 'hari libur',
  'lead.change.serviceSaved.v1': 'layanan {{name}}',
  'lead.change.servicesOrdered.v1': 'urutan layanan',
  'lead.change.serviceRetired.v1': 'penghapusan layanan {{name}}',
  'lead.change.counterSaved.v1': 'loket {{name}}',
  'lead.change.counterRetired.v1': 'penghapusan loket {{name}}',
  'lead.change.policyChanged.v1': 'kebijakan prioritas',
  'lead.change.printerSaved.v1': 'printer {{name}}',
  'lead.change.printerRemoved.v1': 'penghapusan printer {{name}}',
  'lead.change.textsChanged.v1': 'teks kantor',
  'lead.change.complaintRulesChanged.v1': 'aturan pengaduan',
  'lead.change.calmCardsSaved.v1': 'kartu redakan',
  'lead.change.scenariosSaved.v1': 'skenario latihan',
  'lead.change.bookSettingsChanged.v1': 'pengaturan buku padam',
  'lead.change.staffAdded.v1': 'akun baru {{name}}',
  'lead.change.staffChanged.v1': 'akun {{name}}',
  'lead.change.staffSecretChanged.v1': 'PIN atau kata sandi {{name}} (periksa mana yang berlaku)',
  'lead.change.stationChanged.v1': 'data stasiun {{name}}',
  'lead.change.broadcastSent.v1': 'pengumuman “{{name}}”',
  'lead.change.broadcastWithdrawn.v1': 'penarikan pengumuman',
  'lead.change.officerThanked.v1': 'ucapan terima kasih',
  'lead.change.thanksSeen.v1': 'ucapan terima kasih yang sudah dibaca',
} as const;
