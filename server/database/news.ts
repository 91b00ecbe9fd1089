/**
 * News between server processes, by PostgreSQL's LISTEN and NOTIFY. It only says where to look: whoever misses it looks by
 * itself a little later, so a broken connection, or a pooler that does not pass notifications on, costs time and nothing else.
 */
import { Client } from 'pg';

export interface News {
  /** Tells the other processes of an office; what is told within a few milliseconds goes together. */
  tell(officeId: string): void;
  /** Whether it hears now. */
  hears(): boolean;
  stop(): Promise<void>;
}

export interface NewsOptions {
  readonly url: string;
  /** Of another process, or of this one. */
  readonly onNews: (officeId: string) => void;
  readonly onError: (error: Error) => void;
}

const channel = 'loket_news';
const gatherMs = 5;
const againMs = 2000;
/** A payload may have 8,000 bytes. */
const mostAtOnce = 200;

/** Listens at once, and again whenever the connection broke. */
export async function startNews({ url, onNews, onError }: NewsOptions): Promise<News> {
  let client: Client | null = null;
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  const told = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();

  const listen = async () => {
    const fresh = new Client({ connectionString: url, application_name: 'loket-news', connectionTimeoutMillis: 20_000, keepAlive: true });
    const broken = (error: Error) => {
      if (stopped || client !== fresh) return;
      client = null;
      onError(error);
      again = setTimeout(() => void listen(), againMs);
    };
    client = fresh;
    fresh.on('error', broken);
    fresh.on('notification', ({ payload = '' }) => {
      for (const officeId of payload.split(',')) onNews(officeId);
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
    } catch (error) {
      broken(error as Error);
      await fresh.end().catch(() => {});
    }
  };
  /** One statement after the other: a connection does one thing at a time. */
  const send = async () => {
    while (told.size > 0) {
      const some = [...told].slice(0, mostAtOnce);
      for (const officeId of some) told.delete(officeId);
      // Not told while the connection is broken: then everybody looks by themselves.
      await client?.query('SELECT pg_notify($1, $2)', [channel, some.join(',')]).catch(() => {});
    }
    gathering = undefined;
  };

  await listen();
  return {
    tell(officeId) {
      told.add(officeId);
      gathering ??= setTimeout(() => void (sending = send()), gatherMs);
    },
    hears: () => client !== null,
    async stop() {
      stopped = true;
      clearTimeout(again);
      clearTimeout(gathering);
      await sending;
      await send();
      await client?.end().catch(() => {});
    },
  };
}
