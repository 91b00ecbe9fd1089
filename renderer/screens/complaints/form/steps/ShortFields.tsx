import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asksConsent, type MissingField } from '../../../../../shared/domain/complaints/form.ts';
import { part } from '../../../settings/form/field.ts';
import { cleanPhone } from '../../../../ui/cleaning.ts';
import { Entry } from '../parts/Entry.tsx';
import { Consent } from './Consent.tsx';
import { Missing } from './Missing.tsx';
import type { StepProps } from './StepProps.ts';
import { TitleEntry } from './TitleEntry.tsx';
import classes from './steps.module.css';

interface Props extends StepProps {
  readonly missing: readonly MissingField[];
  readonly onGoTo: (field: string) => void;
  /** It became a longer story. */
  readonly onFull: () => void;
}

/** An oral complaint answered on the spot: three fields; a name and a number only if the complainant wants news. */
export function ShortFields({ form, missing, onGoTo, onFull }: Props) {
  const { t } = useTranslation();
  const identity = part(form, 'identity');
  return (
    <>
      <p className={classes.hint}>{t('complaintForm.lead.short')}</p>
      <Entry
        field={part(part(form, 'listen'), 'chronology')}
        name="listen.chronology"
        label={t('complaintField.chronology')}
        max={8000}
        rows={4}
        required
      />
      <TitleEntry form={form} />
      <Entry
        field={part(part(form, 'solution'), 'temporary')}
        name="solution.temporary"
        label={t('complaintField.temporary.short')}
        max={1000}
        rows={2}
        required
      />
      <div className={classes.pair}>
        <Entry field={part(identity, 'name')} name="identity.name" label={t('complaintField.name.optional')} max={120} />
        <Entry
          field={part(identity, 'phone')}
          name="identity.phone"
          label={t('complaintField.phone')}
          max={25}
          clean={cleanPhone}
          inputMode="tel"
        />
      </div>
      {asksConsent(form.value) && <Consent field={part(identity, 'consent')} />}
      <Missing missing={missing} onGoTo={({ field }) => onGoTo(field)} />
      <Button variant="subtle" h={44} className={classes.proposal ?? ''} onClick={onFull}>
        {t('complaintForm.toFull')}
      </Button>
    </>
  );
}
