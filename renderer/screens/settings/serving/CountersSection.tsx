import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Asked } from '../parts/Asked.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { ItemList } from '../parts/ItemList.tsx';
import { Empty, Section } from '../parts/Section.tsx';
import { type Configuration, useConfiguration } from '../parts/useConfiguration.ts';

/** The counters and the services each takes. */
export function CountersSection() {
  const { t } = useTranslation();
  const add = (
    <Button component={Link} to="/pengaturan/loket/baru" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('settings.counters.add')}
    </Button>
  );
  return (
    <Section title={t('settings.counters.title')} lead={t('settings.counters.lead')} actions={add}>
      <Asked query={useConfiguration()}>{(configuration) => <Counters {...configuration} />}</Asked>
    </Section>
  );
}

function Counters({ counters, services }: Configuration) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (counters.length === 0) return <Empty title={t('settings.counters.empty')} text={t('settings.counters.emptyText')} />;
  const takes = (serviceIds: readonly string[]) =>
    serviceIds.length === services.length
      ? t('settings.counters.takesAll')
      : t('settings.counters.takes', {
          services: services
            .filter(({ id }) => serviceIds.includes(id))
            .map(({ prefix, title }) => `${prefix} ${title[language]}`)
            .join(', '),
        });
  return (
    <ItemList
      label={t('settings.counters.title')}
      items={counters
        .toSorted((a, b) => a.number - b.number)
        .map(({ id, number, name, serviceIds }) => ({
          id,
          tile: number,
          title: name,
          hint: takes(serviceIds),
          to: `/pengaturan/loket/${id}`,
        }))}
    />
  );
}
