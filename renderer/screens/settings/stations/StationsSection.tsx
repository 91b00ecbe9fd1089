import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useMay } from '../parts/access.ts';
import { Asked } from '../parts/Asked.tsx';
import { ItemList } from '../parts/ItemList.tsx';
import { Empty, Section } from '../parts/Section.tsx';
import { JoinCodePanel } from './JoinCodePanel.tsx';
import { useStationHint } from './useStationHint.ts';

/** The stations of the office, whether they answer, and the code by which another one joins. */
export function StationsSection() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useHostQuery('stations.list', {});
  const mayAdd = may('stations.openJoining') && query.data?.isLead === true;
  const add = mayAdd && query.data?.joining === null && (
    <Button component={Link} to="/pengaturan/stasiun/baru" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('settings.stations.add')}
    </Button>
  );
  return (
    <Section title={t('settings.stations.title')} lead={t('settings.stations.lead')} actions={add}>
      <Asked query={query}>{(list) => <Stations list={list} mayAdd={mayAdd} />}</Asked>
    </Section>
  );
}

function Stations({ list, mayAdd }: { list: Output<'stations.list'>; mayAdd: boolean }) {
  const { t } = useTranslation();
  const hint = useStationHint();
  const { stations, joining, lastJoined, port, portTaken, isLead } = list;
  const items = stations
    .toSorted((a, b) => Number(a.revoked) - Number(b.revoked))
    .map((station) => ({
      id: station.stationId,
      tile: station.letter === '' ? '—' : station.letter,
      title: station.isSelf ? t('settings.stations.self', { name: station.name }) : station.name,
      hint: hint(station),
      to: `/pengaturan/stasiun/${station.stationId}`,
      quiet: station.revoked,
    }));
  return (
    <>
      {portTaken !== null && (
        <Alert color="red" icon={<IconPlugConnectedX aria-hidden />} role="alert">
          {t('refusal.lanPortTaken', { port: portTaken })}
        </Alert>
      )}
      {!isLead && <Alert icon={<IconAlertTriangle aria-hidden />}>{t('settings.stations.notLead')}</Alert>}
      {joining !== null && <JoinCodePanel joining={joining} />}
      {joining === null && lastJoined !== null && (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />} role="status">
          {t('settings.stations.joined', { name: lastJoined.name, letter: lastJoined.letter })}
        </Alert>
      )}
      {items.length > 0 ? (
        <ItemList label={t('settings.stations.title')} items={items} />
      ) : (
        <Empty title={t('settings.stations.empty')} text={t('settings.stations.emptyText')}>
          {mayAdd && joining === null && (
            <Button component={Link} to="/pengaturan/stasiun/baru" size="md">
              {t('settings.stations.add')}
            </Button>
          )}
        </Empty>
      )}
      {port !== null && <output>{t('settings.stations.listening', { port })}</output>}
    </>
  );
}
