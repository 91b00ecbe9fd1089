export { kiosk as id } from '../id/kiosk.ts';
export { kiosk as en } from '../en/kiosk.ts';
