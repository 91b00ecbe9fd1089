import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../form/inputs.tsx';
import classes from './screens.module.css';

export interface MadeLink {
  readonly linkId: string;
  readonly name: string;
  readonly surface: 'board' | 'kiosk';
  readonly addresses: Output<'screens.addLink'>['addresses'];
}

/** The address of a link, told this once: the station keeps a hash of it only. */
export function LinkAddress({ made, onClose }: { made: MadeLink; onClose(): void }) {
  const { t } = useTranslation();
  const { name, surface, addresses } = made;
  const [at, setAt] = useState('0');
  const shown = addresses[Number(at)] ?? addresses[0];
  if (shown === undefined) return null;
  return (
    <Dialog title={t('settings.screens.address', { name })} onClose={onClose}>
      <div className={classes.address}>
        <p>{t(`settings.screens.address.${surface}`)}</p>
        {addresses.length > 1 && (
          <SelectField
            label={t('settings.screens.address.network')}
            field={{ value: at, update: (change) => setAt(change(at)), error: () => undefined }}
            options={addresses.map(({ url }, index) => ({ value: String(index), label: new URL(url).host }))}
          />
        )}
        <svg className={classes.qr} viewBox={shown.qr.viewBox} role="img" aria-label={t('settings.screens.address.qr')}>
          <path d={shown.qr.path} />
        </svg>
        <TextInput
          readOnly
          size="md"
          label={t('settings.screens.address.url')}
          value={shown.url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <p className={classes.once}>{t('settings.screens.address.once')}</p>
        <div className={classes.actions}>
          <CopyButton value={shown.url}>
            {({ copied, copy }) => (
              <Button variant="default" size="md" onClick={copy}>
                {t(copied ? 'settings.window.copied' : 'settings.window.copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="md" onClick={onClose}>
            {t('settings.screens.address.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
