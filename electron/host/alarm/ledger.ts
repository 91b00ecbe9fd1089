/** What is known of all calls: every entry once, the calls they fold into, the journal, and how long each call has lasted. */
import { foldEntry, isLive } from '../../../shared/alarm/fold.ts';
import type { AlarmEntry, AlarmView } from '../../../shared/alarm/protocol.ts';
import type { Clock } from '../ports.ts';
import { openJournal, rotateJournal } from './journal.ts';

export interface Ledger {
  readonly calls: ReadonlyMap<string, AlarmView>;
  /** The newest entry is on disk. */
  readonly onDisk: boolean;
  knows(entryId: string): boolean;
  /** Takes an entry into the journal and its call. @returns whether it is new. */
  add(entry: AlarmEntry): boolean;
  /** Writes what the disk did not take before. @returns whether everything is on disk. */
  flush(): boolean;
  /** Milliseconds since a call was raised, as far as this station knows. */
  elapsed(call: AlarmView): number;
  /** Entries that another station must hear when it comes back: of live calls and of those of the last day. */
  recentEntries(): AlarmEntry[];
  /** When the last drill was raised, ms since the epoch. */
  lastDrillAt(): number | null;
}

const mostJournalBytes = 4 * 1024 * 1024;
const recentMs = 24 * 60 * 60_000;
/** A new journal keeps this many calls that are over. */
const keptCalls = 200;

export function openLedger(journalFile: string, clock: Clock, report: (error: unknown) => void): Ledger {
  const journal = openJournal(journalFile, report);
  const known = new Map<string, AlarmEntry>();
  /** Entries of calls whose beginning has not come yet from its station. */
  const early: AlarmEntry[] = [];
  /** When a call began by this station's monotonic clock; calls of before a restart count from their wall clock. */
  const begun = new Map<string, number>();
  let calls: ReadonlyMap<string, AlarmView> = new Map();
  let onDisk = true;

  const fold = (entry: AlarmEntry): boolean => {
    if (known.has(entry.id)) return false;
    known.set(entry.id, entry);
    const before = calls;
    calls = foldEntry(calls, entry);
    if (calls === before && entry.type !== 'raised') early.push(entry);
    if (entry.type === 'raised') {
      for (const waiting of early.filter(({ alarmId }) => alarmId === entry.alarmId)) calls = foldEntry(calls, waiting);
    }
    return true;
  };

  /** A journal that cannot be read, or has no room for a new one, must not keep anybody from calling for help. */
  const quietly = (run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
  quietly(() => rotateJournal(journalFile, mostJournalBytes, clock.now(), keepLatest));
  onDisk = quietly(() => journal.entries().forEach(fold));

  const isRecent = (call: AlarmView | undefined) => call !== undefined && (isLive(call) || clock.now() - call.raisedAt < recentMs);

  return {
    get calls() {
      return calls;
    },
    get onDisk() {
      return onDisk;
    },
    knows: (entryId) => known.has(entryId),
    add(entry) {
      if (!fold(entry)) return false;
      if (entry.type === 'raised') begun.set(entry.alarmId, clock.monotonic());
      onDisk = journal.append(entry);
      return true;
    },
    flush: () => (onDisk = journal.flush()),
    elapsed({ alarmId, raisedAt }) {
      const start = begun.get(alarmId);
      return start === undefined ? Math.max(0, clock.now() - raisedAt) : clock.monotonic() - start;
    },
    recentEntries: () => [...known.values()].filter(({ alarmId }) => isRecent(calls.get(alarmId))),
    lastDrillAt() {
      const times = [...calls.values()].filter(({ drill }) => drill).map(({ raisedAt }) => raisedAt);
      return times.length === 0 ? null : Math.max(...times);
    },
  };
}

/** A new journal begins with the calls that are live and the latest ones, so that the last drill and the times are not forgotten. */
function keepLatest(entries: readonly AlarmEntry[]): readonly AlarmEntry[] {
  const idsOf = (...types: AlarmEntry['type'][]) => entries.filter(({ type }) => types.includes(type)).map(({ alarmId }) => alarmId);
  const over = new Set(idsOf('ended', 'withdrawn', 'drillOver'));
  const latest = new Set(idsOf('raised').slice(-keptCalls));
  return entries.filter(({ alarmId }) => !over.has(alarmId) || latest.has(alarmId));
}
