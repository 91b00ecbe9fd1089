import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';

/** Moves a service one place up or down among the kiosk's tiles. */
export function MoveService({ services, serviceId, title }: { services: readonly Service[]; serviceId: string; title: string }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('office.orderServices');
  const ids = services.map(({ id }) => id);
  const at = ids.indexOf(serviceId);
  const moveTo = (place: number) => void send({ serviceIds: ids.toSpliced(at, 1).toSpliced(place, 0, serviceId) });
  return (
    <>
      <IconButton label={t('settings.services.moveUp', { title })} disabled={pending || at === 0} onClick={() => moveTo(at - 1)}>
        <IconArrowUp size={20} aria-hidden />
      </IconButton>
      <IconButton
        label={t('settings.services.moveDown', { title })}
        disabled={pending || at === ids.length - 1}
        onClick={() => moveTo(at + 1)}
      >
        <IconArrowDown size={20} aria-hidden />
      </IconButton>
    </>
  );
}
