import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { OwnDraft } from './model/useOwnDrafts.ts';
import classes from './StartPage.module.css';

/** The officer's own unfinished forms, newest first. */
export function DraftList({ drafts, onOpen }: { drafts: readonly OwnDraft[]; onOpen: (draftId: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const discard = useCommand('draft.discard');
  const [leaving, setLeaving] = useState<OwnDraft | null>(null);
  const titleOf = ({ title, name }: OwnDraft) =>
    [title, name].filter((one) => one.trim() !== '').join(' — ') || t('complaintForm.drafts.untitled');
  const throwAway = async ({ draftId }: OwnDraft) => {
    if ((await discard.send({ draftId })).kind === 'done') setLeaving(null);
  };
  return (
    <section className={classes.drafts} aria-labelledby="complaint-drafts">
      <h2 id="complaint-drafts" className={classes.draftsTitle}>
        {t('complaintForm.drafts')}
      </h2>
      {drafts.length === 0 ? (
        <p className={classes.quiet}>{t('complaintForm.drafts.none')}</p>
      ) : (
        <ul className={classes.list}>
          {drafts.map((draft) => (
            <li key={draft.draftId}>
              <p className={classes.draft}>
                <strong>{titleOf(draft)}</strong>
                <span className={classes.quiet}>
                  {t('complaintForm.drafts.at', {
                    step: t(`complaintForm.step.${draft.step}`),
                    time: momentWords(draft.updatedAt, language, zone),
                  })}
                </span>
              </p>
              <Button
                h={44}
                aria-label={t('complaintForm.drafts.continue.label', { title: titleOf(draft) })}
                onClick={() => onOpen(draft.draftId)}
              >
                {t('complaintForm.drafts.continue')}
              </Button>
              <Button
                h={44}
                variant="default"
                aria-label={t('complaintForm.drafts.discard.label', { title: titleOf(draft) })}
                onClick={() => setLeaving(draft)}
              >
                {t('complaintForm.drafts.discard')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {leaving !== null && (
        <Dialog title={t('complaintForm.discard.title')} onClose={() => setLeaving(null)}>
          <p>
            <strong>{titleOf(leaving)}</strong>
          </p>
          <p>{t('complaintForm.discard.text')}</p>
          <DialogActions
            danger
            cancel={t('complaintForm.discard.keep')}
            onCancel={() => setLeaving(null)}
            confirm={t('complaintForm.discard.confirm')}
            pending={discard.pending}
            onConfirm={() => void throwAway(leaving)}
          />
        </Dialog>
      )}
    </section>
  );
}
