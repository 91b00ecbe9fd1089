import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { type ApplicantField, cleaned, wrongFields } from './applicant.ts';
import { type ApplicantDraft, emptyDraft, useDrafts } from './drafts.ts';
import { NikWarnings } from './NikWarnings.tsx';
import classes from './RegisterForm.module.css';

interface Props {
  counterId: string;
  ticket: TicketView;
  received: readonly string[];
  disabled: boolean;
  onRegistered: (documentId: string, number: string) => void;
}

/** Applicant of a complete submission; makes the number of the tanda terima berkas. */
export function RegisterForm({ counterId, ticket, received, disabled, onRegistered }: Props) {
  const { t } = useTranslation();
  const drafts = useDrafts();
  const register = useCommand('documents.register');
  const [draft, setDraft] = useState(() => drafts.of(ticket.id));
  const [tried, setTried] = useState(false);
  // Kept until it is registered: sending the form again cannot make a second submission.
  const ids = useRef({ documentId: v7(), personId: v7() });
  const wrong = wrongFields(draft);

  const change = (field: ApplicantField) => (event: { currentTarget: { value: string } }) => {
    const next: ApplicantDraft = { ...draft, [field]: event.currentTarget.value };
    setDraft(next);
    drafts.keep(ticket.id, next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size > 0 || register.pending || disabled) return;
    const { documentId, personId } = ids.current;
    const reply = await register.send({
      documentId,
      personId,
      counterId,
      ticketId: ticket.id,
      serviceId: ticket.serviceId,
      applicant: cleaned(draft),
      receivedRequirementIds: [...received],
    });
    if (reply.kind !== 'done') return;
    ids.current = { documentId: v7(), personId: v7() };
    drafts.forget(ticket.id);
    setDraft(emptyDraft);
    setTried(false);
    // The form goes away; the focus is free to follow the visit.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onRegistered(documentId, reply.output.number);
  };

  return (
    <form className={classes.form} aria-label={t('counter.register.title')} noValidate onSubmit={(event) => void submit(event)}>
      <TextInput
        size="md"
        required
        data-follow
        autoComplete="off"
        label={t('counter.register.name')}
        maxLength={120}
        value={draft.name}
        error={tried && wrong.has('name') ? t('counter.register.name.required') : null}
        onChange={change('name')}
      />
      <div className={classes.pair}>
        <div>
          <TextInput
            size="md"
            inputMode="numeric"
            autoComplete="off"
            label={t('counter.register.nik')}
            maxLength={30}
            value={draft.nik}
            error={wrong.has('nik') ? t('counter.register.nik.invalid') : null}
            onChange={change('nik')}
          />
          {!wrong.has('nik') && <NikWarnings nik={cleaned(draft).nik} />}
        </div>
        <TextInput
          size="md"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={t('counter.register.phone')}
          maxLength={25}
          value={draft.phone}
          error={wrong.has('phone') ? t('counter.register.phone.invalid') : null}
          onChange={change('phone')}
        />
      </div>
      <div className={classes.foot}>
        <p className={classes.private}>
          <IconLock size={18} aria-hidden /> {t('counter.register.private')}
        </p>
        <Button type="submit" size="lg" mih={52} loading={register.pending} disabled={disabled}>
          {t('counter.register.submit')}
        </Button>
      </div>
    </form>
  );
}
