import type { securityButton as source } from '../id/securityButton.ts';

/** The security button and the small sign of one's own call: in every staff window from the first moment. */
export const securityButton: Record<keyof typeof source, string> = {
  'alarm.button.place': 'Security call',
  'alarm.button.label': 'Call security: hold for one second',
  'alarm.button.explanation':
    'Hold this button for one second, or press F12 twice (or hold F12), to call security. Nothing is heard at this counter.',
  'alarm.button.now': 'Call now',
  'alarm.place.guardPost': 'Guard post',

  'alarm.sign.sending': 'Sending …',
  'alarm.sign.unreceived': 'NOT RECEIVED YET.',
  'alarm.sign.emergency': 'Phone {{number}}. Still trying.',
  'alarm.sign.received': 'Received: {{names}}',
  'alarm.sign.coming': '{{names}} coming',
  'alarm.sign.arrived': '{{names}} is here',
  'alarm.sign.withdrawing': 'Withdrawing …',
  'alarm.sign.retrying': 'The host does not answer, trying again.',
};
