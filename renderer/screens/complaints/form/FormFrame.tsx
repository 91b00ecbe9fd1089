import { Button } from '@mantine/core';
import { IconArrowLeft, IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintForm } from '../../../../shared/domain/complaints/form.ts';
import { type FormKeys, useFormKeys } from './model/formKeys.ts';
import type { SaveState } from '../../../ui/drafts/draftSaver.ts';
import { leaveTo } from '../paths.ts';
import classes from './FormFrame.module.css';
import { Principles } from './side/Principles.tsx';
import { SaveSign, SaveWarning } from '../../../ui/drafts/SaveSign.tsx';

interface Props {
  readonly kind: ComplaintForm['kind'];
  readonly saveState: SaveState;
  readonly zone: string | undefined;
  readonly ticketNumber: string | null;
  /** The counter that one came from, where leaving leads back to; `null`: to the list. */
  readonly counterId: string | null;
  readonly keys: FormKeys;
  readonly onLeaveField: () => void;
  readonly onFocusField: (target: EventTarget) => void;
  /** Above the columns: a conflict. */
  readonly notice?: ReactNode;
  readonly steps?: ReactNode;
  readonly side: ReactNode;
  readonly children: ReactNode;
}

/** The form's page: what it is and whether it is on disk, the steps, the step itself, what helps beside it. */
export function FormFrame(props: Props) {
  const { t } = useTranslation();
  const { kind, saveState, zone, ticketNumber, counterId, keys, onLeaveField, onFocusField, notice, steps, side, children } = props;
  useFormKeys(keys);
  return (
    <div className={classes.page} onBlurCapture={onLeaveField} onFocusCapture={({ target }) => onFocusField(target)}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t(kind === 'short' ? 'complaintForm.title.short' : 'complaintForm.title')}</h1>
        {ticketNumber !== null && (
          <span className={classes.ticket}>
            <IconTicket size={18} aria-hidden /> {t('complaintForm.ticket', { number: ticketNumber })}
          </span>
        )}
        <div className={classes.barEnd}>
          <SaveSign state={saveState} zone={zone} />
          <Button
            component={Link}
            to={leaveTo(counterId)}
            h={44}
            variant="default"
            title={t('complaintForm.leave.hint')}
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {t(counterId === null ? 'complaintForm.toList' : 'complaintForm.toCounter')}
          </Button>
        </div>
        <SaveWarning state={saveState} />
        {notice}
      </header>
      <div className={classes.columns} data-kind={kind}>
        {steps}
        {children}
        {/* A long one scrolls, which the keyboard must be able to do as well. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <aside className={classes.side} tabIndex={0} aria-label={t('complaintForm.side')}>
          {side}
        </aside>
        <div className={classes.principles}>
          <Principles />
        </div>
      </div>
    </div>
  );
}
