import { book as bookEn } from '../en/book.ts';
import { saveWords as saveEn } from '../en/saveWords.ts';
import { book as bookId } from '../id/book.ts';
import { saveWords as saveId } from '../id/saveWords.ts';
import * as printWords from './printWords.ts';

export const id = { ...bookId, ...saveId, ...printWords.id };
export const en = { ...bookEn, ...saveEn, ...printWords.en };
