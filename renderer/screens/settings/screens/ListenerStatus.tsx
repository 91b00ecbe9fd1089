import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconBroadcast, IconBroadcastOff, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';

type Overview = Output<'screens.overview'>;

/** Whether browsers can come, where, and what to do when they cannot. */
export function ListenerStatus({ overview: { state, port, origins } }: { overview: Overview }) {
  const { t } = useTranslation();
  const { color, Icon } = looks(state);
  return (
    <Alert
      role="status"
      color={color}
      variant={color === 'gray' ? 'default' : 'light'}
      icon={<Icon aria-hidden />}
      title={t(`settings.screens.state.${state}`, { port })}
      data-testid="screens-state"
      data-state={state}
    >
      {t(`settings.screens.state.${state}.text`, { port, origins: origins.join(', ') })}
    </Alert>
  );
}

function looks(state: Overview['state']) {
  switch (state) {
    case 'listening':
      return { color: 'teal', Icon: IconBroadcast } as const;
    case 'off':
      return { color: 'gray', Icon: IconBroadcastOff } as const;
    case 'starting':
      return { color: 'gray', Icon: IconClock } as const;
    case 'portTaken':
    case 'noNetwork':
    case 'noPages':
    case 'failed':
      return { color: 'orange', Icon: IconAlertTriangle } as const;
  }
}
