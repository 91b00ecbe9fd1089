import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Panel } from '../parts/Section.tsx';
import { freePrefix } from './prefixes.ts';
import { serviceOfTemplate } from './templates.ts';

/** Begins a new service from an entry of the template catalogue. */
export function TemplatePicker({ services, onChoose }: { services: readonly Service[]; onChoose(service: Service): void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [key, setKey] = useState('');
  const templates = useHostQuery('office.serviceTemplates', {}).data ?? [];
  const unused = templates.filter(({ title }) => !services.some((service) => service.title.id === title.id));
  const chosen = unused.find((template) => template.key === key);
  if (unused.length === 0) return null;
  return (
    <Panel title={t('settings.services.template')} lead={t('settings.services.templateLead')}>
      <Group align="end">
        <NativeSelect
          flex="1 1 16rem"
          size="md"
          label={t('settings.services.templateChoose')}
          value={key}
          data={[
            { value: '', label: t('settings.services.templateNone') },
            ...unused.map((entry) => ({ value: entry.key, label: entry.title[language] })),
          ]}
          onChange={({ currentTarget: { value } }) => setKey(value)}
        />
        <Button
          size="md"
          variant="default"
          disabled={chosen === undefined}
          onClick={() => chosen && onChoose(serviceOfTemplate(chosen, freePrefix(services)))}
        >
          {t('settings.services.templateUse')}
        </Button>
      </Group>
    </Panel>
  );
}
