import { alarm as alarmEn } from '../en/alarm.ts';
import { calm as calmEn } from '../en/calm.ts';
import { incidents as incidentsEn } from '../en/incidents.ts';
import { incidentWords as wordsEn } from '../en/incidentWords.ts';
import { saveWords as saveEn } from '../en/saveWords.ts';
import { alarm as alarmId } from '../id/alarm.ts';
import { calm as calmId } from '../id/calm.ts';
import { incidents as incidentsId } from '../id/incidents.ts';
import { incidentWords as wordsId } from '../id/incidentWords.ts';
import { saveWords as saveId } from '../id/saveWords.ts';
import * as printWords from './printWords.ts';

export const id = { ...wordsId, ...alarmId, ...calmId, ...incidentsId, ...saveId, ...printWords.id };
export const en = { ...wordsEn, ...alarmEn, ...calmEn, ...incidentsEn, ...saveEn, ...printWords.en };
