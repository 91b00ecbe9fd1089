import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import classes from './VisitNote.module.css';

/** A note on the visit. What is typed here stays until it is saved, also over a screen lock. */
export function VisitNote({ ticket, saved, disabled }: { ticket: TicketView; saved: string; disabled: boolean }) {
  const { t } = useTranslation();
  const save = useCommand('queue.note');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? saved;
  const changed = typed !== null && typed.trim() !== saved;

  const submit = async () => {
    if (!changed || save.pending) return;
    const reply = await save.send({ ticketId: ticket.id, text: text.trim() });
    if (reply.kind === 'done') setTyped((now) => (now === text ? null : now));
  };

  return (
    <section className={classes.note}>
      <Textarea
        label={t('counter.note.label')}
        description={t('counter.note.hint')}
        size="md"
        rows={2}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={2000}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <output>{changed ? t('counter.note.unsaved') : text === '' ? '' : t('counter.note.saved')}</output>
        <Button variant="default" size="sm" h={44} loading={save.pending} disabled={!changed || disabled} onClick={() => void submit()}>
          {t('counter.note.save')}
        </Button>
      </div>
    </section>
  );
}
