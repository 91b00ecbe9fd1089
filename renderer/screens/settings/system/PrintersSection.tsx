import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Printer } from '../../../../shared/domain/office/types.ts';
import { Asked } from '../parts/Asked.tsx';
import { ItemList } from '../parts/ItemList.tsx';
import { Empty, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';

/** Where papers come out. */
export function PrintersSection() {
  const { t } = useTranslation();
  const add = (
    <Button component={Link} to="/pengaturan/printer/baru" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('settings.printers.add')}
    </Button>
  );
  return (
    <Section title={t('settings.printers.title')} lead={t('settings.printers.lead')} actions={add}>
      <Asked query={useConfiguration()}>
        {({ printers }) =>
          printers.length === 0 ? (
            <Empty title={t('settings.printers.empty')} text={t('settings.printers.emptyText')} />
          ) : (
            <ItemList
              label={t('settings.printers.title')}
              items={printers.map((printer) => ({
                id: printer.id,
                tile: <IconPrinter size={24} />,
                title: printer.name,
                hint: hintOf(printer),
                to: `/pengaturan/printer/${printer.id}`,
              }))}
            />
          )
        }
      </Asked>
    </Section>
  );

  function hintOf({ connection, paper, uses }: Printer): string {
    const where =
      connection.kind === 'network'
        ? `${connection.host}:${connection.port}`
        : connection.deviceName || t('settings.printers.windowDialog');
    const papers = uses.length === 0 ? t('settings.printers.noUse') : uses.map((use) => t(`paperKind.${use}`)).join(', ');
    return [where, t(`settings.paper.${paper}`), papers].join(' · ');
  }
}
