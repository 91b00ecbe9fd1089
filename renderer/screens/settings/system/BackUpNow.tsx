import { Alert, Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { fileSize } from '../../../../shared/papers/format.ts';
import classes from '../parts/parts.module.css';

/** Makes a verified backup at once and says what came of it. */
export function BackUpNow() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { send, pending } = useCommand('system.backUpNow');
  const [made, setMade] = useState<Output<'system.backUpNow'> | null>(null);
  const run = async () => {
    setMade(null);
    const reply = await send({});
    if (reply.kind === 'done') setMade(reply.output);
  };
  return (
    <>
      <div>
        <Button size="md" loading={pending} leftSection={<IconDatabaseExport size={18} aria-hidden />} onClick={() => void run()}>
          {t('settings.backup.now')}
        </Button>
      </div>
      <output className={classes.live}>
        {made !== null && (
          <Alert color="teal" title={t('settings.backup.done')}>
            {t('settings.backup.doneText', {
              file: made.file,
              size: fileSize(made.bytes, language),
              events: new Intl.NumberFormat(language).format(made.events),
            })}
          </Alert>
        )}
      </output>
    </>
  );
}
