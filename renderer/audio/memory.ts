import { z } from 'zod';
import { type Memory, noMemory } from './announcementQueue.ts';

const storageKey = 'loket.board.announced';
const memory = z.object({ date: z.string(), highest: z.number(), seen: z.array(z.string()) });

/** What this window announced before a reload. Each window has its own: two boards in one office both announce. */
export function loadMemory(storage: Storage = sessionStorage): Memory {
  const stored = storage.getItem(storageKey);
  if (stored === null) return noMemory;
  try {
    return memory.parse(JSON.parse(stored));
  } catch (error) {
    console.warn('The board forgot what it announced', error);
    return noMemory;
  }
}

export const saveMemory = (value: Memory, storage: Storage = sessionStorage): void => storage.setItem(storageKey, JSON.stringify(value));
