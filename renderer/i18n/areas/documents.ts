import { documents as documentsEn } from '../en/documents.ts';
import { printWords as printEn } from '../en/printWords.ts';
import { documents as documentsId } from '../id/documents.ts';
import { printWords as printId } from '../id/printWords.ts';

/** The list of documents prints receipts. */
export const id = { ...documentsId, ...printId };
export const en = { ...documentsEn, ...printEn };
