import type { NoticeStep } from '../outbox/changes.ts';

export interface NoticeAbout {
  readonly step: NoticeStep;
  readonly number: string;
  readonly officeName: string;
  /** Where it can be followed. */
  readonly followUrl: string;
}

export interface NoticeWords {
  readonly subject: string;
  readonly text: string;
}

/**
 * What a person is told: what happened, the number and where to follow it, short enough for an SMS. Never the PIN, the NIK or a
 * word of the complaint: a message is read on a screen that others see, and by those who carry it.
 */
export function noticeWords({ step, number, officeName, followUrl }: NoticeAbout): NoticeWords {
  const { subject, happened, next } = words[step];
  return {
    subject: `${number}: ${subject}`,
    text: `${officeName}: ${happened(number)} ${next} ${followUrl} (siapkan nomor dan PIN pada tanda terima)`,
  };
}

interface Words {
  readonly subject: string;
  readonly happened: (number: string) => string;
  readonly next: string;
}

const words: Readonly<Record<NoticeStep, Words>> = {
  received: {
    subject: 'pengaduan diterima',
    happened: (number) => `pengaduan ${number} telah kami terima.`,
    next: 'Ikuti perkembangannya di',
  },
  completionRequested: {
    subject: 'pengaduan perlu dilengkapi',
    happened: (number) => `pengaduan ${number} perlu dilengkapi.`,
    next: 'Lengkapi di loket atau di',
  },
  asked: {
    subject: 'ada pertanyaan tentang pengaduan',
    happened: (number) => `ada pertanyaan tentang pengaduan ${number}.`,
    next: 'Baca dan jawab di loket atau di',
  },
  answered: {
    subject: 'pengaduan ditanggapi',
    happened: (number) => `pengaduan ${number} telah ditanggapi.`,
    next: 'Baca dan balas di',
  },
  closed: {
    subject: 'pengaduan selesai',
    happened: (number) => `pengaduan ${number} telah selesai.`,
    next: 'Nilai layanan kami atau buka kembali di',
  },
  documentReady: {
    subject: 'berkas siap diambil',
    happened: (number) => `berkas ${number} siap diambil di loket.`,
    next: 'Lihat di',
  },
};
