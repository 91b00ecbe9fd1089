/**
 * A PDF as somebody scanned it. It is kept as it is up to its end, for changing it would break signatures; nothing in it is
 * unpacked here, so there is nothing to blow up. What was appended behind the end (another file) is cut off.
 */
const tail = 2048;
const endMark = '%%EOF';

/** `null`: its structure cannot be followed from the end to its table. */
export function cleanPdf(bytes: Buffer): Buffer | null {
  if (!/^%PDF-[12]\.\d/u.test(bytes.toString('latin1', 0, 8))) return null;
  const mark = bytes.lastIndexOf(endMark);
  if (mark === -1) return null;
  const end = mark + endMark.length;
  const [, offset] = /startxref\s+(\d{1,10})\s+$/u.exec(bytes.toString('latin1', Math.max(0, mark - tail), mark)) ?? [];
  if (offset === undefined || Number(offset) >= mark) return null;
  // A cross-reference table, or the stream that may stand for it.
  const isTable = /^\s*(?:xref\s|\d+\s+\d+\s+obj)/u.test(bytes.toString('latin1', Number(offset), Number(offset) + 40));
  return isTable ? Buffer.concat([bytes.subarray(0, end), Buffer.from('\n')]) : null;
}
