/** Words of complaints that the form, the list and the detail all say (DOMAIN section 4). */
export const complaintWords = {
  'complaintType.administrative': 'Administratif',
  'complaintType.service': 'Pelayanan',
  'complaintType.technical': 'Teknis',
  'complaintType.policy': 'Kebijakan',
  'complaintType.ethics': 'Etika',

  'complaintTag.procedural': 'Prosedural',
  'complaintTag.technical': 'Teknis',
  'complaintTag.behaviour': 'Perilaku petugas',

  'complaintClass.informationRequest': 'Permintaan informasi',
  'complaintClass.aspiration': 'Aspirasi',
  'complaintClass.ordinary': 'Pengaduan tidak berkadar pengawasan',
  'complaintClass.supervised': 'Pengaduan berkadar pengawasan',

  'complaintChannel.counter': 'Loket',
  'complaintChannel.phone': 'Telepon',
  'complaintChannel.letter': 'Surat',
  'complaintChannel.email': 'Surel',
  'complaintChannel.socialMedia': 'Media sosial',
  'complaintChannel.lapor': 'LAPOR!',

  'complaintLevel.low': 'Rendah',
  'complaintLevel.medium': 'Sedang',
  'complaintLevel.high': 'Tinggi',

  'complaintPriority.urgent': 'Mendesak',
  'complaintPriority.medium': 'Sedang',
  'complaintPriority.low': 'Rendah',

  'complaintStage.received': 'Diterima',
  'complaintStage.verified': 'Diverifikasi',
  'complaintStage.assigned': 'Didisposisikan',
  'complaintStage.inProgress': 'Ditindaklanjuti',
  'complaintStage.answered': 'Ditanggapi',
  'complaintStage.closed': 'Selesai',
  'complaintStage.waiting': 'Ditunda',
  'complaintStage.referred': 'Dirujuk',
  'complaintStage.reopened': 'Dibuka kembali',
  'complaintStage.merged': 'Digabungkan',
} as const;
