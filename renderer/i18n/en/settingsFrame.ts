import type { settingsFrame as source } from '../id/settingsFrame.ts';

/** Words of every page of the settings: list, forms, fields. */
export const settingsFrame: Record<keyof typeof source, string> = {
  'settings.nav': 'Settings sections',
  'settings.group.office': 'Office',
  'settings.sync.title': 'Synchronisation',
  'settings.group.queue': 'Queue',
  'settings.group.people': 'People',
  'settings.group.station': 'This station',
  'settings.noAccess.title': 'You have no access to this section',
  'settings.noAccess.text':
    'An administrator of the office looks after this section. Ask one to change it, or choose another section from the list.',

  'settings.form.dirty': 'There are unsaved changes',
  'settings.form.saved': 'Saved at {{time}}',
  'settings.form.discard': 'Discard changes',
  'settings.form.inIndonesian': 'Indonesian',
  'settings.form.inEnglish': 'English',
  'settings.form.less': 'less',
  'settings.form.more': 'more',
  'settings.form.showSecret': 'Show or hide what is typed',
  'settings.unsaved.title': 'Changes are not saved',
  'settings.unsaved.text': 'If you leave now, what you have just typed will be lost.',
  'settings.unsaved.stay': 'Stay here',
  'settings.unsaved.leave': 'Discard and leave',
  'settings.conflict.title': 'Somebody else has just changed this section',
  'settings.conflict.text':
    'What you typed is still here. Saving replaces the other person’s change. You can also take the newest version and type again.',
  'settings.conflict.take': 'Take the newest version',

  'settings.field.required': 'Fill in this field.',
  'settings.field.choose': 'Choose one.',
  'settings.field.chooseOne': 'Choose at least one.',
  'settings.field.number': 'Enter a number.',
  'settings.field.format': 'This does not have the right form. Check it again.',
  'settings.field.min': 'At least {{min}}.',
  'settings.field.max': 'At most {{max}}.',
  'settings.field.tooShort': 'At least {{min}} characters.',
  'settings.field.tooLong': 'At most {{max}} characters.',
  'settings.field.tooMany': 'At most {{max}} entries.',
  'settings.field.secret': 'A PIN of at least 6 digits, or a password of at least 8 characters.',

  'settings.secret.new': 'New PIN or password',
  'settings.secret.again': 'Type it once more',
  'settings.secret.different': 'Not the same as the first one. Type it again.',
  'settings.secret.empty': 'A PIN of at least 6 digits, or a password of at least 8 characters.',
  'settings.secret.refused': 'Still too short.',
  'settings.secret.weak': 'Easy to guess. Avoid rows of digits, the same digit, years and common words.',
  'settings.secret.fair': 'Fair. Longer is safer.',
  'settings.secret.good': 'Good, hard to guess.',

  'settings.unit.minutes': 'minutes',
  'settings.unit.minutesAtCounter': 'minutes, while the visitor waits',
  'settings.unit.workingDays': 'working days',
};
