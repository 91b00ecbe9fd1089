export { alarm as id } from '../id/alarm.ts';
export { alarm as en } from '../en/alarm.ts';
