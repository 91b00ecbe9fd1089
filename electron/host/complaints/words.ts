/** Indonesian and English words that say nothing about the matter of a complaint. */
const fillers = new Set(
  (
    'yang dan di ke dari untuk dengan pada ini itu ada tidak bukan belum sudah telah akan bisa dapat harus saya kami kita mereka dia anda bapak ibu ' +
    'adalah ialah juga lagi saja karena sebab agar supaya tetapi tapi atau jika kalau maka oleh dalam luar atas bawah sampai hingga sejak saat ketika ' +
    'waktu hari tadi kemarin besok sangat sekali lebih paling masih hanya cuma pernah selalu sering mohon tolong minta diminta katanya petugas loket ' +
    'kantor pelayanan pengaduan the and for with that this was were are not have has had but you they from there their what when where office officer'
  ).split(' '),
);

/** A word longer than this is cut: nobody looks for the rest. */
const longest = 40;
const mostWords = 24;

/** Letters and digits, each accent a part of its letter. */
const plainWords = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  ),
];

/** The words of a text as the index sees them: letters and digits only, at most a few dozen. */
export const wordsOf = (text: string): readonly string[] =>
  plainWords(text)
    .map((word) => word.slice(0, longest))
    .slice(0, mostWords);

/** Words that tell what a text is about. */
export const significantWords = (text: string): readonly string[] =>
  plainWords(text)
    .filter((word) => word.length >= 4 && !fillers.has(word))
    .map((word) => word.slice(0, longest))
    .slice(0, 2 * mostWords);
