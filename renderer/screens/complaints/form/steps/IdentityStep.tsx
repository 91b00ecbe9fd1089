import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asksConsent } from '../../../../../shared/domain/complaints/form.ts';
import { NikWarnings } from '../../../counter/papers/NikWarnings.tsx';
import { part } from '../../../settings/form/field.ts';
import { cleanLine, cleanNik, cleanPhone } from '../../../../ui/cleaning.ts';
import { Entry } from '../parts/Entry.tsx';
import { Tick } from '../parts/Tick.tsx';
import { Consent } from './Consent.tsx';
import { KnownPerson } from './KnownPerson.tsx';
import type { StepProps } from './StepProps.ts';
import classes from './steps.module.css';

/** Identitas: no more than is needed; a person who was here before is found by NIK or phone. */
export function IdentityStep({ form }: StepProps) {
  const { t } = useTranslation();
  const identity = part(form, 'identity');
  const { anonymous, nik } = identity.value;
  return (
    <>
      <div className={classes.pair}>
        <Tick
          field={part(identity, 'anonymous')}
          name="identity.anonymous"
          label={t('complaintField.anonymous')}
          hint={t('complaintField.anonymous.hint')}
        />
        <Tick
          field={part(identity, 'confidential')}
          name="identity.confidential"
          label={t('complaintField.confidential')}
          hint={t('complaintField.confidential.hint')}
        />
      </div>
      <Entry field={part(identity, 'name')} name="identity.name" label={t('complaintField.name')} max={120} required={!anonymous} />
      <div className={classes.pair}>
        <div>
          <Entry
            field={part(identity, 'nik')}
            name="identity.nik"
            label={t('complaintField.nik')}
            max={20}
            clean={cleanNik}
            inputMode="numeric"
          />
          <NikWarnings nik={nik} />
        </div>
        <Entry
          field={part(identity, 'phone')}
          name="identity.phone"
          label={t('complaintField.phone')}
          max={25}
          clean={cleanPhone}
          inputMode="tel"
        />
      </div>
      <KnownPerson form={form} />
      <div className={classes.pair}>
        <Entry
          field={part(identity, 'email')}
          name="identity.email"
          label={t('complaintField.email')}
          max={120}
          clean={(typed) => cleanLine(typed).trim()}
          inputMode="email"
        />
        <Entry field={part(identity, 'address')} name="identity.address" label={t('complaintField.address')} max={300} />
      </div>
      <p className={classes.private}>
        <IconLock size={18} aria-hidden /> {t('complaintField.private')}
      </p>
      {asksConsent(form.value) && <Consent field={part(identity, 'consent')} />}
    </>
  );
}
