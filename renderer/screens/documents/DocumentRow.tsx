import { Button } from '@mantine/core';
import { IconCircleCheck, IconHourglass, IconPackage, IconPackageExport, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentStage, DocumentView } from '../../../shared/rpc/methods/documents.ts';
import { useCommand } from '../../api/useCommand.ts';
import { dateWords, momentWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Documents.module.css';

interface Props {
  readonly document: DocumentView;
  readonly zone: string | undefined;
  /** Of the office, `2026-11-22`. */
  readonly today: string;
  onPrint(): void;
}

const icons = { inWork: IconHourglass, ready: IconPackage, collected: IconCircleCheck } as const;

/** One submission: whose, how far it is, and the one or two things that can be done about it. */
export function DocumentRow({ document, zone, today, onPrint }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stage = stageOf(document);
  const Icon = icons[stage];
  const { number, serviceTitle, applicant, readyOn } = document;
  const isLate = stage === 'inWork' && readyOn < today;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.number}>{number}</p>
        <p className={classes.line}>{serviceTitle[language]}</p>
        <p className={classes.line}>
          {applicant === null ? t('documents.erased') : [applicant.name, applicant.nik].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={classes.state} data-stage={stage} data-late={isLate || undefined}>
        <p className={classes.stageWords}>
          <Icon size={20} aria-hidden /> {t(`documents.stage.${stage}`)}
        </p>
        <p className={classes.quiet}>{useDates(document, zone)}</p>
        {isLate && <p className={classes.late}>{t('documents.late')}</p>}
      </div>
      <Actions document={document} stage={stage} onPrint={onPrint} />
    </li>
  );
}

function useDates({ receivedAt, readyOn, readyAt, collected }: DocumentView, zone: string | undefined): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const moment = (at: number) => momentWords(at, language, zone);
  if (collected !== null) return t('documents.collected', { time: moment(collected.at), name: collected.staffName });
  if (readyAt !== null) return t('documents.ready', { time: moment(readyAt) });
  return t('documents.inWork', { time: moment(receivedAt), date: dateWords(readyOn, language) });
}

function Actions({ document: { documentId, number }, stage, onPrint }: { document: DocumentView; stage: DocumentStage; onPrint(): void }) {
  const { t } = useTranslation();
  const ready = useCommand('documents.markReady');
  const handOver = useCommand('documents.handOver');
  const label = (words: string) => `${words}: ${number}`;
  return (
    <div className={classes.actions}>
      {stage === 'inWork' && (
        <Button
          size="md"
          data-first
          loading={ready.pending}
          leftSection={<IconPackage size={20} aria-hidden />}
          aria-label={label(t('documents.markReady'))}
          onClick={() => void ready.send({ documentId })}
        >
          {t('documents.markReady')}
        </Button>
      )}
      {stage !== 'collected' && (
        <Button
          size="md"
          {...(stage === 'ready' ? { 'data-first': true } : { variant: 'default' })}
          loading={handOver.pending}
          leftSection={<IconPackageExport size={20} aria-hidden />}
          aria-label={label(t('documents.handOver'))}
          onClick={() => void handOver.send({ documentId })}
        >
          {t('documents.handOver')}
        </Button>
      )}
      <Button
        size="md"
        variant="subtle"
        {...(stage === 'collected' ? { 'data-first': true } : {})}
        leftSection={<IconPrinter size={20} aria-hidden />}
        aria-label={label(t('documents.print'))}
        onClick={onPrint}
      >
        {t('documents.print')}
      </Button>
    </div>
  );
}

const stageOf = ({ readyAt, collected }: DocumentView): DocumentStage =>
  collected !== null ? 'collected' : readyAt !== null ? 'ready' : 'inWork';
