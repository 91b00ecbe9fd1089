import type { Language } from '../../../shared/domain/values.ts';
import { admin } from './admin.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { complaints } from './complaints.ts';
import { files } from './files.ts';
import { login } from './login.ts';
import { offices } from './offices.ts';
import { outlets } from './outlets.ts';
import { sending } from './sending.ts';

const areas = { common, login, offices, complaints, files, sending, outlets, admin, audit };

/** The words of the agency view in one language, by area. */
export type AgencyWords = { readonly [Area in keyof typeof areas]: (typeof areas)[Area]['id'] };

const of = (language: Language): AgencyWords => ({
  common: common[language],
  login: login[language],
  offices: offices[language],
  complaints: complaints[language],
  files: files[language],
  sending: sending[language],
  outlets: outlets[language],
  admin: admin[language],
  audit: audit[language],
});
const words = { id: of('id'), en: of('en') };

export const wordsOf = (language: Language): AgencyWords => words[language];
