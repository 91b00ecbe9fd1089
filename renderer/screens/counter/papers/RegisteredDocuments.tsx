import { Button } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { dateWords, timeWords } from '../../../ui/format.ts';
import type { PaperSubject } from '../../../ui/printing/paperSubject.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './RegisteredDocuments.module.css';

interface Props {
  papers: Output<'documents.ofTicket'>;
  ticketNumber: string;
  zone: string;
  onPrint: (subject: PaperSubject) => void;
  onPreview: (subject: PaperSubject) => void;
}

/** What was registered or found missing for this ticket, each with its paper. */
export function RegisteredDocuments({ papers, ticketNumber, zone, onPrint, onPreview }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className={classes.list}>
      {papers.documents.map(({ documentId, number, readyOn, applicant }) => (
        <li key={documentId} className={classes.card}>
          <div>
            <p className={classes.number}>{number}</p>
            <p className={classes.line}>{t('counter.registered.ready', { date: dateWords(readyOn, language) })}</p>
            <p className={classes.line}>
              {applicant === null ? t('counter.registered.erased') : t('counter.registered.applicant', { name: applicant.name })}
            </p>
          </div>
          <PaperButtons
            subject={{ kind: 'documentReceipt', subjectId: documentId, label: number }}
            onPrint={onPrint}
            onPreview={onPreview}
          />
        </li>
      ))}
      {papers.shortfalls.map(({ shortfallId, at, missing }) => (
        <li key={shortfallId} className={classes.card} data-kind="shortfall">
          <p className={classes.line}>
            {t('counter.shortfall.recorded', {
              time: timeWords(at, language, zone),
              missing: missing.map((title) => title[language]).join(', '),
            })}
          </p>
          <PaperButtons
            subject={{ kind: 'shortfallSlip', subjectId: shortfallId, label: ticketNumber }}
            onPrint={onPrint}
            onPreview={onPreview}
          />
        </li>
      ))}
    </ul>
  );
}

function PaperButtons({ subject, onPrint, onPreview }: { subject: PaperSubject } & Pick<Props, 'onPrint' | 'onPreview'>) {
  const { t } = useTranslation();
  const words = { paper: t(`paperKind.${subject.kind}`), label: subject.label };
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        h={44}
        leftSection={<IconEye size={18} aria-hidden />}
        aria-label={t('counter.print.preview.label', words)}
        onClick={() => onPreview(subject)}
      >
        {t('counter.print.preview')}
      </Button>
      <Button
        variant="default"
        h={44}
        leftSection={<IconPrinter size={18} aria-hidden />}
        aria-label={t('counter.print.again.label', words)}
        onClick={() => onPrint(subject)}
      >
        {t('counter.print.again')}
      </Button>
    </div>
  );
}
