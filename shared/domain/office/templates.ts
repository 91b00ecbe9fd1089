import type { Output } from '../../rpc/contract.ts';

/** A service to start from: everything of a catalogue entry but its ids. */
export type ServiceTemplate = Output<'office.serviceTemplates'>[number];

type Text = readonly [id: string, en: string];
const text = ([id, en]: Text) => ({ id, en });
const nothing: Text = ['', ''];
const gratis = 0;

const paper = (title: Text, whereToGet: Text = nothing) => ({ title: text(title), whereToGet: text(whereToGet) });

const familyCard = paper(['Kartu Keluarga (KK)', 'Family card (KK)']);
const familyCardCopy = paper(['Fotokopi KK', 'Copy of the family card (KK)']);
const parentsIds = paper(['KTP-el orang tua', "Parents' identity cards (KTP-el)"]);

const receive: Text = [
  'Serahkan berkas di loket; petugas memeriksa kelengkapan; terima tanda terima berkas; ambil hasil pada tanggal yang tertulis.',
  'Hand in the papers at the counter; the officer checks them; get a receipt; collect the result on the date written there.',
];
const wait: Text = [
  'Serahkan berkas di loket; petugas memproses selagi Anda menunggu; terima hasilnya di loket yang sama.',
  'Hand in the papers at the counter; the officer handles them while you wait; get the result at the same counter.',
];

interface Entry {
  readonly key: string;
  readonly prefix: string;
  readonly title: Text;
  readonly requirements: ServiceTemplate['requirements'];
  readonly duration: ServiceTemplate['duration'];
  readonly product: Text;
  readonly mean: number;
  readonly target: number;
}

const template = ({ key, prefix, title, requirements, duration, product, mean, target }: Entry): ServiceTemplate => ({
  key,
  prefix,
  title: text(title),
  requirements,
  procedure: text(duration.unit === 'minutes' ? wait : receive),
  duration,
  fee: gratis,
  product: text(product),
  meanServiceMinutes: mean,
  targetWaitMinutes: target,
});

const workingDays = (value: number) => ({ unit: 'workingDays' as const, value });
const minutes = (value: number) => ({ unit: 'minutes' as const, value });

/**
 * The catalogue of DOMAIN section 2: real services of a population office with requirements, duration and fee. Mean
 * minutes at the counter are first guesses; an office measures its own.
 */
export const serviceTemplates: readonly ServiceTemplate[] = [
  template({
    key: 'ktpLost',
    prefix: 'A',
    title: ['KTP-el hilang', 'Lost identity card (KTP-el)'],
    requirements: [
      paper(['Surat kehilangan dari polisi', 'Loss report from the police'], ['Kantor polisi terdekat', 'Nearest police station']),
      familyCard,
    ],
    duration: workingDays(14),
    product: ['KTP-el', 'Identity card (KTP-el)'],
    mean: 6,
    target: 30,
  }),
  template({
    key: 'ktpDamaged',
    prefix: 'B',
    title: ['KTP-el rusak', 'Damaged identity card (KTP-el)'],
    requirements: [paper(['KTP-el lama', 'Old identity card (KTP-el)']), familyCard],
    duration: workingDays(14),
    product: ['KTP-el', 'Identity card (KTP-el)'],
    mean: 5,
    target: 30,
  }),
  template({
    key: 'familyCardChange',
    prefix: 'C',
    title: ['KK perubahan data', 'Change of the family card (KK)'],
    requirements: [
      paper(['KK lama', 'Old family card (KK)']),
      paper(
        ['Bukti perubahan', 'Proof of the change'],
        ['Instansi penerbit: KUA, sekolah, rumah sakit, atau pengadilan', 'Whoever issued it: KUA, school, hospital or court'],
      ),
    ],
    duration: minutes(15),
    product: ['Kartu Keluarga', 'Family card (KK)'],
    mean: 15,
    target: 45,
  }),
  template({
    key: 'birthCertificate',
    prefix: 'D',
    title: ['Akta kelahiran', 'Birth certificate'],
    requirements: [
      paper(['Surat keterangan lahir', 'Statement of birth'], ['Rumah sakit, puskesmas, atau bidan', 'Hospital, health centre or midwife']),
      parentsIds,
      familyCard,
      paper(
        ['Buku/akta nikah (SPTJM bila tidak ada)', 'Marriage book or certificate (SPTJM if there is none)'],
        ['KUA atau Dinas Dukcapil; formulir SPTJM di loket', 'KUA or civil registry; SPTJM form at the counter'],
      ),
    ],
    duration: workingDays(3),
    product: ['Kutipan akta kelahiran', 'Birth certificate'],
    mean: 10,
    target: 45,
  }),
  template({
    key: 'deathCertificate',
    prefix: 'E',
    title: ['Akta kematian', 'Death certificate'],
    requirements: [
      paper(['Formulir F-2.01', 'Form F-2.01'], ['Meja informasi', 'Information desk']),
      paper(['Surat keterangan kematian', 'Statement of death'], ['Rumah sakit atau kelurahan/desa', 'Hospital or village office']),
      familyCard,
      paper(['KTP-el', 'Identity card (KTP-el)']),
      paper(['2 saksi', '2 witnesses']),
    ],
    duration: workingDays(14),
    product: ['Kutipan akta kematian', 'Death certificate'],
    mean: 10,
    target: 45,
  }),
  template({
    key: 'movingOut',
    prefix: 'F',
    title: ['Pindah keluar (SKPWNI)', 'Moving out (SKPWNI)'],
    requirements: [paper(['Formulir F-1.03', 'Form F-1.03'], ['Meja informasi', 'Information desk']), familyCardCopy],
    duration: workingDays(3),
    product: ['SKPWNI', 'Certificate of moving (SKPWNI)'],
    mean: 8,
    target: 30,
  }),
  template({
    key: 'movingIn',
    prefix: 'G',
    title: ['Pindah datang', 'Moving in'],
    requirements: [
      paper(
        ['SKPWNI dari daerah asal', 'Certificate of moving (SKPWNI) from the former district'],
        ['Dinas Dukcapil daerah asal', 'Civil registry of the former district'],
      ),
      paper(['KTP-el/KIA', 'Identity card or child identity card (KTP-el/KIA)']),
    ],
    duration: workingDays(3),
    product: ['KK dan KTP-el alamat baru', 'Family card and identity card with the new address'],
    mean: 8,
    target: 30,
  }),
  template({
    key: 'domicileLetter',
    prefix: 'H',
    title: ['Surat keterangan domisili', 'Letter of domicile'],
    requirements: [
      paper(['Pengantar RT/RW', 'Letter of the neighbourhood (RT/RW)'], ['Ketua RT/RW setempat', 'Your head of RT/RW']),
      paper(['Fotokopi KTP dan KK', 'Copies of identity card and family card']),
    ],
    duration: minutes(10),
    product: ['Surat keterangan domisili', 'Letter of domicile'],
    mean: 10,
    target: 30,
  }),
  template({
    key: 'businessPermit',
    prefix: 'J',
    title: ['Pendampingan OSS/NIB', 'Help with a business permit (OSS/NIB)'],
    requirements: [
      paper(['KTP', 'Identity card (KTP)']),
      paper(['NIK', 'Population number (NIK)']),
      paper(['NPWP', 'Tax number (NPWP)'], ['Kantor pajak atau pajak.go.id', 'Tax office or pajak.go.id']),
      paper(['Alamat email', 'Email address']),
      paper(['Nomor HP', 'Mobile number']),
    ],
    duration: minutes(60),
    product: ['Nomor Induk Berusaha (NIB)', 'Business number (NIB)'],
    mean: 45,
    target: 60,
  }),
];
