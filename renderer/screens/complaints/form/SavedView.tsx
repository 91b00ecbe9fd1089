import { Button } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePrinter } from '../../../ui/printing/usePrinter.tsx';
import { leaveTo, newComplaintPath } from '../paths.ts';
import type { Origin } from './model/openDraft.ts';
import { useFound } from './model/useFound.ts';
import classes from './SavedView.module.css';

interface Props {
  readonly complaintId: string;
  /** The counter and its visitor; another complaint may be hers as well. */
  readonly origin: Origin;
  /** Saved a moment ago: its receipt is printed by itself. */
  readonly isNew: boolean;
}

/** The complaint is saved: its tracking number and PIN to be read out, its receipt, and the way back to work. */
export default function SavedView({ complaintId, origin, isNew }: Props) {
  const { counterId, ticketId } = origin;
  const { t } = useTranslation();
  const printer = usePrinter();
  const view = useFound('complaint.view', { complaintId }, 0);
  const secret = useFound('complaint.pin', { complaintId }, 0);
  const number = view?.number;
  const print = () => void printer.print({ kind: 'complaintReceipt', subjectId: complaintId, label: number ?? '' });

  const printed = useRef(!isNew);
  useEffect(() => {
    if (number === undefined || printed.current) return;
    printed.current = true;
    void printer.print({ kind: 'complaintReceipt', subjectId: complaintId, label: number });
  }, [number, complaintId, printer]);
  const back = useRef<HTMLAnchorElement>(null);
  useEffect(() => back.current?.focus(), []);

  return (
    <section className={classes.page}>
      <IconCircleCheck size={56} stroke={1.5} className={classes.sign} aria-hidden />
      <h1 className={classes.title} role="status">
        {t('complaintForm.done.title')}
      </h1>
      <dl className={classes.facts}>
        <div>
          <dt>{t('complaintForm.done.number')}</dt>
          <dd data-testid="complaint-number">{number ?? '…'}</dd>
        </div>
        <div>
          <dt>{t('complaintForm.done.pin')}</dt>
          <dd data-testid="complaint-pin">{secret?.pin ?? '…'}</dd>
        </div>
      </dl>
      <p className={classes.tell}>{t('complaintForm.done.tell')}</p>
      <div className={classes.buttons}>
        <Button ref={back} component={Link} to={leaveTo(counterId)} size="lg" leftSection={<IconArrowLeft size={20} aria-hidden />}>
          {t(counterId === null ? 'complaintForm.toList' : 'complaintForm.toCounter')}
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={number === undefined}
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={print}
        >
          {t('complaintForm.done.print')}
        </Button>
        <Button component={Link} to={`/pengaduan/${complaintId}`} size="lg" variant="default">
          {t('complaintForm.done.open')}
        </Button>
        <Button
          component={Link}
          to={counterId === null ? '/pengaduan/baru' : newComplaintPath(counterId, ticketId)}
          size="lg"
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
        >
          {t('complaintForm.done.another')}
        </Button>
      </div>
    </section>
  );
}
