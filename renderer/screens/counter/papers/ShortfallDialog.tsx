import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './ShortfallDialog.module.css';

interface Props {
  counterId: string;
  ticket: TicketView;
  service: Service;
  received: readonly string[];
  onRecorded: (shortfallId: string) => void;
  onClose: () => void;
}

/** The papers that are missing, as they will stand on the slip, before it is recorded and printed. */
export function ShortfallDialog({ counterId, ticket, service, received, onRecorded, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useCommand('documents.recordShortfall');
  const shortfallId = useRef(v7());
  const missing = service.requirements.filter(({ id }) => !received.includes(id));

  const submit = async () => {
    if (record.pending) return;
    const reply = await record.send({
      shortfallId: shortfallId.current,
      counterId,
      ticketId: ticket.id,
      serviceId: service.id,
      missingRequirementIds: missing.map(({ id }) => id),
    });
    if (reply.kind === 'done') onRecorded(shortfallId.current);
  };

  return (
    <Dialog title={t('counter.shortfall.title')} onClose={onClose}>
      <p className={classes.prompt}>{t('counter.prompt.incomplete')}</p>
      <p>{t('counter.shortfall.intro')}</p>
      <ul className={classes.list}>
        {missing.map(({ id, title, whereToGet }) => (
          <li key={id}>
            <strong>{title[language]}</strong>
            {whereToGet[language] !== '' && <span>{t('counter.papers.where', { where: whereToGet[language] })}</span>}
          </li>
        ))}
      </ul>
      <DialogActions confirm={t('counter.shortfall.submit')} pending={record.pending} onConfirm={() => void submit()} onCancel={onClose} />
    </Dialog>
  );
}
