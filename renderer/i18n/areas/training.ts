export { training as id } from '../id/training.ts';
export { training as en } from '../en/training.ts';
