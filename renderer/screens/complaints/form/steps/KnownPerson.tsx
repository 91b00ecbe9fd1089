import { Button } from '@mantine/core';
import { IconUserCheck, IconUserSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import type { Input, Output } from '../../../../../shared/rpc/contract.ts';
import { type Field, part } from '../../../settings/form/field.ts';
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
  const taken = useTaken(
    identity,
    found.some((person) => person.personId === personId),
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
                onClick={() => (used ? taken.giveBack() : taken.take(person))}
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

/**
 * Taking somebody for the person who is here, and taking that back. When neither NIK nor phone leads to her any more she is not
 * the one: nothing of this person is recorded as hers.
 */
function useTaken(identity: Field<Identity>, isFound: boolean) {
  const given = useRef<{ readonly before: Identity; readonly person: Person } | null>(null);
  const wasFound = useRef(false);
  const before = () => (given.current === null ? identity.value : asBefore(identity.value, given.current));
  const giveBack = () => {
    const now = before();
    given.current = null;
    identity.update(() => ({ ...now, personId: v7() }));
  };
  const lost = useEffectEvent(giveBack);
  useEffect(() => {
    if (wasFound.current && !isFound) lost();
    wasFound.current = isFound;
  }, [isFound]);
  return {
    giveBack() {
      wasFound.current = false;
      giveBack();
    },
    take(person: Person) {
      const now = before();
      given.current = { before: now, person };
      identity.update(() => asPerson(now, person));
    },
  };
}

/** Without what came from her where nothing had been typed. */
function asBefore(now: Identity, { before, person }: { readonly before: Identity; readonly person: Person }): Identity {
  const typed = (field: 'name' | 'address' | 'email') => (before[field].trim() === '' && now[field] === person[field] ? '' : now[field]);
  return { ...now, name: typed('name'), address: typed('address'), email: typed('email') };
}

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
