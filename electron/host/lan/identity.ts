import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fingerprint } from '../../../shared/domain/stations/types.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';
import type { KeyStore } from '../keyStore.ts';
import type { Ports } from '../ports.ts';
import { keyedHash, seal, unseal } from '../vault/seal.ts';
import type { LanIdentity } from './network/network.ts';
import { lanFolder } from './stateFile.ts';

const identityFile = z.strictObject({ version: z.literal(1), certificate: z.string(), fingerprint, sealedKey: z.base64() });

/**
 * This station's key pair and certificate, made at first need. The private key lies sealed under a key of the station's own key
 * store, the one that no other station ever gets; the database and its backups know nothing of it.
 * @throws SealBrokenError when the key store is another one; I/O errors.
 */
export async function openIdentity(dataDir: string, keyStore: KeyStore, { lan, random }: Ports): Promise<LanIdentity> {
  const file = join(lanFolder(dataDir), 'identity.json');
  const sealingKey = keyedHash(keyStore.key('windowKey'), 'lan identity');
  const known = readIfPresent(file);
  if (known !== null) {
    const { certificate, sealedKey, ...rest } = identityFile.parse(JSON.parse(known.toString('utf8')));
    const privateKey = unseal(sealingKey, `lan:${rest.fingerprint}`, Buffer.from(sealedKey, 'base64')).toString('utf8');
    return { certificate, privateKey, fingerprint: rest.fingerprint };
  }
  const made = await lan.makeIdentity();
  const sealedKey = seal(sealingKey, `lan:${made.fingerprint}`, Buffer.from(made.privateKey), random).toString('base64');
  mkdirSync(lanFolder(dataDir), { recursive: true, mode: 0o700 });
  const content = { version: 1, certificate: made.certificate, fingerprint: made.fingerprint, sealedKey };
  writeDurably(file, `${JSON.stringify(content)}\n`);
  return made;
}
