import { incidents as incidentsEn } from '../en/incidents.ts';
import { incidentWords as wordsEn } from '../en/incidentWords.ts';
import { saveWords as saveEn } from '../en/saveWords.ts';
import { incidents as incidentsId } from '../id/incidents.ts';
import { incidentWords as wordsId } from '../id/incidentWords.ts';
import { saveWords as saveId } from '../id/saveWords.ts';
import * as printWords from './printWords.ts';

export const id = { ...wordsId, ...incidentsId, ...saveId, ...printWords.id };
export const en = { ...wordsEn, ...incidentsEn, ...saveEn, ...printWords.en };
