import type { Scenario } from './types.ts';

/** The seeds of training, from situations that offices have lived through. An office may word its own. */
export const defaultScenarios: readonly Scenario[] = [
  {
    scenarioId: 'ktp-lama',
    title: { id: 'KTP yang terlalu lama', en: 'The ID card that takes too long' },
    intro: {
      id: 'Seorang bapak datang untuk ketiga kalinya. KTP yang dijanjikan 14 hari kerja belum jadi setelah lima minggu. Suaranya meninggi.',
      en: 'A man comes for the third time. The ID card promised within 14 working days is not ready after five weeks. His voice rises.',
    },
    nodes: [
      {
        nodeId: 'mulai',
        text: {
          id: '“Saya sudah tiga kali ke sini! Kerja kalian ini apa?”',
          en: '“This is my third time here! What do you people do all day?”',
        },
        choices: [
          {
            text: {
              id: 'Dengarkan sampai selesai, lalu: “Bapak kecewa karena sudah tiga kali datang. Saya periksa sekarang.”',
              en: 'Listen to the end, then: “You are upset because you came three times. I will check it now.”',
            },
            points: 3,
            why: {
              id: 'Mendengar, menyebut perasaan, dan mengatakan langkah berikutnya.',
              en: 'Listens, names the feeling and says what happens next.',
            },
            next: 'periksa',
          },
          {
            text: {
              id: '“Itu bukan salah saya, Pak. Itu urusan bagian cetak.”',
              en: '“That is not my fault. The printing section does that.”',
            },
            points: -1,
            why: { id: 'Melempar kesalahan membuat orang merasa sendirian.', en: 'Passing on the blame leaves a person alone with it.' },
            next: 'marah',
          },
          {
            text: { id: '“Tolong jangan berteriak.”', en: '“Please do not shout.”' },
            points: 0,
            why: {
              id: 'Batas itu perlu, tetapi sebelum didengar terasa seperti ditolak.',
              en: 'A limit is needed, but before being heard it feels like a refusal.',
            },
            next: 'marah',
          },
        ],
      },
      {
        nodeId: 'marah',
        text: { id: 'Bapak itu memukul meja. Orang-orang menoleh.', en: 'The man hits the desk. People turn round.' },
        choices: [
          {
            text: {
              id: 'Suara rendah: “Saya ingin membantu. Kita duduk sebentar dengan pengawas saya, atau saya periksa dulu nomornya?”',
              en: 'Low voice: “I want to help. Shall we sit down with my supervisor, or shall I check the number first?”',
            },
            points: 3,
            why: { id: 'Menawarkan dua pilihan mengembalikan kendali.', en: 'Two choices give control back.' },
            next: 'periksa',
          },
          {
            text: { id: 'Diam dan menatap layar.', en: 'Say nothing and look at the screen.' },
            points: -2,
            why: { id: 'Tamu jangan pernah didiamkan.', en: 'A visitor must never be left unaddressed.' },
            next: 'periksa',
          },
        ],
      },
      {
        nodeId: 'periksa',
        text: {
          id: 'Ternyata data sudah direkam tetapi gagal dicetak.',
          en: 'It turns out that the data was recorded but printing failed.',
        },
        choices: [
          {
            text: {
              id: 'Minta maaf, catat pengaduan, beri surat keterangan sementara dan tanggal yang realistis.',
              en: 'Apologise, record a complaint, give a temporary certificate and a realistic date.',
            },
            points: 3,
            why: {
              id: 'Mengakui kesalahan, solusi sementara, dan janji yang dapat ditepati.',
              en: 'Admits the fault, a temporary solution and a promise that can be kept.',
            },
            next: null,
          },
          {
            text: { id: '“Besok pasti jadi.”', en: '“It will certainly be ready tomorrow.”' },
            points: -2,
            why: {
              id: 'Janji yang tidak pasti menjadi kedatangan keempat.',
              en: 'A promise that is not certain becomes the fourth visit.',
            },
            next: null,
          },
        ],
      },
    ],
  },
  {
    scenarioId: 'antrean-offline-lansia',
    title: { id: 'Antrean luring dengan pasien lansia', en: 'The offline queue with an elderly patient' },
    intro: {
      id: 'Mesin antrean mati. Seorang ibu lansia yang baru berobat sudah berdiri satu jam, dan dua orang yang datang belakangan dipanggil lebih dulu.',
      en: 'The queue machine is down. An elderly woman just out of treatment has stood for an hour, and two people who came later were called first.',
    },
    nodes: [
      {
        nodeId: 'mulai',
        text: { id: '“Saya dari tadi di sini. Kenapa mereka duluan?”', en: '“I have been here all the time. Why were they first?”' },
        choices: [
          {
            text: {
              id: 'Berdiri, ajak duduk: “Ibu sudah menunggu lama, itu melelahkan. Saya cek urutannya dan Ibu saya utamakan.”',
              en: 'Stand up, offer a seat: “You have waited long, that is tiring. I will check the order and give you priority.”',
            },
            points: 3,
            why: {
              id: 'Tempat duduk, perasaan, dan hak prioritas lansia (UU 25/2009 ps. 29).',
              en: 'A seat, the feeling, and the priority of the elderly (UU 25/2009 art. 29).',
            },
            next: 'orang-lain',
          },
          {
            text: { id: '“Mesinnya mati, Bu, jadi tunggu saja.”', en: '“The machine is down, so just wait.”' },
            points: -1,
            why: { id: 'Menjelaskan alat tidak menjawab orangnya.', en: 'Explaining the device does not answer the person.' },
            next: 'orang-lain',
          },
        ],
      },
      {
        nodeId: 'orang-lain',
        text: {
          id: 'Seorang bapak di belakang: “Kok dia didahulukan? Saya juga antre!”',
          en: 'A man behind her: “Why is she first? I am queueing too!”',
        },
        choices: [
          {
            text: {
              id: '“Lansia didahulukan, Bapak nomor berikutnya, kira-kira sepuluh menit. Ini nomor tulis tangannya.”',
              en: '“The elderly go first; you are next, about ten minutes. Here is your handwritten number.”',
            },
            points: 3,
            why: {
              id: 'Aturan, perkiraan, dan bukti urutan: semua orang tahu gilirannya.',
              en: 'The rule, an estimate and proof of the order: everybody knows their turn.',
            },
            next: null,
          },
          {
            text: { id: '“Bapak mengalah dong, kasihan.”', en: '“Be kind and give way.”' },
            points: 0,
            why: {
              id: 'Bukan belas kasihan, melainkan aturan; ia tetap perlu kepastian.',
              en: 'It is a rule, not pity; he still needs certainty.',
            },
            next: null,
          },
        ],
      },
    ],
  },
  {
    scenarioId: 'ancaman-pengacara',
    title: { id: 'Pengunjung yang mengancam dengan pengacara', en: 'The visitor who threatens a lawyer' },
    intro: {
      id: 'Permohonan ditolak sistem karena berkas kurang. “Saya bawa pengacara! Kalian saya tuntut!”',
      en: 'The system rejected an application because papers are missing. “I will bring my lawyer! I will sue you!”',
    },
    nodes: [
      {
        nodeId: 'mulai',
        text: { id: 'Ia merekam dengan ponsel dan menunjuk wajah Anda.', en: 'He films with his phone and points at your face.' },
        choices: [
          {
            text: {
              id: '“Itu hak Bapak. Kami tawarkan bertemu Bagian Hukum; sambil itu saya jelaskan dasar aturannya.”',
              en: '“That is your right. We offer a meeting with our legal section; meanwhile I explain the rule.”',
            },
            points: 3,
            why: {
              id: 'Ancaman hukum dijawab dengan tawaran Bagian Hukum dan dasar aturan.',
              en: 'A legal threat is answered with the legal section and the legal basis.',
            },
            next: 'tenang',
          },
          {
            text: { id: '“Silakan saja, kami tidak takut.”', en: '“Go ahead, we are not afraid.”' },
            points: -2,
            why: { id: 'Menantang balik menaikkan ketegangan.', en: 'Challenging back raises the tension.' },
            next: 'tegang',
          },
          {
            text: { id: '“Matikan kameranya!”', en: '“Switch that camera off!”' },
            points: -1,
            why: { id: 'Perebutan kuasa; bicaralah seolah selalu direkam.', en: 'A power struggle; speak as if always recorded.' },
            next: 'tegang',
          },
        ],
      },
      {
        nodeId: 'tegang',
        text: { id: 'Ia mendekat ke meja dan berteriak.', en: 'He comes close to the desk and shouts.' },
        choices: [
          {
            text: {
              id: 'Mundur selangkah, panggil petugas kedua, sebut batas: “Saya bantu bila kita bicara dari balik garis ini.”',
              en: 'Step back, call a second officer, name the limit: “I will help if we talk from behind this line.”',
            },
            points: 3,
            why: { id: 'Jarak, pendamping, dan batas dengan jalan keluar.', en: 'Distance, company, and a limit with a way out.' },
            next: 'tenang',
          },
          {
            text: { id: 'Dorong ia menjauh.', en: 'Push him away.' },
            points: -2,
            why: { id: 'Sentuhan mengubah kata-kata menjadi kekerasan.', en: 'Touch turns words into violence.' },
            next: 'tenang',
          },
        ],
      },
      {
        nodeId: 'tenang',
        text: { id: 'Ia duduk. “Jadi apa yang kurang?”', en: 'He sits down. “So what is missing?”' },
        choices: [
          {
            text: {
              id: 'Cetak slip kekurangan dan catat keluhannya sebagai pengaduan.',
              en: 'Print the slip of missing papers and record a complaint.',
            },
            points: 3,
            why: { id: 'Tertulis, jelas, dan dapat ditindaklanjuti.', en: 'In writing, clear, and something can follow.' },
            next: null,
          },
          {
            text: { id: '“Kan tadi sudah saya bilang.”', en: '“I have told you already.”' },
            points: -1,
            why: { id: 'Mengungkit membuka luka lagi.', en: 'Bringing it up opens the wound again.' },
            next: null,
          },
        ],
      },
    ],
  },
  {
    scenarioId: 'meja-dibanting',
    title: { id: 'Meja loket yang dibanting', en: 'The slammed counter' },
    intro: {
      id: 'Dua pengunjung bertengkar soal urutan. Salah satunya membanting tas ke meja loket dan menyumpah.',
      en: 'Two visitors quarrel about the order. One slams his bag on the counter and swears.',
    },
    nodes: [
      {
        nodeId: 'mulai',
        text: { id: 'Tas menghantam meja; monitor bergoyang.', en: 'The bag hits the desk; the monitor shakes.' },
        choices: [
          {
            text: {
              id: 'Tekan F12 dua kali, mundur, dan minta pengunjung lain menjauh.',
              en: 'Press F12 twice, step back and ask other visitors to move away.',
            },
            points: 3,
            why: {
              id: 'Membanting barang adalah kekerasan: keamanan dipanggil, bukan dihadapi sendiri.',
              en: 'Slamming things is violence: security is called, not faced alone.',
            },
            next: 'satpam',
          },
          {
            text: { id: 'Berdiri dan berteriak balik.', en: 'Stand up and shout back.' },
            points: -2,
            why: { id: 'Emosi dibalas emosi.', en: 'Emotion answered with emotion.' },
            next: 'satpam',
          },
          {
            text: { id: 'Melayani seperti tidak terjadi apa-apa.', en: 'Go on as if nothing happened.' },
            points: -1,
            why: { id: 'Orang lain di ruang ini juga perlu aman.', en: 'The others in the room must be safe too.' },
            next: 'satpam',
          },
        ],
      },
      {
        nodeId: 'satpam',
        text: { id: 'Satpam tiba. Ia mulai tenang.', en: 'The guard arrives. He calms down.' },
        choices: [
          {
            text: {
              id: 'Ajak ke ruang tenang, dengarkan kedua pihak bergantian, lalu isi laporan kejadian.',
              en: 'Lead them to the quiet room, hear both sides in turn, then write the incident report.',
            },
            points: 3,
            why: {
              id: 'Klarifikasi fakta dari kedua pihak, dan kejadian tercatat.',
              en: 'The facts from both sides, and the incident is on record.',
            },
            next: null,
          },
          {
            text: { id: 'Suruh langsung pulang tanpa bicara.', en: 'Send them home without a word.' },
            points: 0,
            why: { id: 'Aman untuk sekarang, tetapi akan kembali besok.', en: 'Safe for now, but it comes back tomorrow.' },
            next: null,
          },
        ],
      },
    ],
  },
];
