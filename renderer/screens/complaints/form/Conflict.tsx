import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './Conflict.module.css';
import type { SaveState } from '../../../ui/drafts/draftSaver.ts';

interface Props {
  readonly state: SaveState;
  readonly draftId: string;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Two windows fill in the same form, or the other one has finished it: said, and decided by the officer. */
export function Conflict({ state, draftId, onTheirs, onMine }: Props) {
  const { t } = useTranslation();
  if (state.kind !== 'conflict' && state.kind !== 'ended') return null;
  const isConflict = state.kind === 'conflict';
  return (
    <section role="alert" className={classes.conflict}>
      <IconAlertTriangle size={24} aria-hidden />
      <div className={classes.words}>
        <strong>{t(isConflict ? 'complaintForm.conflict.title' : 'complaintForm.gone.title')}</strong>
        <p>{t(isConflict ? 'complaintForm.conflict.text' : 'complaintForm.gone.text')}</p>
      </div>
      {isConflict ? (
        <>
          <Button h={44} variant="default" onClick={onTheirs}>
            {t('complaintForm.conflict.theirs')}
          </Button>
          <Button h={44} variant="default" onClick={onMine}>
            {t('complaintForm.conflict.mine')}
          </Button>
        </>
      ) : (
        <Button component={Link} to={`/pengaduan/${draftId}`} h={44} variant="default">
          {t('complaintForm.open')}
        </Button>
      )}
    </section>
  );
}
