import type { ClipName } from '../../shared/domain/queue/announcement.ts';

// As files, never as data: addresses, which the content security policy would refuse to fetch.
const files = import.meta.glob<string>('../../resources/sounds/*.ogg', { eager: true, query: '?url&no-inline', import: 'default' });

/** Address of a shipped clip; throws when it was not shipped. */
export function clipUrl(name: ClipName): string {
  const url = files[`../../resources/sounds/${name}.ogg`];
  if (url === undefined) throw new Error(`Clip ${name} is not shipped`);
  return url;
}

/** Fetches a shipped clip. */
export async function fetchClip(name: ClipName): Promise<ArrayBuffer> {
  const response = await fetch(clipUrl(name));
  if (!response.ok) throw new Error(`Clip ${name}: ${response.status}`);
  return response.arrayBuffer();
}
