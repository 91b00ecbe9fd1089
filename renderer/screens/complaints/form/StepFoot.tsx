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
  /** It was answered on the spot; `null`: this is the short form. */
  readonly onShort: (() => void) | null;
}

/** The way on and back, each with its key; on the first step to the short form instead of back, on the last the way on saves. */
export function StepFoot({ previous, next, pending, onPrevious, onNext, onShort }: Props) {
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
      {previous === undefined && onShort !== null && (
        <Button variant="default" size="md" h={48} title={t('complaintForm.start.short.text')} onClick={onShort}>
          {t('complaintForm.start.short')}
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
