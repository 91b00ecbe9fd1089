import { Button } from '@mantine/core';
import { IconUserCheck, IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import type { Input, Output } from '../../../../../shared/rpc/contract.ts';
import { part } from '../../../settings/form/field.ts';
import { BriefList } from '../parts/BriefList.tsx';
import { phoneDigits } from '../../../../ui/cleaning.ts';
import { useFound } from '../model/useFound.ts';
import type { StepProps } from './StepProps.ts';
import classes from './steps.module.css';

type Identity = ComplaintForm['identity'];
type Person = Output<'person.lookup'>[number];

const nikDigits = 16;
/** The shortest Indonesian numbers have nine digits; before that a look-up would only guess. */
const fewestPhoneDigits = 9;
const pauseMs = 350;

/** A person who was here before, found by her full NIK or phone number, with her earlier complaints. */
export function KnownPerson({ form }: StepProps) {
  const { t } = useTranslation();
  const identity = part(form, 'identity');
  const { nik, phone, personId } = identity.value;
  const byNik = useFound('person.lookup', nik.length === nikDigits ? ask('nik', nik) : null, pauseMs);
  const byPhone = useFound('person.lookup', phoneDigits(phone) >= fewestPhoneDigits ? ask('phone', phone.trim()) : null, pauseMs);
  const found = [...(byNik ?? []), ...(byPhone ?? [])].filter(
    (person, at, all) => all.findIndex((one) => one.personId === person.personId) === at,
  );
  if (found.length === 0) return null;
  return (
    <section className={classes.known} aria-labelledby="complaint-known" aria-live="polite">
      <h3 id="complaint-known" className={classes.knownTitle}>
        <IconUserSearch size={22} aria-hidden /> {t('complaintField.known.title')}
      </h3>
      {found.map((person) => {
        const used = person.personId === personId;
        return (
          <div key={person.personId} className={classes.person}>
            <div className={classes.personHead}>
              <p className={classes.personName}>
                {[person.name, person.nik, person.phone].filter((one) => one !== '').join(' · ')}
                {used && <span className={classes.used}>{t('complaintField.known.used')}</span>}
              </p>
              <Button
                h={44}
                variant={used ? 'default' : 'filled'}
                leftSection={<IconUserCheck size={18} aria-hidden />}
                onClick={() => identity.update((now) => (used ? { ...now, personId: v7() } : asPerson(now, person)))}
              >
                {t(used ? 'complaintField.known.undo' : 'complaintField.known.use')}
              </Button>
            </div>
            {person.complaints.length === 0 ? (
              <p className={classes.hint}>{t('complaintField.known.noComplaints')}</p>
            ) : (
              <>
                <p className={classes.hint}>{t('complaintField.known.complaints')}</p>
                <BriefList complaints={person.complaints} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

const ask = (by: 'nik' | 'phone', value: string): Input<'person.lookup'> => ({ by, value });

/** Her id, and what is known of her where nothing was typed; what comes masked is never taken for a value. */
function asPerson(now: Identity, person: Person): Identity {
  const known = (typed: string, stored: string) => (typed.trim() !== '' || stored.includes('•') ? typed : stored);
  return {
    ...now,
    personId: person.personId,
    name: known(now.name, person.name),
    address: known(now.address, person.address),
    email: known(now.email, person.email),
  };
}
