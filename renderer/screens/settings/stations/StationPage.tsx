import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { type StationDetails, stationDetails } from '../../../../shared/domain/stations/types.ts';
import { id } from '../../../../shared/domain/values.ts';
import type { StationHealth } from '../../../../shared/rpc/methods/stations.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { useMay } from '../parts/access.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Empty, Panel, Section } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';
import { StationFields } from './StationFields.tsx';
import { useStationHint } from './useStationHint.ts';

const list = '/pengaturan/stasiun';

/** One station, or at `/baru` the one that will join next. */
export function StationPage() {
  const { t } = useTranslation();
  const { stationId } = useParams();
  const hint = useStationHint();
  const back = { to: list, label: t('settings.stations.title') };
  const query = useHostQuery('stations.list', {});
  if (stationId === 'baru') {
    return (
      <Section title={t('settings.stations.new')} lead={t('settings.stations.newLead')} back={back}>
        <NewStation />
      </Section>
    );
  }
  return (
    <Asked query={query}>
      {({ stations, isLead }) => {
        const station = stations.find((candidate) => candidate.stationId === stationId);
        return station === undefined ? (
          <Section title={t('settings.stations.gone')} back={back}>
            <Empty title={t('settings.stations.gone')} text={t('settings.stations.goneText')}>
              <Button component={Link} to={list} size="md">
                {t('settings.stations.toList')}
              </Button>
            </Empty>
          </Section>
        ) : (
          <Section key={station.stationId} title={station.name} lead={hint(station)} back={back}>
            <EditStation station={station} isLead={isLead} />
          </Section>
        );
      }}
    </Asked>
  );
}

function NewStation() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [empty] = useState<StationDetails>(() => ({ name: '', place: '', roles: ['counter'] }));
  const draft = useDraft(stationDetails, empty);
  const { save, pending } = useSave('stations.openJoining', { stationNameTaken: 'name' });
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      isNew
      saveLabel={t('settings.stations.showCode')}
      onSave={(value) => save(draft, value)}
      onSaved={() => void navigate(list)}
    >
      <Panel>
        <StationFields field={draft} />
      </Panel>
    </DraftForm>
  );
}

const changedStation = z.strictObject({ stationId: id, details: stationDetails });

function EditStation({ station, isLead }: { station: StationHealth; isLead: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const { stationId, name, place, roles, letter, address, revoked } = station;
  const draft = useDraft(changedStation, { stationId, details: { name, place, roles: [...roles] } });
  const { save, pending } = useSave('stations.change', { stationNameTaken: 'details.name' });
  const facts = [
    [t('settings.stations.letter'), letter === '' ? t('settings.stations.noLetter') : letter],
    [t('settings.stations.address'), address ?? t('settings.stations.noAddress')],
  ] as const;
  const mayChange = may('stations.change') && isLead && !revoked;
  return (
    <>
      <Panel>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </Panel>
      {mayChange && (
        <DraftForm draft={draft} pending={pending} onSave={({ details }) => save(draft, { stationId, ...details })}>
          <Panel>
            <StationFields field={part(draft, 'details')} />
          </Panel>
        </DraftForm>
      )}
      {mayChange && !station.isSelf && <Revoke station={station} />}
      {revoked && (
        <Panel title={t('settings.stations.revoked')} lead={t('settings.stations.revokedText')}>
          {null}
        </Panel>
      )}
    </>
  );
}

function Revoke({ station: { stationId, name } }: { station: StationHealth }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('stations.revoke');
  return (
    <Panel title={t('settings.stations.revokeTitle')} lead={t('settings.stations.revokeLead')}>
      <div>
        <ConfirmButton
          loading={pending}
          title={t('settings.stations.revokeAsk', { name })}
          text={t('settings.stations.revokeText')}
          confirmLabel={t('settings.stations.revoke')}
          onConfirm={() => send({ stationId })}
        >
          {t('settings.stations.revoke')}
        </ConfirmButton>
      </div>
    </Panel>
  );
}
