import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PriorityGround, priorityGrounds } from '../../../../shared/domain/queue/types.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import type { Why } from '../model/actions.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import classes from './NewTicketDialog.module.css';
import { useTicketServices } from './useTicketServices.ts';

interface Props {
  /** Why no ticket can be made now. */
  why: Why | null;
  pending: boolean;
  onIssue: (serviceId: string, ground: PriorityGround | null) => void;
  onClose: () => void;
}

/** Which service, and whether the visitor has priority: the two questions of the kiosk, asked by the officer. */
export function NewTicketDialog({ why, pending, onIssue, onClose }: Props) {
  const { t } = useTranslation();
  const services = useTicketServices();
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [ground, setGround] = useState<PriorityGround | 'none'>('none');
  // The dialog takes the focus to its first choice, so it opens with the choices.
  if (services === null) return null;
  const grounds = priorityGrounds.map((value) => ({ value, label: t(`ground.${value}`) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (serviceId !== null && why === null) onIssue(serviceId, ground === 'none' ? null : ground);
  };
  return (
    <Dialog title={t('counter.newTicket.title')} onClose={onClose} size="60rem">
      <form onSubmit={submit}>
        <div className={classes.questions}>
          <ChoiceGroup
            first
            legend={t('counter.newTicket.service')}
            name="service"
            options={services}
            value={serviceId}
            onChange={setServiceId}
          />
          <ChoiceGroup
            flow
            legend={t('counter.newTicket.ground')}
            hint={t('counter.newTicket.ground.hint')}
            name="ground"
            options={[{ value: 'none', label: t('counter.newTicket.ground.none') }, ...grounds]}
            value={ground}
            onChange={setGround}
          />
        </div>
        {why !== null && <output className={classes.why}>{t(why.key, { number: why.number })}</output>}
        <DialogActions
          submit
          confirm={t('counter.newTicket.submit')}
          pending={pending}
          disabled={serviceId === null || why !== null}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
