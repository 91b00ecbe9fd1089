/**
 * Bugs that somebody could put into the program, each as an edit of its text at load time (plant.ts), and what of the simulation
 * catches it. `find` must stand in its file exactly once, so that the list cannot rot unseen.
 */
import type { FaultKind } from '../faults.ts';

export interface Edit {
  /** From the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export interface Bug {
  readonly name: string;
  /** What it would mean in an office, in one sentence. */
  readonly means: string;
  readonly edits: readonly Edit[];
  /** Invariants of checks.ts; one of them must not hold. `noError`: the program itself gives up. */
  readonly caughtBy: readonly string[];
  /** The only faults that happen, where the bug needs a certain story; left out: all of them. */
  readonly faults?: readonly FaultKind[];
  /** Shows only in offices with a central server. */
  readonly central?: true;
  readonly seed: number;
  /** How many steps the simulation makes with it. */
  readonly steps: number;
}

const office = 'electron/host/office';
const central = 'electron/host/central';
const engine = 'electron/host/engine';
const queue = 'shared/domain/queue';
const terms = `${engine}/terms.ts`;
/** Without it a lead goes on for the rest of its lease with nobody in reach, so that a wrong lease does harm. */
const reachRule = 'holdsLease() && (!isBound() || reachesAnother())';
const trigger = 'electron/host/database/migrations/0020-terms.ts';

export const bugs: readonly Bug[] = [
  {
    name: 'no-fence',
    means: 'A lead that was replaced and does not know it goes on calling, and its calls count.',
    edits: [
      { file: trigger, find: 'WHEN NEW.term < (SELECT', replace: 'WHEN 0 AND NEW.term < (SELECT' },
      { file: terms, find: 'if (decidedWhereItHappens.test(stream) || originSeq', replace: 'if (true || originSeq' },
      { file: terms, find: 'for (const row of late) file.run(row.origin, row.origin_seq);', replace: '' },
    ],
    caughtBy: ['staleTermRefused', 'queueSound', 'copiesAlike'],
    faults: ['isolate', 'promote', 'override'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'late-decisions-stop-the-copy',
    means: 'What a replaced lead decided too late is refused by its successor, so nothing of that station arrives any more.',
    edits: [{ file: terms, find: 'if (decidedWhereItHappens.test(stream) || originSeq', replace: 'if (true || originSeq' }],
    caughtBy: ['noError', 'nothingPends'],
    faults: ['isolate', 'promote', 'override'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'left-out-counts',
    means: 'Calls of a replaced lead that the office went on without come back into the queue at the next start.',
    edits: [
      {
        file: terms,
        find: "'NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.origin = event.origin AND left_out.origin_seq = event.origin_seq)';",
        replace: "'1';",
      },
    ],
    caughtBy: ['noError', 'copiesAlike'],
    faults: ['isolate', 'promote', 'override'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'no-dedupe',
    means: 'A window that asks again because no answer came is refused, although its visitor was called.',
    edits: [
      {
        file: `${engine}/engine.ts`,
        find: '    const row = selectReceipt.get(commandId);\n    if (row === undefined) return null;',
        replace: '    const row = selectReceipt.get(commandId);\n    if (row === undefined || method !== "") return null;',
      },
      {
        file: `${engine}/engine.ts`,
        find: "const insertReceipt = db.prepare('INSERT INTO",
        replace: "const insertReceipt = db.prepare('INSERT OR REPLACE INTO",
      },
    ],
    caughtBy: ['sameAnswer'],
    faults: ['heal'],
    seed: 8,
    steps: 100,
  },
  {
    name: 'receipts-not-copied',
    means: 'After a new lead took over, a window that asks again gets another answer than the first.',
    edits: [
      {
        file: `${engine}/engine.ts`,
        find: 'for (const { commandId, method, actor, at, answer } of receipts) adoptReceipt.run(commandId, method, actor, at, answer);',
        replace: '',
      },
    ],
    caughtBy: ['sameAnswer'],
    faults: ['isolate', 'heal', 'handOver'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'no-fsync',
    means: 'A power cut takes numbers with it that visitors hold on paper, and they are given again.',
    edits: [{ file: 'electron/host/database/open.ts', find: "['synchronous', 'FULL', 2]", replace: "['synchronous', 'OFF', 0]" }],
    caughtBy: ['noError', 'nothingLost', 'noNumberTwice'],
    faults: ['isolate', 'crash'],
    seed: 8,
    steps: 200,
  },
  {
    name: 'ack-before-commit',
    means: 'A visitor gets her number a moment before it is on disk, and a power cut in that moment takes it back.',
    edits: [
      {
        file: `${engine}/engine.ts`,
        find: 'const inTransaction = db.transaction(decideAndStore);',
        replace: `const inTransaction = {
          immediate(request: CommandRequest, area: AnyArea) {
            if (!request.method.startsWith('queue.')) return db.transaction(decideAndStore).immediate(request, area);
            if (!db.inTransaction) {
              db.exec('BEGIN IMMEDIATE');
              ports.timers.after(500, () => void (db.inTransaction && db.exec('COMMIT')));
            }
            return decideAndStore(request, area);
          },
        };`,
      },
    ],
    caughtBy: ['noNumberTwice', 'nothingLost'],
    faults: ['isolate', 'crash'],
    seed: 8,
    steps: 300,
  },
  {
    name: 'ack-without-second-disk',
    means: 'The disk of the lead dies, and visitors hold numbers that nobody knows.',
    edits: [
      {
        file: `${office}/securing.ts`,
        find: 'if (known !== null) return Promise.resolve(known);',
        replace: 'if (head >= 0) return Promise.resolve(true);',
      },
    ],
    caughtBy: ['secondDisk'],
    faults: ['heal'],
    seed: 8,
    steps: 60,
  },
  {
    name: 'lease-too-long-for-the-lead',
    means: 'A lead that nobody hears goes on for two minutes, while its successor calls the same visitors.',
    edits: [
      { file: `${office}/lease.ts`, find: 'sinceMs(clock, renewedBy) < leaseMs', replace: 'sinceMs(clock, renewedBy) < 120_000' },
      { file: `${office}/leading.ts`, find: reachRule, replace: 'holdsLease()' },
    ],
    caughtBy: ['oneLead', 'oneCounter', 'callKnown'],
    faults: ['isolate', 'promote'],
    seed: 9,
    steps: 200,
  },
  {
    name: 'lead-without-lease',
    means: 'A lead whose cable is pulled decides as if it were not, beside the stations that work by themselves.',
    edits: [
      { file: `${office}/leading.ts`, find: '(!isBound() || lease.isHeld())', replace: 'true' },
      { file: `${office}/leading.ts`, find: reachRule, replace: 'holdsLease()' },
    ],
    caughtBy: ['callKnown', 'oneLead', 'oneCounter'],
    faults: ['isolate', 'promote'],
    seed: 9,
    steps: 200,
  },
  {
    name: 'promotion-without-asking',
    means: 'A person makes a second lead while others still hear the first.',
    edits: [
      {
        file: `${office}/promotion.ts`,
        find: "if (leading.leadAlive()) return { type: 'leadStillThere', stationId: station.id };",
        replace: '',
      },
      { file: `${office}/promotion.ts`, find: 'if (alive !== undefined) return', replace: 'if (wanted < 0 && alive !== undefined) return' },
    ],
    caughtBy: ['oneLead', 'oneCounter'],
    faults: ['isolate', 'promote'],
    seed: 2,
    steps: 400,
  },
  {
    name: 'promotion-without-the-silent',
    means: 'A person makes a second lead although a station that still hears the first could not be asked.',
    edits: [{ file: `${office}/promotion.ts`, find: 'if (notAsked.length > 0 && !override)', replace: 'if (wanted < 0)' }],
    caughtBy: ['oneLead', 'toldCounts'],
    faults: ['isolate', 'promote'],
    seed: 7,
    steps: 600,
  },
  {
    name: 'cut-too-high',
    means: 'The first decision of the old lead that its successor does not know of counts all the same.',
    edits: [
      { file: `${office}/promotion.ts`, find: 'origin === before)?.originSeq ?? 0;', replace: 'origin === before)?.originSeq ?? 0) + 1;' },
      { file: `${office}/promotion.ts`, find: 'const cut = events', replace: 'const cut = (events' },
    ],
    caughtBy: ['cutKnown'],
    faults: ['handOver'],
    seed: 8,
    steps: 60,
  },
  {
    name: 'cut-too-low',
    means: 'The last number of the old lead does not count, although everybody has it.',
    edits: [
      { file: `${office}/promotion.ts`, find: 'origin === before)?.originSeq ?? 0;', replace: 'origin === before)?.originSeq ?? 1) - 1;' },
      { file: `${office}/promotion.ts`, find: 'const cut = events', replace: 'const cut = (events' },
    ],
    caughtBy: ['toldCounts'],
    faults: ['handOver'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'same-term-twice',
    means: 'Two stations begin the same term without knowing of each other, and the office has two leads for good.',
    edits: [{ file: 'shared/domain/lead/terms.ts', find: '* step + indexOf(letter);', replace: '* step + 0 * indexOf(letter);' }],
    caughtBy: ['copiesAlike', 'oneLead', 'noError'],
    faults: ['isolate', 'override'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'own-only-calls-the-main-line',
    means: 'A station that is cut off calls visitors of the main line, whom the lead calls too.',
    edits: [
      {
        file: `${queue}/reach.ts`,
        find: 'ownOnly === null || ticket.branch === ownOnly.stationId;',
        replace: 'ownOnly === null || ticket.id !== "";',
      },
    ],
    caughtBy: ['oneCounter'],
    faults: ['isolate', 'cut', 'heal'],
    seed: 10,
    steps: 200,
  },
  {
    name: 'branch-merged-twice',
    means: 'What a station did while it was cut off is taken in again and again.',
    edits: [
      {
        file: `${office}/branches.ts`,
        find: 'row.origin_seq > (merged[mergedKey(date, row.origin)] ?? 0);',
        replace: 'row.origin_seq > 0 * (merged[mergedKey(date, row.origin)] ?? 0);',
      },
      {
        file: `${office}/branches.ts`,
        find: 'ofBranch.all(stream, merged[mergedKey(date, id)] ?? 0, to)',
        replace: 'ofBranch.all(stream, 0, to)',
      },
      { file: `${queue}/merge/branch.ts`, find: 'originSeq > last)', replace: 'originSeq > 0 * last)' },
    ],
    caughtBy: ['mergedOnce'],
    faults: ['isolate', 'cut', 'heal'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'tail-not-merged',
    means: 'Numbers that a replaced lead gave after the cut are nowhere.',
    edits: [
      { file: `${office}/branches.ts`, find: 'const late = leftOut.all().map(', replace: 'const late = leftOut.all().slice(0, 0).map(' },
    ],
    caughtBy: ['nothingLost', 'nothingPends'],
    faults: ['isolate', 'promote', 'override'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'branch-never-ends',
    means: 'A station is back at the lead and never says so: its visitors wait in a queue that nobody sees.',
    edits: [{ file: `${office}/branches.ts`, find: "execute('queue.endBranch', {});", replace: '' }],
    caughtBy: ['noNumberTwice', 'nothingPends'],
    faults: ['isolate', 'cut', 'heal'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'id-by-the-wall-clock',
    means: 'Somebody sets a clock back, and what was written down later stands before what it answers.',
    edits: [
      {
        file: `${engine}/eventIds.ts`,
        find: 'if (seen.ms > last.ms || (seen.ms === last.ms && seen.counter > last.counter)) last = seen;',
        replace: 'if (seen.ms < 0) last = seen;',
      },
    ],
    caughtBy: ['causesFirst', 'copiesAlike'],
    faults: ['clockJump'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'disorder-not-mended',
    means: 'Two stations wrote down one incident, and the two show it differently for good.',
    edits: [
      {
        file: `${engine}/engine.ts`,
        find: 'if (disorder.isIn(stream, fresh)) disorder.mend(stream);',
        replace: 'if (fresh.length < 0) disorder.mend(stream);',
      },
    ],
    caughtBy: ['copiesAlike'],
    faults: ['isolate'],
    seed: 27,
    steps: 250,
  },
  {
    name: 'vault-rows-not-copied',
    means: 'A receipt that was given at one counter has no name at the others.',
    edits: [
      { file: `${office}/copies.ts`, find: 'rowBatches += 1;\n      say({', replace: 'rowBatches += 0;\n      if (sentRow < 0) say({' },
    ],
    caughtBy: ['copiesAlike'],
    faults: ['heal'],
    seed: 8,
    steps: 200,
  },
  {
    name: 'gap-not-noticed',
    means: 'A message overtakes another, and the chain of a station has a hole that is never filled.',
    edits: [
      { file: `${engine}/sharedEvent.ts`, find: 'if (originSeq !== last.originSeq + 1)', replace: 'if (originSeq < 0)' },
      { file: `${engine}/sharedEvent.ts`, find: 'if (hash.toString(', replace: 'if (originSeq === last.originSeq + 1 && hash.toString(' },
      {
        file: `${office}/copies.ts`,
        find: 'if (hello !== greeted || n < expected) return;\n    if (n > expected) return greet();',
        replace: '',
      },
    ],
    caughtBy: ['nothingPends', 'chainValid', 'noError', 'secondDisk'],
    faults: ['disturb', 'heal', 'cut'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'answer-before-the-copy',
    means: 'An officer is told that her visitor was called, and her screen does not know of it.',
    edits: [
      {
        file: `${office}/forwarding.ts`,
        find: 'given.head === 0 || events.seqOf(given.leadId, given.head) !== null',
        replace: 'given.head >= 0',
      },
    ],
    caughtBy: ['readYourWrites'],
    faults: ['disturb', 'heal', 'cut'],
    seed: 17,
    steps: 400,
  },
  {
    name: 'letter-ignored',
    means: 'Two stations that are cut off from each other give the same number.',
    edits: [
      { file: `${queue}/ticketNumber.ts`, find: 'const series = prefix + letter;', replace: 'const series = prefix + letter.slice(1);' },
    ],
    caughtBy: ['noNumberTwice'],
    faults: ['isolate'],
    seed: 9,
    steps: 150,
  },
  {
    name: 'series-begins-anew',
    means: 'A station that was cut off counts its numbers from one again.',
    edits: [
      {
        file: `${queue}/ticketNumber.ts`,
        find: '(state.series[series] ?? Math.max(skipped, ahead)) + 1;',
        replace: '(letter === "" ? (state.series[series] ?? Math.max(skipped, ahead)) : skipped) + 1;',
      },
    ],
    caughtBy: ['noNumberTwice'],
    faults: ['isolate', 'cut', 'heal'],
    seed: 10,
    steps: 200,
  },
  {
    name: 'hand-over-before-it-is-level',
    means: 'The lead is handed over, and its last numbers do not count.',
    edits: [{ file: `${office}/handOver.ts`, find: 'if (asked || !peer.copy.isLevel()) return;', replace: 'if (asked) return;' }],
    caughtBy: ['toldCounts'],
    faults: ['handOver', 'slowDisk'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'hand-over-goes-on-deciding',
    means: 'The old lead calls on while the new one begins.',
    edits: [{ file: `${office}/handOver.ts`, find: '      leading.cede();\n', replace: '' }],
    caughtBy: ['oneLead', 'toldCounts'],
    faults: ['handOver', 'slowDisk'],
    seed: 1,
    steps: 400,
  },
  {
    name: 'hand-over-in-doubt',
    means: 'A hand-over whose answer is lost is taken for none, and both lead.',
    edits: [
      {
        file: `${office}/handOver.ts`,
        find: "if (wasAsked && (how.type === 'unreachable' || (how.type === 'done' && leading.isLead()))) inDoubt = stationId;",
        replace: "if (wasAsked && how.type === 'unreachable') leading.resume();",
      },
    ],
    caughtBy: ['toldCounts', 'oneLead', 'noNumberTwice'],
    faults: ['handOver', 'slowDisk'],
    seed: 1,
    steps: 400,
  },
  {
    name: 'alarm-not-passed-on',
    means: 'A station that was off when somebody called for help never hears of it.',
    edits: [{ file: 'electron/host/alarm/peers.ts', find: '      send(transport, entries());\n', replace: '' }],
    caughtBy: ['nothingLost'],
    faults: ['isolate', 'heal', 'crash'],
    seed: 8,
    steps: 400,
  },
  {
    name: 'new-term-not-made-anew',
    means: 'A follower goes on showing calls that the new lead left out.',
    edits: [
      {
        file: `${engine}/engine.ts`,
        find: 'return { adopted, leftOut, unmade, changed: new Map([...changed, ...makeAnew(unmade)]) };',
        replace: 'return { adopted, leftOut, unmade, changed };',
      },
    ],
    caughtBy: ['copiesAlike', 'noError'],
    faults: ['isolate', 'promote', 'override'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'first-of-a-batch-only',
    means: 'Two stations wrote down one incident, their words came in one message, and two stations show it differently for good.',
    edits: [{ file: 'electron/host/state/disorder.ts', find: 'fresh.some((', replace: 'fresh.slice(0, 1).some((' }],
    caughtBy: ['copiesAlike'],
    seed: 32,
    steps: 800,
  },
  {
    name: 'priority-always-first',
    means: 'A regular visitor is passed by everybody with priority, however short they have waited.',
    edits: [{ file: `${queue}/policy.ts`, find: 'return lead > 0 ||', replace: 'return true || lead > 0 ||' }],
    caughtBy: ['fair'],
    faults: ['heal'],
    seed: 8,
    steps: 200,
  },
  {
    name: 'merged-to-the-front',
    means: 'Who came to a station that was cut off is placed before all who came to the lead meanwhile, and earlier.',
    edits: [{ file: `${queue}/merge/places.ts`, find: 'if ((taken[middle]?.since ?? 0) <= since) low', replace: 'if (since < 0) low' }],
    caughtBy: ['queueSound', 'fair'],
    faults: ['isolate', 'cut', 'heal'],
    seed: 9,
    steps: 400,
  },
  {
    name: 'answers-two-leads',
    means: 'A follower that has just given its lead a lease gives one to the station that takes over from it: two decide at once.',
    edits: [{ file: `${office}/leading.ts`, find: 'return clock.monotonic() >= freeAt;', replace: 'return true;' }],
    caughtBy: ['oneLead', 'oneCounter'],
    seed: 306,
    steps: 1000,
  },
  {
    name: 'calls-alone',
    means: 'A lead that reaches nobody goes on calling for the rest of its lease, and its successor calls the same visitors.',
    edits: [
      { file: `${office}/leading.ts`, find: reachRule, replace: 'holdsLease()' },
      { file: `${office}/withdrawing.ts`, find: '!callMethods.has(method) ||', replace: 'true ||' },
    ],
    caughtBy: ['callKnown', 'oneCounter'],
    faults: ['isolate', 'promote'],
    seed: 9,
    steps: 250,
  },
  {
    name: 'file-opened-too-late',
    means: 'A page that somebody attached to a complaint never comes to a station where the row that opens it arrived last.',
    edits: [
      { file: `${office}/files/files.ts`, find: "kind === 'attachment' || kind === 'note'", replace: "kind === 'attachment'" },
      // Harmless by themselves: the rows of an attachment travel one by one and behind its event, so that they overtake each other there.
      { file: `${office}/copies.ts`, find: 'vault.shared.after(sentRow, rowsPerBatch)', replace: 'vault.shared.after(sentRow, 1)' },
      { file: `${office}/copies.ts`, find: 'if (rowBatches === 0 || sentRow === vault.shared.last()) sendEvents', replace: 'sendEvents' },
    ],
    caughtBy: ['filesEverywhere'],
    faults: ['disturb'],
    seed: 8,
    steps: 500,
  },
  {
    name: 'acknowledged-by-any-answer',
    means: 'Whatever the central server answers is taken for "all of it is there", also what it never stored.',
    edits: [{ file: `${central}/sending.ts`, find: 'if (!isThere) return false;', replace: '' }],
    caughtBy: ['acknowledgedIsThere', 'centralHasEverything'],
    faults: ['serverRestored'],
    central: true,
    seed: 4,
    steps: 200,
  },
  {
    name: 'sent-is-acknowledged',
    means: 'The office counts what it sends as being on the server before the server has said so.',
    edits: [
      {
        file: `${central}/sending.ts`,
        find: 'const { answer } = await send(batch, made.header);',
        replace: 'outgoing.acknowledged(batch); const answer = (await send(batch, made.header)).answer;',
      },
    ],
    caughtBy: ['acknowledgedIsThere'],
    faults: ['heal'],
    central: true,
    seed: 4,
    steps: 60,
  },
  {
    name: 'restored-server-not-noticed',
    means: 'The server is put back to the backup of last night, and the office never sends it the day that it lost.',
    edits: [
      { file: `${central}/orders.ts`, find: 'position < parts.position()', replace: 'position < -1' },
      { file: `${central}/sending.ts`, find: 'if (!isThere) return false;', replace: '' },
    ],
    caughtBy: ['acknowledgedIsThere', 'centralHasEverything', 'serverNothingWaits'],
    faults: ['serverRestored'],
    central: true,
    seed: 4,
    steps: 200,
  },
  {
    name: 'outcome-never-told',
    means: 'What became of an order never reaches whoever asked.',
    edits: [{ file: `${central}/carryOut.ts`, find: "method: 'central.decideOrder',", replace: "method: 'central.announcements'," }],
    caughtBy: ['orderDecided'],
    faults: ['heal'],
    central: true,
    seed: 16,
    steps: 60,
  },
  {
    name: 'order-without-the-lead',
    means: 'Two stations carry out what the server asks, and the office does it twice.',
    edits: [
      {
        file: `${central}/central.ts`,
        find: "!closed && duty.isMine() && office.decidesHere('complaint.answer')",
        replace: '!closed && duty.isMine()',
      },
    ],
    caughtBy: ['orderByLead'],
    faults: ['isolate', 'promote', 'cut'],
    central: true,
    seed: 4,
    steps: 400,
  },
  {
    name: 'gap-on-the-server',
    means: 'The server takes what is behind a gap, and what was in the gap never.',
    edits: [
      {
        file: 'sync/chains.ts',
        find: 'if (originSeq > head.originSeq + 1 || gapIn.has(origin)) {',
        replace: 'if (originSeq < 0) {',
      },
    ],
    caughtBy: ['nothingSetAside', 'centralHasEverything'],
    faults: ['serverSlow', 'serverCrash', 'serverLoses'],
    central: true,
    seed: 28,
    steps: 400,
  },
  {
    name: 'kept-lead-taken-for-stopped',
    means: 'A lead that a person keeps going without a lease is replaced without a word by a station that only the server told of it.',
    edits: [{ file: `${office}/promotion.ts`, find: 'leading.mayBeKept() ? null : leading.leadId()', replace: 'leading.leadId()' }],
    caughtBy: ['oneLead'],
    faults: ['isolate', 'promote'],
    central: true,
    seed: 28,
    steps: 300,
  },
  {
    name: 'own-events-only',
    means: 'The server has what the lead decided, and nothing of what the other stations wrote.',
    edits: [
      {
        file: `${central}/outgoing.ts`,
        find: 'if (event.originSeq <= (onServer.get(event.origin) ?? 0)) continue;',
        replace: 'if (event.originSeq <= (onServer.get(event.origin) ?? 0) || event.origin !== events.heads()[0]?.origin) continue;',
      },
    ],
    caughtBy: ['acknowledgedIsThere', 'centralHasEverything'],
    faults: ['heal'],
    central: true,
    seed: 4,
    steps: 60,
  },
  {
    name: 'answer-waits-for-the-server',
    means: 'A visitor waits for her number because the internet is slow.',
    edits: [
      {
        file: 'electron/host/startHost.ts',
        find: 'const router = createRouter({ engine, callers, handlers, office, ports, log });',
        replace: `const router = createRouter({
          engine, callers, handlers, ports, log,
          office: {
            ...office,
            acknowledged: (command, answer) =>
              ports.central.request({ method: 'GET', url: 'https://pusat.contoh.invalid/sync/v1/heads', headers: {}, limitMs: 30_000 })
                .then(() => {}, () => {}).then(() => office.acknowledged(command, answer)),
          },
        });`,
      },
    ],
    caughtBy: ['serverNotWaitedFor'],
    faults: ['serverLoses', 'serverSlow'],
    central: true,
    seed: 4,
    steps: 200,
  },
];
