import type { refusal as source } from '../id/refusal.ts';

export const refusal: Record<keyof typeof source, string> = {
  'refusal.wrongSecret': 'Wrong PIN or password. Check it and try again.',
  'refusal.loginDelayed': 'Too many failed tries. Wait a moment, then try again.',
  'refusal.staffUnknown': 'This staff account does not exist. Choose a name from the list.',
  'refusal.staffInactive': 'This account is not active. Ask an administrator.',
  'refusal.staffNameTaken': 'The name “{{name}}” belongs to somebody else. Use another name.',
  'refusal.lastAdministrator': 'This is the last active administrator. Appoint another one first.',
  'refusal.sessionEnded': 'The session has ended. Please log in again; saved work is safe.',
  'refusal.alreadySetUp': 'This office is already set up. Please log in.',
  'refusal.prefixTaken': 'Another service uses the prefix {{prefix}}. Choose another letter.',
  'refusal.counterNumberTaken': 'Counter number {{number}} is taken. Choose another number.',
  'refusal.serviceUnknown': 'This service no longer exists. Reload the list of services.',
  'refusal.counterUnknown': 'This counter no longer exists. Choose another one.',
  'refusal.printerUnknown': 'This printer is no longer in the settings. Choose another one.',
  'refusal.serviceInUse': '{{waiting}} people still wait for {{title}}. Serve them first.',
  'refusal.counterInUse': '{{name}} is in use. Close the counter first.',
  'refusal.lastService': 'This is the last service. An office needs at least one.',
  'refusal.hoursInvalid': 'These hours do not make sense. Opening must be before closing, with the breaks in between.',
  'refusal.holidayOutsideYear': '{{date}} is not in that year. Correct the date.',
};
