import { existsSync, statSync } from 'node:fs';
import { listBackups } from '../backup/manifest.ts';
import { checkVaultFile, type Damage } from '../database/check.ts';
import { databaseFile } from '../database/files.ts';
import { openReader } from '../database/open.ts';
import { vaultMigrations } from '../vault/migrations.ts';
import { readMarks } from './damageMark.ts';
import { backUpBeforeMigration, type OpenStationParts, refuseNewer } from './openStation.ts';
import { recoverVault } from './recover.ts';

/**
 * Makes sure that the vault's file can be opened: recovers a damaged or missing one, backs up before its schema
 * changes. The vault itself opens it afterwards and applies its ledger of erasures again.
 * @throws NewerDatabaseError, or I/O errors.
 */
export function ensureVaultFile(parts: OpenStationParts): void {
  const { dataDir, ports, log } = parts;
  const file = databaseFile(dataDir, 'vault');
  refuseNewer(file, vaultMigrations);
  const damage = readMarks(dataDir).vault ?? vaultDamage(dataDir, file);
  if (damage !== null) {
    log.error({ damage }, 'the vault is damaged; it is set aside and recovered');
    const report = recoverVault({ dataDir, damage, at: ports.clock.now() });
    log.warn({ report }, 'the vault was recovered');
  }
  if (existsSync(file) && isOlder(file)) backUpBeforeMigration(parts);
}

function vaultDamage(dataDir: string, file: string): Damage | null {
  if (existsSync(file) && statSync(file).size > 0) return checkVaultFile(file, 'quick').damage;
  return listBackups(dataDir).some(({ manifest }) => manifest.vault !== null) ? 'missing' : null;
}

function isOlder(file: string): boolean {
  const db = openReader(file);
  try {
    const found = Number(db.pragma('user_version', { simple: true }));
    return found > 0 && found < (vaultMigrations.at(-1)?.version ?? 0);
  } finally {
    db.close();
  }
}
