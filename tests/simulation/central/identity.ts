/** The central server of every simulated office and the office's enrolment at it: made once, always the same. */
import { makeOfficeKeys, type NewKeys } from '../../../electron/host/central/officeKeys.ts';
import type { Enrolment } from '../../../shared/domain/central/types.ts';
import { privateKey, publicBytes } from '../../../sync/keys.ts';
import { createSeeded } from '../random.ts';

const random = createSeeded('central server');
const id = () => random.uuid(0);

export const officeKeys: NewKeys = makeOfficeKeys({ bytes: random.bytes, uuid: id });
export const pinKey = random.bytes(32);
const agencyKey = { keyId: id(), publicKey: publicBytes(privateKey('X25519', random.bytes(32))).toString('base64url') };

export const enrolment: Enrolment = {
  url: 'https://pusat.contoh.invalid',
  serverId: id(),
  officeId: id(),
  officeCode: 'CONTOH',
  officeName: 'Kantor Contoh',
  agencyName: 'Dinas Contoh',
  publicUrl: 'https://pusat.contoh.invalid',
  keyId: id(),
  keysNoteId: id(),
  agencyKey,
};
