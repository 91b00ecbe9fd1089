import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { cleanLine } from '../../../ui/cleaning.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { dateWords } from '../../../ui/format.ts';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { isSupervisor } from '../model/actions.ts';
import classes from './Disturbances.module.css';

const longestNote = 200;

/** Services whose system is down today: for everybody to know, for supervisors to say. */
export default function Disturbances({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roles } = useStaffSession();
  const { data: disturbed = [] } = useHostQuery('queue.disturbances', {});
  const set = useCommand('queue.setDisturbance');
  const [marking, setMarking] = useState(false);
  const supervises = isSupervisor(roles);
  if (disturbed.length === 0 && !supervises) return null;
  const titleOf = (id: string) => services.find((service) => service.id === id)?.title[language] ?? '';
  return (
    <section className={classes.panel} data-quiet={disturbed.length === 0} aria-label={t('counter.disturbance.title')}>
      <h2 className={classes.heading}>
        <IconAlertTriangle size={20} aria-hidden /> {t(disturbed.length === 0 ? 'counter.disturbance.none' : 'counter.disturbance.title')}
      </h2>
      <ul className={classes.list}>
        {disturbed.map(({ serviceId, note, promisedOn }) => (
          <li key={serviceId}>
            <span>
              <strong>{titleOf(serviceId)}</strong> {note}{' '}
              {promisedOn !== null && t('notice.promised', { date: dateWords(promisedOn, language) })}
            </span>
            {supervises && (
              <Button
                h={44}
                variant="default"
                loading={set.pending}
                aria-label={t('counter.disturbance.over.label', { service: titleOf(serviceId) })}
                onClick={() => void set.send({ serviceId, disturbed: false, note: '' })}
              >
                {t('counter.disturbance.over')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {supervises && (
        <Button h={44} variant="default" onClick={() => setMarking(true)}>
          {t('counter.disturbance.mark')}
        </Button>
      )}
      {marking && <MarkDialog services={services} onClose={() => setMarking(false)} />}
    </section>
  );
}

function MarkDialog({ services, onClose }: { services: readonly Service[]; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = useCommand('queue.setDisturbance');
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const [note, setNote] = useState('');
  const mark = async () => {
    const reply = await set.send({ serviceId, disturbed: true, note });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('counter.disturbance.mark')} onClose={onClose}>
      <NativeSelect
        size="md"
        label={t('counter.disturbance.service')}
        value={serviceId}
        data={services.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={(event) => setServiceId(event.currentTarget.value)}
      />
      <TextInput
        size="md"
        mt="md"
        label={t('counter.disturbance.note')}
        description={t('counter.disturbance.note.hint')}
        value={note}
        maxLength={longestNote}
        onChange={(event) => setNote(cleanLine(event.currentTarget.value))}
      />
      <DialogActions
        confirm={t('counter.disturbance.submit')}
        cancel={t('common.cancel')}
        pending={set.pending}
        disabled={serviceId === ''}
        onConfirm={() => void mark()}
        onCancel={onClose}
      />
    </Dialog>
  );
}
