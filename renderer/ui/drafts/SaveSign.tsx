import { IconAlertTriangle, IconCircleCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../useLanguage.ts';
import type { SaveState } from './draftSaver.ts';
import { exactTime } from '../format.ts';
import classes from './SaveSign.module.css';

/** Whether what is typed is on disk, to the second. */
export function SaveSign({ state, zone }: { state: SaveState; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = () => {
    switch (state.kind) {
      case 'saved':
        return t('save.saved', { time: exactTime(state.at, language, zone) });
      case 'saving':
        return t('save.saving');
      case 'untouched':
        return t('save.untouched');
      case 'failed':
      case 'conflict':
      case 'ended':
        return '';
    }
  };
  const Icon = state.kind === 'saved' && !state.behind ? IconCircleCheck : IconDeviceFloppy;
  if (words() === '') return null;
  return (
    // Not a live region: it changes with every word that is typed.
    <span className={classes.sign} data-kind={state.kind === 'saved' && state.behind ? 'saving' : state.kind} data-testid="draft-saved">
      <Icon size={18} aria-hidden /> {words()}
    </span>
  );
}

/** What is typed is not on disk: loud, with what is safe and what happens next. */
export function SaveWarning({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  const late = state.kind === 'saving' && state.late;
  if (state.kind !== 'failed' && !late) return null;
  return (
    <p className={classes.warning} role="alert">
      <IconAlertTriangle size={20} aria-hidden /> {t(late ? 'save.late' : 'save.failed')}
    </p>
  );
}
