import { NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { type ThanksReason, thanksReasons } from '../../../../shared/domain/floor/types.ts';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';

/** Thanks by name; they appear quietly on the officer's own screen. */
export function ThankDialog({ officers, onClose }: { officers: FloorView['officers']; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useStaffSession().staffId;
  const thank = useCommand('floor.thank');
  const [thanksId] = useState(() => v7());
  const others = officers
    .filter(({ staffId }) => staffId !== me)
    .toSorted((a, b) => Number(a.counterId === null) - Number(b.counterId === null));
  const [staffId, setStaffId] = useState(others[0]?.staffId ?? '');
  const [reason, setReason] = useState<ThanksReason>('calm');
  const submit = async () => {
    const reply = await thank.send({ thanksId, staffId, reason });
    if (reply.kind !== 'done') return;
    notifications.show({
      message: t('floor.thank.sent', { name: others.find((one) => one.staffId === staffId)?.name ?? '' }),
      closeButtonProps: { 'aria-label': t('common.close') },
    });
    onClose();
  };
  return (
    <Dialog title={t('floor.thank.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <NativeSelect
          size="md"
          data-autofocus
          label={t('floor.thank.who')}
          value={staffId}
          data={others.map((officer) => ({ value: officer.staffId, label: officer.name }))}
          onChange={(event) => setStaffId(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          mt="md"
          label={t('floor.thank.why')}
          value={reason}
          data={thanksReasons.map((value) => ({ value, label: t(`notice.thanks.${value}`) }))}
          onChange={(event) => setReason(event.currentTarget.value as ThanksReason)}
        />
        <DialogActions submit confirm={t('floor.thank.submit')} pending={thank.pending} disabled={staffId === ''} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
