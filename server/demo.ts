import { demoPassword, demoSecret, seedDemoUsers } from './agency/demoUsers.ts';
import { createAgency, createOffice, makeEnrolmentCode, officeByCode } from './offices.ts';
import type { ServerServices } from './services.ts';

export interface Demo {
  readonly officeCode: string;
  /** For the first office; used once. */
  readonly enrolmentCode: string;
  /** What a person at the terminal reads. */
  readonly told: readonly string[];
}

/** A demo agency with two offices, when the database has no agency yet; a fresh enrolment code at every start. */
export async function seedDemo(services: ServerServices): Promise<Demo> {
  const { db, keys, now, publicUrl } = services;
  const known = await officeByCode(db, 'contoh');
  const agencyId =
    known?.officeId ?? (await createAgency(db, keys, { code: 'contoh', name: 'Pemerintah Kota Contoh', zone: 'Asia/Jakarta' }, now()));
  if (known === null) {
    await createOffice(db, keys, agencyId, { code: 'dukcapil-contoh', name: 'Dinas Dukcapil Kota Contoh', zone: 'Asia/Jakarta' }, now());
    await createOffice(db, keys, agencyId, { code: 'kecamatan-contoh', name: 'Kecamatan Contoh Barat', zone: 'Asia/Jakarta' }, now());
  }
  await db.inOffice(agencyId, (tx) => seedDemoUsers(tx, services, agencyId, now()));
  const office = await officeByCode(db, 'dukcapil-contoh');
  if (office === null) throw new Error('the demo office is missing');
  const enrolmentCode = await makeEnrolmentCode(db, keys, office, 'demo', now());
  return {
    officeCode: office.code,
    enrolmentCode,
    told: [
      `Enrolment code of ${office.name} (once, 24 hours): ${enrolmentCode}`,
      `Public pages: ${publicUrl()}/`,
      `Agency: ${publicUrl()}/instansi/contoh/masuk as admin, pejabat or pengamat, password "${demoPassword}"`,
      `  Second step: the key ${demoSecret} in an authenticator app, or the code that "npm run server:admin -- demo-code" tells`,
    ],
  };
}
