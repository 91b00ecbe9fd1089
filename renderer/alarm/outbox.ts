import { type WindowMessage, windowMessage } from '../../shared/alarm/protocol.ts';

export type PressMessage = Extract<WindowMessage, { t: 'press' }>;
export type ActMessage = Extract<WindowMessage, { t: 'act' }>;

export interface Kept<Message> {
  readonly message: Message;
  /** When it was done, by this window's clock. */
  readonly since: number;
}

/** What was pressed and has not arrived: on the disk of this computer, so that neither a reload nor a power cut loses it. */
export interface Outbox {
  presses(): readonly Kept<PressMessage>[];
  acts(): readonly Kept<ActMessage>[];
  keep(message: PressMessage | ActMessage, since: number): void;
  drop(message: PressMessage | ActMessage): void;
}

/** One entry a message: tabs of one browser share the storage and must not overwrite each other's. */
const prefix = 'loket.alarm.out.';
/** A call of another working day is not repeated: whoever starts the computer then is not in danger. */
const keptForMs = 12 * 60 * 60_000;

export function openOutbox(storage: Storage, now: number): Outbox {
  const kept = new Map<string, Kept<PressMessage | ActMessage>>();
  for (const key of Object.keys(storage).filter((name) => name.startsWith(prefix))) {
    const entry = parse(storage.getItem(key));
    if (entry !== null && now - entry.since < keptForMs) kept.set(key, entry);
    else storage.removeItem(key);
  }
  const all = () => [...kept.values()].toSorted((a, b) => a.since - b.since);
  return {
    presses: () => all().filter((entry): entry is Kept<PressMessage> => entry.message.t === 'press'),
    acts: () => all().filter((entry): entry is Kept<ActMessage> => entry.message.t === 'act'),
    keep(message, since) {
      kept.set(keyOf(message), { message, since });
      try {
        storage.setItem(keyOf(message), JSON.stringify({ message, since }));
      } catch (error) {
        // The browser's storage is full: the call goes out all the same, it only does not survive a reload.
        console.warn('A security call could not be kept in this browser', error);
      }
    },
    drop(message) {
      kept.delete(keyOf(message));
      storage.removeItem(keyOf(message));
    },
  };
}

const keyOf = (message: PressMessage | ActMessage) => `${prefix}${message.t === 'press' ? message.alarmId : message.entryId}`;

function parse(text: string | null): Kept<PressMessage | ActMessage> | null {
  try {
    const { message, since } = JSON.parse(text ?? '') as { message: unknown; since: unknown };
    const parsed = windowMessage.safeParse(message);
    if (!parsed.success || typeof since !== 'number') return null;
    return parsed.data.t === 'press' || parsed.data.t === 'act' ? { message: parsed.data, since } : null;
  } catch {
    // Written by another version of the program, or damaged: nothing that could be sent.
    return null;
  }
}
