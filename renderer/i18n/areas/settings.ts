export { settings as id } from '../id/settings.ts';
export { settings as en } from '../en/settings.ts';
