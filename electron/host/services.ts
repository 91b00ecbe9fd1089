import type { Logger } from 'pino';
import type { Alarm } from './alarm/alarm.ts';
import type { Access } from './access/access.ts';
import type { States } from './areas.ts';
import type { Storage } from './backup/storage.ts';
import type { Attachments } from './complaints/attachments.ts';
import type { Drafts } from './complaints/drafts.ts';
import type { Central } from './central/central.ts';
import type { ComplaintSearch } from './complaints/search.ts';
import type { Writer } from './database/open.ts';
import type { Engine } from './engine/engine.ts';
import type { EventStore, Station } from './engine/eventStore.ts';
import type { KeyStore } from './keyStore.ts';
import type { Lan } from './lan/lan.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import type { Office } from './office/types.ts';
import type { Ports } from './ports.ts';
import type { DayRollover } from './reactors/dayRollover.ts';
import type { Screens } from './screens/screens.ts';
import type { Vault } from './vault/vault.ts';

/** The parts of a running host that handlers and reactors work with. Made once by `startHost`. */
export interface Services {
  readonly dataDir: string;
  readonly db: Writer;
  readonly events: EventStore;
  readonly engine: Engine<States>;
  readonly station: Station;
  readonly keyStore: KeyStore;
  /** Everything personal; nothing of it is ever in `db`. */
  readonly vault: Vault;
  /** What officers are typing, in the vault. */
  readonly drafts: Drafts;
  /** Sealed files of complaints. */
  readonly attachments: Attachments;
  /** Words inside complaints, indexed in memory only. */
  readonly complaintSearch: ComplaintSearch;
  /** Where the scanner of this station leaves its files. */
  readonly scannerFolder: string;
  readonly access: Access;
  /** The other stations of the office. */
  readonly office: Office;
  /** Backups, checks, recoveries. */
  readonly storage: Storage;
  /** Keeps the office day in step with the clock; knows whether the clock can be believed. */
  readonly dayRollover: DayRollover;
  /** The security call; runs by itself, here for its settings and history. */
  readonly alarm: Alarm;
  /** Boards and kiosks that are browsers on the LAN. */
  readonly screens: Screens;
  /** The other stations of the office. */
  readonly lan: Lan;
  /** The central server, in the background. */
  readonly central: Central;
  /** Ends this host and starts it anew on the same data, as soon as what was asked is answered. */
  readonly restart: () => void;
  readonly ports: Ports;
  readonly log: Logger;
  /** A one-time URL for another window of this station; undefined where windows are not opened by URL. */
  readonly newWindowUrl: ((surface: Surface) => string) | undefined;
}
