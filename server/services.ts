import type { Logger } from 'pino';
import type { SecretCost } from '../electron/host/access/secrets.ts';
import type { Database } from './database/database.ts';
import type { ServerKeys } from './keys.ts';
import type { Metrics } from './plugins/metrics.ts';
import type { Secrets } from './secrets.ts';
import type { Changes } from './sync/waiting.ts';

/** What routes and background work of a server process share. It holds no state of its own: any process may answer anything. */
export interface ServerServices {
  readonly db: Database;
  readonly keys: ServerKeys;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** What the public types into a browser, without a slash at its end. */
  readonly publicUrl: () => string;
  /** News of offices, for requests that wait in this process. */
  readonly changes: Changes;
  /** Whether this program knows a type of event; what it does not is kept aside until one does. */
  readonly understands: (type: string) => boolean;
  /** Of new passwords in the agency view; default: what RELIABILITY 23 asks for. */
  readonly passwordCost?: SecretCost | undefined;
  /** Names and addresses inside the operator's network that the server may connect to for an agency (LOKET_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
  /** Ends when the server drains: what waits must answer soon. */
  readonly draining: AbortSignal;
}
