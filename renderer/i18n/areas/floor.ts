import { alarm as alarmEn } from '../en/alarm.ts';
import { calm as calmEn } from '../en/calm.ts';
import { floor as floorEn } from '../en/floor.ts';
import { incidentWords as wordsEn } from '../en/incidentWords.ts';
import { alarm as alarmId } from '../id/alarm.ts';
import { calm as calmId } from '../id/calm.ts';
import { floor as floorId } from '../id/floor.ts';
import { incidentWords as wordsId } from '../id/incidentWords.ts';

export const id = { ...wordsId, ...alarmId, ...calmId, ...floorId };
export const en = { ...wordsEn, ...alarmEn, ...calmEn, ...floorEn };
