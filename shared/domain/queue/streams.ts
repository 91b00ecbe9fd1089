/** Names of the queue's streams: the main one of an office day, and one for each station that worked cut off on it. */

const area = 'queue/';

/** What the lead decides, for all. */
export const mainStream = (date: string): string => `${area}${date}`;

/** What a station decides in own-only mode, until the lead has merged it into the main stream. */
export const branchStream = (date: string, stationId: string): string => `${area}${date}@${stationId}`;

export interface QueueStream {
  readonly date: string;
  /** The station whose branch it is; `null` is the main stream. */
  readonly stationId: string | null;
}

/** Which stream a name stands for; `null` when it is another area's. */
export function parseQueueStream(stream: string): QueueStream | null {
  if (!stream.startsWith(area)) return null;
  const [date = '', stationId = null] = stream.slice(area.length).split('@');
  return { date, stationId };
}
