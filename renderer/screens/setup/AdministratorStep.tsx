import { Alert } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Field, part } from '../settings/form/field.ts';
import { TextField } from '../settings/form/inputs.tsx';
import { SecretFields } from '../settings/parts/SecretFields.tsx';
import { Panel } from '../settings/parts/Section.tsx';
import type { SetUpValue } from './setUpValue.ts';

/** The first person who may log in. */
export function AdministratorStep({ field }: { field: Field<SetUpValue> }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <TextField
        field={part(field, 'administrator')}
        label={t('setup.administrator.name')}
        hint={t('setup.administrator.nameHint')}
        required
      />
      <SecretFields field={part(field, 'secret')} />
      <Alert color="orange" icon={<IconKey aria-hidden />}>
        {t('setup.administrator.warning')}
      </Alert>
    </Panel>
  );
}
