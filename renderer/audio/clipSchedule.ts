import type { ClipName } from '../../shared/domain/queue/announcement.ts';

/** A clip with its place in time, seconds from the beginning of the announcement. */
export interface Scheduled<Buffer> {
  readonly buffer: Buffer;
  readonly at: number;
}

/** Silence after a clip, seconds: a sentence has a breath after the chime and before "silakan". */
function pauseAfter(name: ClipName, next: ClipName | undefined): number {
  if (next === undefined) return 0;
  if (name === 'chime') return 0.1;
  if (next === 'silakan-menuju-loket') return 0.3;
  return name.startsWith('letter-') ? 0.12 : 0.05;
}

/** Clips that carry no number: an announcement without them is still right. */
const dispensable: ReadonlySet<ClipName> = new Set<ClipName>(['chime', 'nomor-antrean', 'silakan-menuju-loket']);

/**
 * Lays the clips one behind the other. A clip that could not be loaded (`null`) is left out; when it carries part of a
 * number the whole sentence is left out and only the chime sounds: a wrong number is worse than none.
 */
export function scheduleClips<Buffer extends { readonly duration: number }>(
  clips: readonly (readonly [ClipName, Buffer | null])[],
): { readonly sounds: readonly Scheduled<Buffer>[]; readonly seconds: number; readonly complete: boolean } {
  const broken = clips.some(([name, buffer]) => buffer === null && !dispensable.has(name));
  const usable = clips.flatMap(([name, buffer]) => (buffer === null || (broken && name !== 'chime') ? [] : [{ name, buffer }]));
  let at = 0;
  const sounds = usable.map(({ name, buffer }, index) => {
    const start = at;
    at = start + buffer.duration + pauseAfter(name, usable[index + 1]?.name);
    return { buffer, at: start };
  });
  return { sounds, seconds: at, complete: !broken };
}
