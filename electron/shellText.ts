import { unreachable } from '../shared/result.ts';
import type { StartFailure } from './hostProtocol.ts';
import type { KeyRefusal } from './keyStore.ts';

/** The few words of the shell itself: tray and dialogs. The screens have their own. */
const indonesian = {
  trayTip: 'Loket',
  openStaff: 'Buka loket',
  openKiosk: 'Buka kios',
  openBoard: 'Buka papan antrean',
  closeKiosk: 'Tutup kios',
  closeBoard: 'Tutup papan antrean',
  kioskDisplay: 'Layar kios',
  boardDisplay: 'Layar papan antrean',
  display: 'Layar',
  reload: 'Muat ulang semua layar',
  quit: 'Keluar',
  again: 'Coba lagi',
  hostCrashed: 'Loket berhenti berulang kali',
  hostCrashedDetail:
    'Semua yang sudah tersimpan tetap aman. Coba lagi; bila tetap gagal, mulai ulang komputer dan beri tahu administrator.',
  hostRefused: 'Loket tidak dapat dimulai',
  hostRefusedDetail: 'Tidak ada data yang dihapus. Beri tahu administrator kalimat berikut.',
  dataDirInUse: 'Loket lain sedang memakai data ini. Gunakan jendela itu, atau tutup dahulu.',
  newerDatabase: 'Data ini ditulis oleh Loket yang lebih baru. Tidak ada yang dibaca atau diubah; jalankan program yang lebih baru.',
  noKeyStore: 'Penyimpan kunci komputer ini tidak dapat dipakai',
  noKeyStoreDetail:
    'Tanpa itu data pribadi tidak dapat dilindungi. Tidak ada data yang diubah. Masuk ke komputer seperti biasa (bukan dari layanan), lalu coba lagi.',
  weakKeyStore: 'Komputer ini tidak punya penyimpan kunci yang aman',
  weakKeyStoreDetail:
    'Kunci data pribadi hanya akan dilindungi izin berkas. Pasang GNOME Keyring atau KWallet. Bila administrator menerima risiko ini, mulai sekali dengan --allow-weak-key-store; keputusan itu dicatat.',
  keysUnreadable: 'Kunci data tidak dapat dibuka',
  keysUnreadableDetail:
    'Mungkin pengguna komputer lain yang masuk, atau sistem dipasang ulang. Tidak ada data yang diubah. Masuk sebagai pengguna semula, atau pulihkan folder "keys" dari cadangan.',
} as const;

export type ShellText = Readonly<Record<keyof typeof indonesian, string>>;

const english: ShellText = {
  trayTip: 'Loket',
  openStaff: 'Open the counter',
  openKiosk: 'Open the kiosk',
  openBoard: 'Open the queue board',
  closeKiosk: 'Close the kiosk',
  closeBoard: 'Close the queue board',
  kioskDisplay: 'Display of the kiosk',
  boardDisplay: 'Display of the queue board',
  display: 'Display',
  reload: 'Reload every screen',
  quit: 'Quit',
  again: 'Try again',
  hostCrashed: 'Loket stopped again and again',
  hostCrashedDetail: 'Everything that was saved is safe. Try again; if it keeps failing, restart the computer and tell the administrator.',
  hostRefused: 'Loket cannot start',
  hostRefusedDetail: 'No data was deleted. Tell the administrator this sentence.',
  dataDirInUse: 'Another Loket is using this data. Use that window, or close it first.',
  newerDatabase: 'This data was written by a newer Loket. Nothing was read or changed; start the newer program.',
  noKeyStore: 'The key store of this computer cannot be used',
  noKeyStoreDetail:
    'Without it personal data cannot be protected. No data was changed. Log in to the computer as usual (not from a service), then try again.',
  weakKeyStore: 'This computer has no safe key store',
  weakKeyStoreDetail:
    'The keys of personal data would be protected by file permissions only. Install GNOME Keyring or KWallet. If an administrator accepts the risk, start once with --allow-weak-key-store; that decision is recorded.',
  keysUnreadable: 'The keys of the data cannot be opened',
  keysUnreadableDetail:
    'Perhaps another user is logged in, or the system was installed anew. No data was changed. Log in as the former user, or restore the folder "keys" from a backup.',
};

/** Indonesian, unless the computer speaks English. */
export const shellText = (locale: string): ShellText => (locale.toLowerCase().startsWith('en') ? english : indonesian);

export const shellTexts: readonly ShellText[] = [indonesian, english];

export interface Words {
  readonly message: string;
  readonly detail: string;
}

/** What a person reads when the keys cannot be used. */
export function keyRefusalWords(text: ShellText, refusal: KeyRefusal): Words {
  switch (refusal.type) {
    case 'noKeyStore':
      return { message: text.noKeyStore, detail: text.noKeyStoreDetail };
    case 'weakKeyStore':
      return { message: text.weakKeyStore, detail: text.weakKeyStoreDetail };
    case 'keysUnreadable':
      return { message: text.keysUnreadable, detail: text.keysUnreadableDetail };
    default:
      return unreachable(refusal);
  }
}

/** What a person reads when the host does not run: refused with a known reason, with another one, or crashed (`null`). */
export function startFailureWords(text: ShellText, failure: StartFailure | null): Words {
  if (failure === null) return { message: text.hostCrashed, detail: text.hostCrashedDetail };
  const known: Readonly<Record<string, string>> = { DataDirInUseError: text.dataDirInUse, NewerDatabaseError: text.newerDatabase };
  return { message: text.hostRefused, detail: known[failure.name] ?? `${text.hostRefusedDetail}\n\n${failure.message}` };
}
