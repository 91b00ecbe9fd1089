import { Button } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../settings/form/field.ts';
import { proposedTitle } from '../model/progress.ts';
import { Entry } from '../parts/Entry.tsx';
import type { StepProps } from './StepProps.ts';
import classes from './steps.module.css';

/** The title, with one from the complainant's own first sentence at hand. */
export function TitleEntry({ form }: StepProps) {
  const { t } = useTranslation();
  const title = part(part(form, 'description'), 'title');
  const proposal = proposedTitle(form.value);
  return (
    <div className={classes.block}>
      <Entry field={title} name="description.title" label={t('complaintField.title')} max={200} required />
      {title.value.trim() === '' && proposal !== '' && (
        <Button
          h={44}
          variant="light"
          className={classes.proposal ?? ''}
          leftSection={<IconWand size={18} aria-hidden />}
          onClick={() => title.update(() => proposal)}
        >
          <span className={classes.ellipsis}>{t('complaintField.title.propose', { title: proposal })}</span>
        </Button>
      )}
    </div>
  );
}
