import type { Logger } from 'pino';
import type { States } from './areas.ts';
import type { Writer } from './database/open.ts';
import type { Engine } from './engine/engine.ts';
import type { EventStore, Station } from './engine/eventStore.ts';
import type { KeyStore } from './keyStore.ts';
import type { Ports } from './ports.ts';

/** The parts of a running host that handlers and reactors work with. Made once by `startHost`. */
export interface Services {
  readonly dataDir: string;
  readonly db: Writer;
  readonly events: EventStore;
  readonly engine: Engine<States>;
  readonly station: Station;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
}
