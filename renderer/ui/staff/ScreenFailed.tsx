import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { useConnectionState } from '../../api/HostProvider.tsx';
import { Notice } from '../Notice.tsx';

/** In the place of a screen that broke, or whose code could not be fetched. What is around it stays: above all the security call. */
export function ScreenFailed() {
  const { t } = useTranslation();
  const error = useRouteError();
  const { online } = useConnectionState();
  useEffect(() => console.error('A screen could not be shown', error), [error]);
  return (
    <div role="alert">
      <Notice Icon={IconAlertTriangle} title={t('staff.screenFailed.title')} text={t('staff.screenFailed.text')}>
        {/* Without the host nothing would come back, and the security call would be gone too. */}
        <Button size="lg" disabled={!online} onClick={() => window.location.reload()}>
          {t('staff.screenFailed.reload')}
        </Button>
      </Notice>
    </div>
  );
}
