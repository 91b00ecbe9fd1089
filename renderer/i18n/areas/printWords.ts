export { printWords as id } from '../id/printWords.ts';
export { printWords as en } from '../en/printWords.ts';
