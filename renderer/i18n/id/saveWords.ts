/** Whether what is typed is on disk. */
export const saveWords = {
  'save.untouched': 'Setiap isian tersimpan sendiri',
  'save.saving': 'Menyimpan …',
  'save.late': 'Belum tersimpan: Loket belum menjawab. Isian tetap di layar ini.',
  'save.saved': 'Tersimpan {{time}}',
  'save.failed': 'Belum tersimpan. Isian tetap di layar ini dan dicoba lagi terus. Jangan tutup jendela ini.',
};
