import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { Asked } from '../parts/Asked.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { rupiah } from '../parts/dates.ts';
import { ItemList } from '../parts/ItemList.tsx';
import { Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';
import { MoveService } from './MoveService.tsx';

/** The catalogue in the order of the kiosk's tiles. */
export function ServicesSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const hintOf = useServiceHint();
  return (
    <Section
      title={t('settings.services.title')}
      lead={t('settings.services.lead')}
      actions={
        <Button component={Link} to="/pengaturan/layanan/baru" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('settings.services.add')}
        </Button>
      }
    >
      <Asked query={useConfiguration()}>
        {({ services }) => (
          <ItemList
            label={t('settings.services.title')}
            items={services.map((service) => ({
              id: service.id,
              tile: service.prefix,
              title: service.title[language],
              hint: hintOf(service),
              to: `/pengaturan/layanan/${service.id}`,
            }))}
            renderActions={({ id, title }) => <MoveService services={services} serviceId={id} title={title} />}
          />
        )}
      </Asked>
    </Section>
  );
}

/** `14 hari kerja · gratis · 3 persyaratan`. */
export function useServiceHint(): (service: Pick<Service, 'duration' | 'fee' | 'requirements'>) => string {
  const { t } = useTranslation();
  return ({ duration, fee, requirements }) =>
    [
      durationWords(duration),
      rupiah(fee, t('settings.services.free')),
      t('settings.services.requirementCount', { n: requirements.length }),
    ].join(' · ');

  function durationWords({ unit, value }: Service['duration']): string {
    if (unit === 'minutes') return t('common.minutes', { n: value });
    return value === 0 ? t('common.sameDay') : t('common.workingDays', { n: value });
  }
}
