import { Alert, Button } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmConfig } from '../../../../shared/alarm/config.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';
import type { Key } from '../../../i18n/id/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Panel } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';

/** Tries what is saved, and says of each way what came of it. */
export function TestOutputs({ config }: { config: AlarmConfig }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('alarm.testOutputs');
  const [results, setResults] = useState<Output<'alarm.testOutputs'> | null>(null);
  const hasNone = config.webhook === '' && config.command === '' && config.relay === null && config.serial === null;
  const run = async () => {
    setResults(null);
    const reply = await send({});
    if (reply.kind === 'done') setResults(reply.output);
  };
  return (
    <Panel title={t('settings.security.test')} lead={t(hasNone ? 'settings.security.test.none' : 'settings.security.test.lead')}>
      <div>
        <Button
          size="md"
          variant="default"
          loading={pending}
          disabled={hasNone}
          leftSection={<IconBroadcast size={18} aria-hidden />}
          onClick={() => void run()}
        >
          {t('settings.security.test')}
        </Button>
      </div>
      <output className={classes.live}>
        {results?.map(({ output, ok, detail }) => (
          <Alert key={output} color={ok ? 'teal' : 'red'}>
            {t(ok ? 'settings.security.test.ok' : 'settings.security.test.failed', {
              output: t(`settings.security.output.${output}` as Key),
              detail,
            })}
          </Alert>
        ))}
      </output>
    </Panel>
  );
}
