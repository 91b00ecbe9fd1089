import { describe, expect, test, vi } from 'vitest';
import { noMemory } from '../../../renderer/audio/announcementQueue.ts';
import { loadMemory, saveMemory } from '../../../renderer/audio/memory.ts';

describe('what a board remembers over a reload', () => {
  test('comes back as it was', () => {
    const memory = { date: '2026-11-23', highest: 7, seen: ['7:A-007:0'] };
    saveMemory(memory);
    expect(loadMemory()).toEqual(memory);
  });

  test.each(['not json', '{"date":1}'])('given %s in the storage, then it starts afresh and says so', (stored) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    saveMemory(noMemory);
    const [key] = Object.keys(sessionStorage);
    sessionStorage.setItem(key ?? '', stored);
    expect(loadMemory()).toEqual(noMemory);
    expect(warned).toHaveBeenCalledOnce();
  });
});
