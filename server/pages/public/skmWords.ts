import type { SkmElement } from '../../../shared/domain/satisfaction/skm.ts';
import type { Language } from '../../../shared/domain/values.ts';

interface Question {
  readonly name: string;
  readonly question: string;
  /** What stands for 1, 2, 3 and 4. */
  readonly answers: readonly [string, string, string, string];
}

/** The nine questions with each element's own four answers, as the questionnaire of Permenpan 14/2017 words them. */
export const skmWords: Readonly<Record<Language, Readonly<Record<SkmElement, Question>>>> = {
  id: {
    requirements: {
      name: 'Persyaratan',
      question: 'Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
      answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
    },
    procedure: {
      name: 'Prosedur',
      question: 'Bagaimana pemahaman Anda tentang kemudahan prosedur pelayanan di unit ini?',
      answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
    },
    time: {
      name: 'Waktu',
      question: 'Bagaimana pendapat Anda tentang kecepatan waktu dalam memberikan pelayanan?',
      answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
    },
    fee: {
      name: 'Biaya',
      question: 'Bagaimana pendapat Anda tentang kewajaran biaya atau tarif dalam pelayanan?',
      answers: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
    },
    product: {
      name: 'Produk',
      question: 'Bagaimana pendapat Anda tentang kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?',
      answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
    },
    competence: {
      name: 'Kompetensi petugas',
      question: 'Bagaimana pendapat Anda tentang kemampuan petugas dalam pelayanan?',
      answers: ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
    },
    behaviour: {
      name: 'Perilaku petugas',
      question: 'Bagaimana pendapat Anda tentang kesopanan dan keramahan petugas?',
      answers: ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
    },
    complaints: {
      name: 'Penanganan pengaduan',
      question: 'Bagaimana pendapat Anda tentang penanganan pengaduan pengguna layanan?',
      answers: ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
    },
    facilities: {
      name: 'Sarana dan prasarana',
      question: 'Bagaimana pendapat Anda tentang kualitas sarana dan prasarana?',
      answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
    },
  },
  en: {
    requirements: {
      name: 'Requirements',
      question: 'Do the requirements fit the kind of service?',
      answers: ['They do not fit', 'They hardly fit', 'They fit', 'They fit very well'],
    },
    procedure: {
      name: 'Procedure',
      question: 'How easy is the procedure of the service here?',
      answers: ['Not easy', 'Less easy', 'Easy', 'Very easy'],
    },
    time: {
      name: 'Time',
      question: 'How quickly is the service given?',
      answers: ['Not quickly', 'Less quickly', 'Quickly', 'Very quickly'],
    },
    fee: {
      name: 'Fee',
      question: 'How fair is the fee of the service?',
      answers: ['Very expensive', 'Rather expensive', 'Cheap', 'Free of charge'],
    },
    product: {
      name: 'Result',
      question: 'Does the result fit what the service standard promises?',
      answers: ['It does not fit', 'It hardly fits', 'It fits', 'It fits very well'],
    },
    competence: {
      name: 'Competence of officers',
      question: 'How competent are the officers in their service?',
      answers: ['Not competent', 'Less competent', 'Competent', 'Very competent'],
    },
    behaviour: {
      name: 'Behaviour of officers',
      question: 'How polite and friendly are the officers?',
      answers: ['Not polite and friendly', 'Less polite and friendly', 'Polite and friendly', 'Very polite and friendly'],
    },
    complaints: {
      name: 'Handling of complaints',
      question: 'How are complaints of users handled?',
      answers: ['Not at all', 'There is a way, but it does not work', 'It works, but not fully', 'It is managed well'],
    },
    facilities: {
      name: 'Facilities',
      question: 'How good are the rooms and facilities?',
      answers: ['Bad', 'Fair', 'Good', 'Very good'],
    },
  },
};
