import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ComplaintStep } from '../../../../shared/domain/complaints/form.ts';
import classes from './FormFrame.module.css';

interface Props {
  readonly previous: ComplaintStep | undefined;
  readonly next: ComplaintStep | undefined;
  readonly pending: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** The way on and back, each with its key; on the last step the way on saves. */
export function StepFoot({ previous, next, pending, onPrevious, onNext }: Props) {
  const { t } = useTranslation();
  return (
    <footer className={classes.foot}>
      {previous !== undefined && (
        <Button
          variant="default"
          size="md"
          h={48}
          disabled={pending}
          leftSection={<IconArrowLeft size={20} aria-hidden />}
          aria-keyshortcuts="Alt+ArrowLeft"
          onClick={onPrevious}
        >
          {t(`complaintForm.step.${previous}`)}
          <Key keys="Alt+←" />
        </Button>
      )}
      <div className={classes.footEnd}>
        <Button
          size="md"
          h={48}
          loading={pending}
          aria-keyshortcuts="Control+Enter Alt+ArrowRight"
          {...(next === undefined
            ? { leftSection: <IconCheck size={20} aria-hidden /> }
            : { rightSection: <IconArrowRight size={20} aria-hidden /> })}
          onClick={onNext}
        >
          {t(next === undefined ? 'complaintForm.submit' : `complaintForm.step.${next}`)}
          <Key keys="Ctrl+Enter" />
        </Button>
      </div>
    </footer>
  );
}

const Key = ({ keys }: { keys: string }) => (
  <kbd className={classes.key} aria-hidden>
    {keys}
  </kbd>
);
