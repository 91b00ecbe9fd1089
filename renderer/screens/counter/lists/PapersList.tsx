import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { PaperSubject } from '../../../ui/printing/paperSubject.ts';
import type { PrintJob } from '../../../ui/printing/usePrinter.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './lists.module.css';
import { RowButton } from './RowButton.tsx';

interface Props {
  jobs: readonly PrintJob[];
  zone: string;
  onPrint: (subject: PaperSubject) => void;
  onPreview: (subject: PaperSubject) => void;
}

/** The latest papers with how they ended; each can be printed again. */
export function PapersList({ jobs, zone, onPrint, onPreview }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (jobs.length === 0) return <p className={classes.empty}>{t('counter.list.papers.empty')}</p>;
  return (
    <ul className={classes.list}>
      {jobs.map(({ jobId, kind, subjectId, label, outcome, failure, copy, at }) => {
        const subject = { kind, subjectId, label };
        const paper = t(`paperKind.${kind}`);
        return (
          <li key={jobId} className={classes.row}>
            <div className={classes.main}>
              <p className={classes.top}>
                <span className={classes.number}>{label}</span>
                {copy > 0 && <span className={classes.tag}>{t('counter.print.copy', { n: copy })}</span>}
              </p>
              <p className={classes.sub}>
                <span className={classes.service}>{paper}</span> · {timeWords(at, language, zone)}
              </p>
              <p className={classes.outcome} data-failed={outcome === 'failed'}>
                {t(`printOutcome.${outcome}`)}
                {failure !== null && `: ${t(`printFailure.${failure}`)}`}
              </p>
            </div>
            <IconButton label={t('counter.print.preview.label', { paper, label })} onClick={() => onPreview(subject)}>
              <IconEye size={22} aria-hidden />
            </IconButton>
            <RowButton label={t('counter.print.again.label', { paper, label })} why={null} onPress={() => onPrint(subject)}>
              {t('counter.print.again')}
            </RowButton>
          </li>
        );
      })}
    </ul>
  );
}
