/**
 * The page on which a complaint is followed, from 1,000,000 complaints in 100 offices: 100 people a second type number and PIN and
 * look at the page, 200 requests/s, each at its time whether the ones before were answered or not. Each follows another complaint.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Client } from 'pg';
import { openDatabase } from '../server/database/database.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { createServerKeys } from '../server/keys.ts';
import { createSecrets } from '../server/secrets.ts';
import { textLabel } from '../shared/sync/protocol.ts';
import { pinTagOf } from '../sync/pinTag.ts';
import { createSealer } from '../sync/seal.ts';
import type { Citizens, Followed } from './central/citizens.ts';
import { type Seeded, seedComplaints } from './central/manyComplaints.ts';
import { type BenchLine, percentile, round } from './measure.ts';
import { startProgram } from './sync/processes.ts';

const complaints = 1_000_000;
const offices = 100;
const peopleEachSecond = 100;
const seconds = 20;
const warmUp = 5 * peopleEachSecond;
const goalMs = 50;
const pin = '7K2M-9QXZ';

export default async function trackingPage(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const postgres = await startEmbedded(directory);
  const serverKey = randomBytes(32);
  process.env['DATABASE_URL'] = postgres.url;
  process.env['LOKET_SERVER_KEY'] = serverKey.toString('hex');
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  try {
    const receipts = await prepare(postgres.url, owner, serverKey);
    const server = await startProgram<{ url: string }>('server/cli.ts', ['--data', directory, '--port', '0', '--json']);
    try {
      const { checked, shown, errors } = await visit({ url: server.ready.url, peopleEachSecond, warmUp, receipts });
      for (const error of new Set(errors)) process.stderr.write(`${error}\n`);
      const goal = `p99 ≤ ${goalMs} ms at ${2 * peopleEachSecond} requests/s from ${complaints} complaints`;
      return [
        {
          bench: 'sync.tracking',
          ...times([...checked, ...shown]),
          goal,
          ok: errors.length === 0 && percentile([...checked, ...shown], 0.99) <= goalMs,
        },
        { bench: 'sync.tracking.check', ...times(checked), goal: 'number and PIN, with their commit', ok: true },
        { bench: 'sync.tracking.page', ...times(shown), goal: 'the page', ok: true },
      ];
    } finally {
      await server.end();
    }
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(directory, { recursive: true });
  }
}

const times = (ms: readonly number[]) => ({
  p50_ms: round(percentile(ms, 0.5)),
  p95_ms: round(percentile(ms, 0.95)),
  p99_ms: round(percentile(ms, 0.99)),
  n: ms.length,
});

/** A million complaints, and receipts of as many of them as will be followed: those have a PIN and words. */
async function prepare(url: string, owner: Client, serverKey: Uint8Array): Promise<Citizens['receipts']> {
  const db = await openDatabase(url, { onError: () => {} });
  const keys = createServerKeys(serverKey);
  const secrets = createSecrets(db, keys);
  const { agencyId, followed } = await seedComplaints(db, keys, owner, {
    offices,
    complaints,
    followed: warmUp + seconds * peopleEachSecond,
  });
  const { keyId, publicKey } = await secrets.agencyKey(agencyId);
  const seal = createSealer(publicKey, randomBytes);
  const words = (one: Seeded) => [
    {
      ...one,
      textId: one.personId,
      subjectId: one.personId,
      kind: 'contact',
      text: JSON.stringify({ maskedName: 'S••• R•••', email: '', phone: '' }),
    },
    { ...one, subjectId: one.complaintId, kind: 'answer', text: 'Kartu Anda sudah dicetak dan dapat diambil di loket 3. '.repeat(8) },
  ];
  const texts = followed.flatMap(words).map((one) => ({ ...one, sealed: seal(textLabel(one.textId), Buffer.from(one.text)) }));
  await owner.query(
    `INSERT INTO sealed_text (office_id, text_id, subject_id, kind, key_id, ephemeral, content, at)
     SELECT office_id, text_id, subject_id, kind, $5, ephemeral, content, now()
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $6::bytea[], $7::bytea[]) AS new (office_id, text_id, subject_id, kind, ephemeral, content)`,
    [
      texts.map(({ officeId }) => officeId),
      texts.map(({ textId }) => textId),
      texts.map(({ subjectId }) => subjectId),
      texts.map(({ kind }) => kind),
      keyId,
      texts.map(({ sealed }) => sealed.ephemeral),
      texts.map(({ sealed }) => sealed.content),
    ],
  );
  const tags: Buffer[] = [];
  for (const { officeId, complaintId } of followed) tags.push(pinTagOf(await secrets.pinKey(officeId), complaintId, pin));
  await owner.query(
    `UPDATE complaint SET pin_tag = tag FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS new (office_id, complaint_id, tag)
     WHERE complaint.office_id = new.office_id AND complaint.complaint_id = new.complaint_id`,
    [followed.map(({ officeId }) => officeId), followed.map(({ complaintId }) => complaintId), tags],
  );
  await owner.query('VACUUM ANALYZE');
  await db.close();
  return followed.map(({ code, number }) => ({ code, number, pin }));
}

async function visit(citizens: Citizens): Promise<Followed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'central/citizens.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(citizens));
  return (await json(child.stdout)) as Followed;
}
