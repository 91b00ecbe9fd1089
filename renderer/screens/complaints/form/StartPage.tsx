import { Button } from '@mantine/core';
import { IconArrowLeft, IconListDetails, IconMessage2Check } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { v7 } from 'uuid';
import type { ComplaintForm } from '../../../../shared/domain/complaints/form.ts';
import { leaveTo } from '../paths.ts';
import { DraftList } from './DraftList.tsx';
import type { Origin } from './model/openDraft.ts';
import { useOwnDrafts } from './model/useOwnDrafts.ts';
import classes from './StartPage.module.css';

/**
 * Begins a complaint, or goes on with a draft. Who comes from a counter and has no draft waiting is in the form at once;
 * a visitor for whom one was begun finds it again.
 */
export function StartPage({ origin }: { origin: Origin }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const drafts = useOwnDrafts();
  const open = (draftId: string, begun?: ComplaintForm['kind']) =>
    navigate(
      { pathname: `/pengaduan/baru/${draftId}`, search: search.toString() },
      { replace: true, state: begun === undefined ? null : { begun } },
    );

  const main = useRef<HTMLButtonElement>(null);
  const isShown = drafts !== null;
  useEffect(() => {
    if (isShown) main.current?.focus();
  }, [isShown]);

  const sameVisitor = origin.ticketId === null ? undefined : drafts?.find(({ ticketId }) => ticketId === origin.ticketId);
  const goesOn = drafts === null || origin.counterId === null ? null : (sameVisitor?.draftId ?? (drafts.length === 0 ? 'new' : null));
  useEffect(() => {
    if (goesOn !== null) void (goesOn === 'new' ? open(v7(), 'full') : open(goesOn));
    // Once, when it is known; `open` is made anew with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [goesOn]);
  if (drafts === null || goesOn !== null) return <div aria-busy />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{t('complaintForm.title')}</h1>
          <p className={classes.lead}>{t('complaintForm.start.lead')}</p>
        </div>
        <Button
          component={Link}
          to={leaveTo(origin.counterId)}
          h={44}
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {t(origin.counterId === null ? 'complaintForm.toList' : 'complaintForm.toCounter')}
        </Button>
      </header>
      <div className={classes.kinds}>
        <button type="button" className={classes.kind} data-main ref={main} onClick={() => void open(v7(), 'full')}>
          <IconListDetails size={36} stroke={1.6} aria-hidden />
          <span>
            <strong>{t('complaintForm.start.full')}</strong>
            <span className={classes.kindText}>{t('complaintForm.start.full.text')}</span>
          </span>
        </button>
        <button type="button" className={classes.kind} onClick={() => void open(v7(), 'short')}>
          <IconMessage2Check size={36} stroke={1.6} aria-hidden />
          <span>
            <strong>{t('complaintForm.start.short')}</strong>
            <span className={classes.kindText}>{t('complaintForm.start.short.text')}</span>
          </span>
        </button>
      </div>
      <DraftList drafts={drafts} onOpen={(draftId) => void open(draftId)} />
    </div>
  );
}
