import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Surface, surfaces } from '../../../../shared/rpc/roles.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { loketShell } from '../../../ui/printing/shell.ts';
import { OneOf } from '../form/choices.tsx';
import { Panel } from '../parts/Section.tsx';

/** A one-time address with which another browser on this computer opens a window of this station. */
export function NewWindow() {
  const { t } = useTranslation();
  const [surface, setSurface] = useState<Surface>('board');
  const [url, setUrl] = useState<string | null>(null);
  const { send, pending } = useCommand('system.newWindowUrl');
  // The desktop program opens its windows from its own menu.
  if (loketShell() !== null) return null;
  const make = async () => {
    const reply = await send({ surface });
    setUrl(reply.kind === 'done' ? reply.output.url : null);
  };
  return (
    <Panel title={t('settings.window.title')} lead={t('settings.window.lead')}>
      <OneOf
        columns
        label={t('settings.window.which')}
        field={{ value: surface, update: (change) => setSurface(change(surface)), error: () => undefined }}
        options={surfaces.map((value) => ({ value, label: t(`settings.window.${value}`) }))}
      />
      <div>
        <Button variant="default" size="md" loading={pending} onClick={() => void make()}>
          {t('settings.window.make')}
        </Button>
      </div>
      {url !== null && (
        <>
          <TextInput readOnly size="md" label={t('settings.window.url')} description={t('settings.window.urlHint')} value={url} />
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <div>
                <Button size="md" onClick={copy}>
                  {t(copied ? 'settings.window.copied' : 'settings.window.copy')}
                </Button>
              </div>
            )}
          </CopyButton>
        </>
      )}
    </Panel>
  );
}
