import { calm as calmEn } from '../en/calm.ts';
import { incidentWords as wordsEn } from '../en/incidentWords.ts';
import { calm as calmId } from '../id/calm.ts';
import { incidentWords as wordsId } from '../id/incidentWords.ts';

export const id = { ...wordsId, ...calmId };
export const en = { ...wordsEn, ...calmEn };
