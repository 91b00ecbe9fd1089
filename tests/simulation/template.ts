import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemoOffice } from '../../electron/host/demo.ts';
import { enrolment, officeKeys, pinKey } from './central/identity.ts';
import { createNetwork } from './network.ts';
import { createNode } from './node.ts';
import { createSeeded } from './random.ts';
import { createWorld } from './world.ts';

/** Half past seven in Jakarta on a Monday. */
export const startAt = Date.parse('2026-11-23T00:30:00Z');

/** Memory instead of a disk where there is one: what a power cut leaves is the simulation's to say, not the disk's. */
export const scratch = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'loket-simulation-'));

/** The same office, enrolled at the central server (central/identity.ts). */
export async function enrolTemplate(directory: string, template: string): Promise<string> {
  const enrolled = join(directory, 'enrolled');
  cpSync(template, enrolled, { recursive: true });
  const world = createWorld();
  const random = createSeeded('enrolling');
  const parts = { world, network: createNetwork(world, random), random, dataDir: enrolled, startAt, hasJoined: false };
  const node = await createNode({ ...parts, others: () => [], onStart: () => {} }, '');
  await node.start();
  const { host } = node;
  if (host === null) throw new Error('the enrolled template did not start');
  const { engine, vault, ports } = host.services;
  vault.putNote(enrolment.keysNoteId, officeKeys.note(pinKey));
  const commandId = ports.random.uuid();
  engine.execute({ method: 'central.enrol', input: enrolment, commandId, actor: { kind: 'system' }, roles: ['system'] });
  host.close();
  return enrolled;
}

/** The office before its first morning, made once by the real commands; every seed begins with a copy. */
export async function makeTemplate(directory: string): Promise<string> {
  const world = createWorld();
  const random = createSeeded('template');
  const dataDir = join(directory, 'template');
  mkdirSync(dataDir);
  const network = createNetwork(world, random);
  const node = await createNode({ world, network, random, dataDir, startAt, hasJoined: false, others: () => [], onStart: () => {} }, '');
  await node.start();
  const { host } = node;
  if (host === null) throw new Error('the template did not start');
  // Hashing takes real time; virtual time stands still meanwhile, so that the template is always the same.
  await world.during(seedDemoOffice(host), 0);
  const copy = join(directory, 'office');
  host.close();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}
