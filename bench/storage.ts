import { rmSync } from 'node:fs';
import { createSecretHasher } from '../electron/host/access/secrets.ts';
import { checkStationFile, structureIsSound } from '../electron/host/database/check.ts';
import { openReader } from '../electron/host/database/open.ts';
import { checkPages } from '../electron/host/database/pageSums.ts';
import { createSystemPorts } from '../electron/host/ports.ts';
import { openTally, type Tally, temporaryDirectory } from '../tests/fixtures/tally.ts';
import { type BenchLine, percentile, round, timed } from './measure.ts';

const events = 100_000;
const rounds = 5;

/** RELIABILITY 15 at 100,000 events, and 23: what a check, a copy under writes and one try of a PIN take. */
export default async function storage(): Promise<readonly BenchLine[]> {
  using directory = temporaryDirectory();
  const tally = await filledTally(directory.path);
  const { db, files } = tally;
  const lines = [
    line('storage.quickCheck', 500, () => {
      if (!structureIsSound(db, 'quick') || checkPages(files.file, files.sums).badPages.length > 0) throw new Error('not sound');
    }),
    line('storage.fullCheck', 2000, () => {
      if (checkStationFile(files.file, tally.events.heads()).damage !== null) throw new Error('not sound');
    }),
    line('storage.copy', 2000, () => copyUnderWrites(tally, `${directory.path}/copy.db`)),
  ];
  tally.close();
  return [...lines, await secretTry()];
}

function line(bench: string, goalMs: number, run: () => void): BenchLine {
  const samples = Array.from({ length: rounds }, () => timed(run));
  const p50 = percentile(samples, 0.5);
  return { bench, p50_ms: round(p50), n: events, goal: `≤ ${goalMs} ms at ${events} events`, ok: p50 <= goalMs };
}

function copyUnderWrites(tally: Tally, target: string): void {
  const reader = openReader(tally.files.file);
  tally.add(1);
  reader.prepare('VACUUM INTO ?').run(target);
  reader.close();
  rmSync(target);
}

async function secretTry(): Promise<BenchLine> {
  const hasher = createSecretHasher(new Uint8Array(32), createSystemPorts().random);
  const samples: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const started = performance.now();
    await hasher.hash('246810');
    samples.push(performance.now() - started);
  }
  const p50 = percentile(samples, 0.5);
  return { bench: 'access.secret', p50_ms: round(p50), n: rounds, goal: '≤ 1000 ms', ok: p50 <= 1000 };
}

async function filledTally(dataDir: string): Promise<Tally> {
  const tally = await openTally({ dataDir });
  tally.db.transaction(() => {
    for (let n = 0; n < events; n += 1) {
      const happened = [{ type: 'tallyAdded.v1', data: { amount: 1, note: `visitor ${n % 1000} of counter ${n % 7}` } }];
      tally.events.append({ stream: 'other', events: happened, at: 1, actor: { kind: 'system' }, commandId: tally.ports.random.uuid() });
    }
  })();
  tally.files.checkpointer.run();
  return tally;
}
