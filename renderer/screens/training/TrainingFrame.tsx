import { IconSchool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Training.module.css';

/** Striped like no other screen: nobody may take a rehearsal for the real thing. */
export function TrainingFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <p className={classes.mark}>
        <IconSchool size={22} aria-hidden /> {t('training.mark')}
      </p>
      {children}
    </div>
  );
}
