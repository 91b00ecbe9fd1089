export { counter as id } from '../id/counter.ts';
export { counter as en } from '../en/counter.ts';
