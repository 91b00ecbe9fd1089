import { complaintForm as formEn } from '../en/complaintForm.ts';
import { saveWords as saveEn } from '../en/saveWords.ts';
import { complaintForm as formId } from '../id/complaintForm.ts';
import { saveWords as saveId } from '../id/saveWords.ts';

export const id = { ...formId, ...saveId };
export const en = { ...formEn, ...saveEn };
