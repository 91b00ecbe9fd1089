import { Button } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DayView } from '../../../../shared/domain/queue/types.ts';
import { dateWords } from '../../../ui/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';

interface Props {
  day: DayView;
  pending: boolean;
  disabled: boolean;
  band?: boolean;
  onOpen: () => void;
}

/** The office is not open: what that means and the one button for it. */
export function DayPanel({ day, pending, disabled, band = false, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const closed = day.status === 'closed';
  return (
    <Notice
      Icon={IconDoor}
      title={t(closed ? 'counter.day.closed.title' : 'counter.day.notOpened.title')}
      text={t(closed ? 'counter.day.closed.text' : 'counter.day.notOpened.text')}
      band={band}
      detail={dateWords(day.date, language)}
    >
      <Button size="xl" variant={closed ? 'default' : 'filled'} loading={pending} disabled={disabled} onClick={onOpen}>
        {t(closed ? 'counter.day.reopen.button' : 'counter.day.open.button')}
      </Button>
    </Notice>
  );
}
