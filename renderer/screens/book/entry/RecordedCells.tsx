import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BookFacts } from '../../../../shared/domain/book/check.ts';
import type { RecordedRowView } from '../../../../shared/rpc/methods/book.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { pastComplaintPath } from '../../complaints/paths.ts';
import classes from '../Book.module.css';

interface Props {
  row: RecordedRowView;
  facts: BookFacts;
  zone: string | undefined;
  onCorrect: () => void;
}

/** A row that is in the records: in words, with who entered it and who corrected it why. */
export function RecordedCells({ row, facts, zone, onCorrect }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { visit, number, where, enteredAt, enteredBy, corrections } = row;
  const service = facts.services.find(({ id }) => id === visit.serviceId);
  const counter = facts.counters.find(({ id }) => id === visit.counterId);
  const clock = (time: string | null) => (time === null ? '–' : language === 'id' ? time.replace(':', '.') : time);
  const last = corrections.at(-1);
  const entered =
    last === undefined
      ? t('book.recorded.by', { time: momentWords(enteredAt, language, zone), name: enteredBy })
      : t('book.recorded.corrected', {
          time: momentWords(last.at, language, zone),
          name: last.by,
          reason: t(`book.reason.${last.reason}`),
        });
  return (
    <>
      <td>{clock(visit.arrived)}</td>
      <td>
        {service?.prefix ?? ''} <span className={classes.service}>{service?.title[language] ?? ''}</span>
      </td>
      <td>{visit.ground === null ? '–' : t(`ground.${visit.ground}`)}</td>
      <td>{clock(visit.called)}</td>
      <td>{counter?.number ?? '–'}</td>
      <td>{clock(visit.finished)}</td>
      <td>{t(where === 'queue' ? 'book.recorded.queue' : `book.outcome.${visit.outcome}`)}</td>
      <td>
        {visit.complaint ? (
          <Link
            to={pastComplaintPath(facts.date, visit.serviceId)}
            className={classes.complaint ?? ''}
            aria-label={t('book.recorded.complaint.label', { number })}
          >
            {t('book.recorded.complaint')}
          </Link>
        ) : (
          '–'
        )}
      </td>
      <td>
        <span className={classes.entered}>
          {where === 'history' && (
            <IconButton label={t('book.recorded.correct.label', { number })} onClick={onCorrect}>
              <IconPencil size={20} aria-hidden />
            </IconButton>
          )}
          <span className={classes.fine}>{entered}</span>
        </span>
      </td>
    </>
  );
}
