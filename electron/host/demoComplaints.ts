import { type ComplaintForm, emptyForm } from '../../shared/domain/complaints/form.ts';
import { defaultComplaintRules } from '../../shared/domain/complaints/rules.ts';
import type { ComplaintChannel } from '../../shared/domain/complaints/types.ts';
import { demoSender, type Send } from './demo.ts';
import type { Host } from './startHost.ts';

interface Told {
  readonly daysAgo: DaysAgo;
  readonly title: string;
  readonly chronology: string;
  readonly channel?: ComplaintChannel;
  readonly who: Partial<ComplaintForm['identity']>;
  readonly class: Partial<ComplaintForm['classification']>;
  /** Part of the title of the service it is about. */
  readonly service?: string;
  readonly place?: string;
  readonly temporary?: string;
  /** Not the office's remit: passed on to this one. */
  readonly referredTo?: string;
  /** Three fields, answered on the spot. */
  readonly short?: true;
  /** What happened to it afterwards; on the day of the step before it unless it says another one. */
  readonly life?: readonly (Step & { readonly daysAgo?: DaysAgo })[];
}
/** The days on which something happens in the demo; on each of them somebody has to log in. */
const days = [40, 16, 6, 0] as const;
type DaysAgo = (typeof days)[number];
type Step =
  | { readonly do: 'verify'; readonly tag: 'procedural' | 'technical' | 'behaviour' }
  | { readonly do: 'assign'; readonly unit: string; readonly to?: string }
  | { readonly do: 'requestCompletion' | 'recordMeasure' | 'askComplainant' | 'reopen'; readonly text: string }
  | { readonly do: 'answer'; readonly text: string; readonly written: boolean }
  | { readonly do: 'close'; readonly text: string };

/** Units of the office's default list. */
const [counters = '', technology = '', personnel = ''] = defaultComplaintRules.units.map(({ id }) => id);
const category = (place: number) => defaultComplaintRules.categories[place]?.id ?? null;

const officer = 'Sari Wulandari';
const supervisor = 'Dewi Lestari';

/** What a small office hears in six weeks; invented people. In the order of receipt. */
const heard: readonly Told[] = [
  {
    daysAgo: 40,
    title: 'Nama di akta kelahiran salah tulis',
    chronology: 'Nama anak saya tertulis kurang satu huruf. Berkas asli benar.',
    who: { name: 'Fitri Handayani', phone: '0812 5550 1006', address: 'Jalan Kenanga 12' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'medium' },
    service: 'Akta kelahiran',
    life: [
      { do: 'verify', tag: 'technical' },
      { do: 'assign', unit: counters },
      { do: 'recordMeasure', text: 'Akta dicetak ulang dan ditandatangani.' },
      { do: 'answer', text: 'Akta yang benar sudah dapat diambil di loket 2.', written: true, daysAgo: 16 },
      { do: 'close', text: 'Akta sudah diterima.' },
    ],
  },
  {
    daysAgo: 40,
    title: 'Jam istirahat loket tidak ditulis di pintu',
    chronology: 'Datang jam dua belas, semua loket tutup. Tidak ada tulisan kapan buka lagi.',
    channel: 'socialMedia',
    who: { name: 'Yusuf Maulana', phone: '0812 5550 1011' },
    class: { type: 'policy', categoryId: category(7), unitId: counters, class: 'aspiration', urgency: 'low', impact: 'medium' },
    life: [
      { do: 'verify', tag: 'procedural' },
      { do: 'answer', text: 'Jam pelayanan dan jam istirahat sekarang tertulis di pintu dan di papan.', written: false },
    ],
  },
  {
    daysAgo: 40,
    title: 'Blanko KTP habis tanpa pemberitahuan',
    chronology: 'Antre dari jam tujuh, baru di loket diberi tahu blanko KTP habis. Tidak ada pengumuman di pintu.',
    channel: 'lapor',
    who: { name: 'Yuliana Wati', phone: '0812 5550 1002', email: 'yuliana@contoh.example' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'medium' },
    service: 'KTP-el hilang',
    place: 'Loket 1',
    life: [
      { do: 'verify', tag: 'procedural' },
      { do: 'assign', unit: counters, to: officer },
    ],
  },
  {
    daysAgo: 40,
    title: 'Diminta membayar untuk surat domisili',
    chronology: 'Seseorang di parkiran menawarkan surat domisili selesai sehari dengan membayar dua ratus ribu.',
    channel: 'letter',
    who: { name: 'Warga', anonymous: true },
    class: { type: 'ethics', categoryId: category(6), unitId: personnel, class: 'supervised', urgency: 'high', impact: 'high' },
    place: 'Tempat parkir',
    life: [
      { do: 'verify', tag: 'behaviour' },
      { do: 'requestCompletion', text: 'Mohon sebutkan hari, jam, dan ciri-ciri orang itu.' },
    ],
  },
  {
    daysAgo: 40,
    title: 'Alamat di kartu keluarga salah lagi setelah diperbaiki',
    chronology: 'Nomor rumah sudah dua kali salah. Setiap kali harus mengambil nomor antrean baru.',
    who: { name: 'Hartono', nik: '3273012503710004', phone: '0812 5550 1012', address: 'Jalan Anggrek 8' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'low' },
    service: 'KK perubahan data',
    life: [
      { do: 'verify', tag: 'technical' },
      { do: 'answer', text: 'Kartu keluarga sudah dicetak dengan alamat yang benar.', written: false },
      { do: 'close', text: 'Kartu keluarga diambil.', daysAgo: 16 },
      { do: 'reopen', text: 'Pengadu datang lagi: kode pos masih salah.', daysAgo: 6 },
    ],
  },
  {
    daysAgo: 16,
    title: 'KTP-el belum jadi setelah lima minggu',
    chronology: 'Sudah tiga kali datang. Dijanjikan 14 hari kerja, sekarang lima minggu. Di loket selalu dijawab blanko habis.',
    who: { name: 'Slamet Riyadi', nik: '3273011708640003', phone: '0812 5550 1001', address: 'Jalan Melati 5' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'high', impact: 'medium' },
    service: 'KTP-el hilang',
    temporary: 'Surat keterangan pengganti KTP dicetak hari ini.',
    life: [
      { do: 'verify', tag: 'procedural' },
      { do: 'assign', unit: counters, to: officer },
      { do: 'recordMeasure', text: 'Blanko dipinjam dari kecamatan, pencetakan dijadwalkan besok pagi.', daysAgo: 6 },
    ],
  },
  {
    daysAgo: 16,
    title: 'Aplikasi antrean menolak NIK saya',
    chronology: 'NIK benar tetapi aplikasi menulis data tidak ditemukan. Sudah dicoba tiga hari.',
    channel: 'email',
    who: { name: 'Lestari Ningsih', phone: '0812 5550 1005', email: 'lestari@contoh.example' },
    class: { type: 'technical', categoryId: category(0), unitId: technology, urgency: 'medium', impact: 'medium' },
    life: [
      { do: 'verify', tag: 'technical' },
      { do: 'assign', unit: technology },
      { do: 'answer', text: 'NIK sudah disinkronkan dengan pusat data. Silakan coba kembali.', written: false, daysAgo: 6 },
    ],
  },
  {
    daysAgo: 16,
    title: 'Sertifikat tanah belum keluar',
    chronology: 'Sudah setahun mengurus sertifikat tanah dan tidak tahu harus bertanya ke mana.',
    who: { name: 'Sumarni', phone: '0812 5550 1013', address: 'Gang Mawar 3' },
    class: { type: 'administrative', categoryId: category(7), unitId: counters, urgency: 'low', impact: 'low' },
    referredTo: 'Kantor Pertanahan Kota Contoh',
  },
  {
    daysAgo: 6,
    title: 'Petugas membentak ibu saya',
    chronology: 'Petugas membentak ibu saya di depan orang banyak. Ibu berusia 70 tahun dan tidak mendengar panggilan.',
    who: { name: 'Rahmat Hidayat', phone: '0812 5550 1004', confidential: true },
    class: { type: 'ethics', categoryId: category(6), unitId: personnel, urgency: 'high', impact: 'high' },
    place: 'Loket 2',
    life: [
      { do: 'verify', tag: 'behaviour' },
      { do: 'assign', unit: personnel },
    ],
  },
  {
    daysAgo: 6,
    title: 'Blanko KTP habis lagi',
    chronology: 'Minggu lalu blanko KTP habis, hari ini habis lagi. Saya izin kerja dua kali untuk urusan yang sama.',
    channel: 'phone',
    who: { name: 'Bambang Sutrisno', phone: '0812 5550 1003' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'low' },
    service: 'KTP-el hilang',
    place: 'Loket 1',
  },
  {
    daysAgo: 6,
    title: 'Kursi roda tidak ada di pintu masuk',
    chronology: 'Ibu saya memakai tongkat. Kursi roda tidak ada dan jalan landai terhalang sepeda motor.',
    who: { name: 'Darmawan', phone: '0812 5550 1007' },
    class: { type: 'service', categoryId: category(5), unitId: counters, class: 'aspiration', urgency: 'low', impact: 'medium' },
  },
  {
    daysAgo: 6,
    title: 'Menunggu dua jam untuk mengambil dokumen',
    chronology: 'Hanya mengambil dokumen yang sudah jadi, tetapi antre bersama yang mendaftar.',
    who: { name: 'Novita Sari', phone: '0812 5550 1008' },
    class: { type: 'service', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'low' },
    life: [
      { do: 'verify', tag: 'procedural' },
      { do: 'askComplainant', text: 'Jam berapa Ibu mengambil nomor antrean?' },
    ],
  },
  {
    daysAgo: 0,
    title: 'Syarat pindah datang berbeda di papan dan di loket',
    chronology: 'Di papan tertulis tiga syarat, di loket diminta lima.',
    who: { name: 'Agung Nugroho', phone: '0812 5550 1009' },
    class: {
      type: 'administrative',
      categoryId: category(0),
      unitId: counters,
      class: 'informationRequest',
      urgency: 'low',
      impact: 'low',
    },
    service: 'Pindah datang',
  },
  {
    daysAgo: 0,
    title: 'Tidak ada yang tahu kapan blanko KTP datang',
    chronology: 'Ditanya di tiga loket, jawabannya berbeda-beda. Ada yang bilang besok, ada yang bilang bulan depan.',
    who: { name: 'Ningsih Rahayu', nik: '3273015209800006', phone: '0812 5550 1010' },
    class: { type: 'administrative', categoryId: category(0), unitId: counters, urgency: 'medium', impact: 'medium' },
    service: 'KTP-el hilang',
  },
  {
    daysAgo: 0,
    title: 'Suara panggilan terlalu pelan',
    chronology: 'Di deretan belakang nomor yang dipanggil tidak terdengar.',
    who: {},
    class: {},
    temporary: 'Suara papan antrean dinaikkan dan dicoba bersama pengadu.',
    short: true,
  },
];

/** One thing that somebody does on a day. */
interface Act {
  readonly daysAgo: DaysAgo;
  readonly by: string;
  run(send: Send): Promise<unknown>;
}

/**
 * Complaints of the demo, through the real commands: the supervisor takes and handles them, the officer those of today. `goTo`
 * moves the host's clock to so many days ago, never back; without it everything is of now. Only right after
 * `seedDemoOffice` made the office.
 */
export async function seedDemoComplaints(
  host: Pick<Host, 'router' | 'services'>,
  goTo: (daysAgo: number) => void = () => {},
): Promise<void> {
  const acts = heard.flatMap((told) => actsOf(told, host));
  for (const daysAgo of days) {
    goTo(daysAgo);
    for (const name of [supervisor, officer]) {
      const theirs = acts.filter((act) => act.daysAgo === daysAgo && act.by === name);
      if (theirs.length === 0) continue;
      const { send, end } = await demoSender(host, name);
      for (const { run } of theirs) await run(send);
      await end();
    }
  }
}

function actsOf(told: Told, host: Pick<Host, 'services'>): readonly Act[] {
  const { engine, ports } = host.services;
  const complaintId = ports.random.uuid();
  const registering: Act = {
    daysAgo: told.daysAgo,
    by: told.daysAgo === 0 ? officer : supervisor,
    run(send) {
      const { services } = engine.states.office;
      const service = services.find(({ title }) => told.service !== undefined && title.id.includes(told.service));
      const form = formOf(told, ports.random.uuid(), service?.id ?? null);
      return send('complaint.register', { complaintId, channel: told.channel ?? 'counter', counterId: null, ticketId: null, form });
    },
  };
  let { daysAgo } = told;
  const steps = (told.life ?? []).map((step): Act => {
    daysAgo = step.daysAgo ?? daysAgo;
    return { daysAgo, by: supervisor, run: (send) => carryOut(send, step, complaintId, host) };
  });
  return [registering, ...steps];
}

function formOf(told: Told, personId: string, serviceId: string | null): ComplaintForm {
  const empty = emptyForm(personId);
  const { title, chronology, who, place = '', temporary = 'Dicatat dan diteruskan hari ini.' } = told;
  const referral = told.referredTo === undefined ? null : { office: told.referredTo, reason: 'Bukan kewenangan kantor ini.' };
  return {
    ...empty,
    kind: told.short === true ? 'short' : 'full',
    listen: { ...empty.listen, chronology, gist: title },
    identity: { ...empty.identity, consent: true, ...who },
    description: { ...empty.description, title, place },
    classification: { ...empty.classification, class: 'ordinary', ...told.class, serviceId },
    solution: { ...empty.solution, temporary, referral },
    confirmation: { ...empty.confirmation, readBack: true },
  };
}

/** Carries a step out as the supervisor. */
function carryOut(send: Send, step: Step, complaintId: string, { services: { engine, ports } }: Pick<Host, 'services'>): Promise<unknown> {
  const none = { complaintId, textId: ports.random.uuid(), text: '' };
  switch (step.do) {
    case 'verify':
      return send('complaint.verify', { ...none, tag: step.tag });
    case 'assign': {
      const staffId = engine.states.office.staff.find(({ name }) => name === step.to)?.id ?? null;
      return send('complaint.assign', { ...none, unitId: step.unit, staffId });
    }
    case 'requestCompletion':
      return send('complaint.requestCompletion', { ...none, text: step.text });
    case 'recordMeasure':
      return send('complaint.recordMeasure', { ...none, text: step.text });
    case 'askComplainant':
      return send('complaint.askComplainant', { ...none, text: step.text });
    case 'reopen':
      return send('complaint.reopen', { ...none, text: step.text });
    case 'answer':
      return send('complaint.answer', { ...none, text: step.text, written: step.written });
    case 'close':
      return send('complaint.close', { ...none, text: step.text, outcome: 'resolved' });
  }
}
