import { existsSync } from 'node:fs';
import { v7 } from 'uuid';
import { databaseFile } from './database/files.ts';
import { seedDemoOffice } from './demo.ts';
import { seedDemoComplaints } from './demoComplaints.ts';
import type { Ports } from './ports.ts';
import { type HostOptions, startHost } from './startHost.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * Makes the demo office with weeks behind it, so that deadlines were missed, answers are waited for and matters recur. A host
 * whose clock is in the past lives them through the real commands and is closed again, before the one of now starts; what
 * the program does by itself (warnings, closing without a reply) that one does. A directory with data in it is left alone.
 */
export async function makeDemoPast(options: Pick<HostOptions, 'dataDir' | 'keyStore' | 'ports' | 'log' | 'secretCost'>): Promise<void> {
  if (existsSync(databaseFile(options.dataDir, 'station'))) return;
  const { ports, goTo } = portsOfThePast(options.ports, demoBeganDaysAgo);
  const host = await startHost({ ...options, ports });
  try {
    await seedDemoOffice(host);
    await seedDemoComplaints(host, goTo);
  } finally {
    host.close();
  }
}

const demoBeganDaysAgo = 40;

/** A clock that says what it said days ago, and no timer ever rings: such a host does only what it is asked to. */
function portsOfThePast(real: Ports, beganDaysAgo: number): { readonly ports: Ports; goTo(daysAgo: number): void } {
  const start = beganDaysAgo * dayMs;
  let behind = start;
  const now = () => real.clock.now() - behind;
  const never = () => () => {};
  return {
    ports: {
      ...real,
      clock: { now, monotonic: () => real.clock.monotonic() + start - behind },
      random: { ...real.random, uuid: () => v7({ msecs: now() }) },
      timers: { ...real.timers, after: never, every: never },
    },
    goTo(daysAgo) {
      behind = daysAgo * dayMs;
    },
  };
}
