export { board as id } from '../id/board.ts';
export { board as en } from '../en/board.ts';
