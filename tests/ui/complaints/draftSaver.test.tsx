import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver, type SaveOutcome } from '../../../renderer/ui/drafts/draftSaver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk that answers when it is told to, or at once. */
function disk() {
  const sent: string[] = [];
  const waiting: ((outcome: SaveOutcome) => void)[] = [];
  return {
    sent,
    save: (value: string) => {
      sent.push(value);
      return new Promise<SaveOutcome>((resolve) => void waiting.push(resolve));
    },
    async answer(outcome: SaveOutcome = { kind: 'saved', at: 1 }) {
      waiting.shift()?.(outcome);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('what is typed goes to disk', () => {
  it('within half a second, also while typing never pauses', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    for (let typed = 1; typed <= 10; typed += 1) {
      saver.change('x'.repeat(typed));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(to.sent.length).toBeGreaterThanOrEqual(1);
    expect(to.sent[0]?.length).toBeGreaterThanOrEqual(8);
  });

  it('one save at a time, the newest state after it', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    saver.change('ab');
    saver.change('abc');
    await vi.advanceTimersByTimeAsync(5000);
    expect(to.sent).toEqual(['a']);
    await to.answer();
    await vi.advanceTimersByTimeAsync(400);
    expect(to.sent).toEqual(['a', 'abc']);
    await to.answer({ kind: 'saved', at: 7 });
    expect(saver.state()).toEqual({ kind: 'saved', at: 7, behind: false });
  });

  it('at once when the form is left, and leaving waits for what is under way', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    const left = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(to.sent).toEqual(['a']);
    saver.change('ab');
    let ended = false;
    void saver.flush().then(() => (ended = true));
    await to.answer();
    await left;
    expect([to.sent, ended]).toEqual([['a', 'ab'], false]);
    await to.answer();
    expect(ended).toBe(true);
  });
});

describe('what could not be saved', () => {
  it('is said and tried again until it is', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    await to.answer({ kind: 'failed' });
    expect(saver.state().kind).toBe('failed');
    await vi.advanceTimersByTimeAsync(2000);
    expect(to.sent).toEqual(['a', 'a']);
    // While it is tried again the warning stays.
    expect(saver.state().kind).toBe('failed');
    await to.answer();
    expect(saver.state().kind).toBe('saved');
  });

  it('is sent as it is by then', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    saver.change('ab');
    await to.answer({ kind: 'failed' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(to.sent).toEqual(['a', 'ab']);
  });

  it('an answer that does not come is said after a while', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    expect(saver.state()).toEqual({ kind: 'saving', late: false });
    await vi.advanceTimersByTimeAsync(1500);
    expect(saver.state()).toEqual({ kind: 'saving', late: true });
    await to.answer();
    expect(saver.state().kind).toBe('saved');
  });

  it('another window was faster: nothing is written over until somebody decides', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(400);
    await to.answer({ kind: 'conflict' });
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([to.sent, saver.state().kind]).toEqual([['a'], 'conflict']);
  });

  it('a draft that has ended is not saved again', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save });
    saver.change('a');
    saver.stop();
    await saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(to.sent).toEqual([]);
  });
});

describe('what is said', () => {
  it('is never that the newest is saved while it is not', async () => {
    const to = disk();
    const saver = createDraftSaver({ save: to.save, savedAt: 5 });
    expect(saver.state()).toEqual({ kind: 'saved', at: 5, behind: false });
    saver.change('a');
    expect(saver.state()).toEqual({ kind: 'saved', at: 5, behind: true });
    await vi.advanceTimersByTimeAsync(400);
    saver.change('ab');
    await to.answer({ kind: 'saved', at: 6 });
    expect(saver.state()).toEqual({ kind: 'saved', at: 6, behind: true });
    await vi.advanceTimersByTimeAsync(400);
    await to.answer({ kind: 'saved', at: 7 });
    expect(saver.state()).toEqual({ kind: 'saved', at: 7, behind: false });
  });
});
