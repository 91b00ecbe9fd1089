import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useMay } from '../parts/access.ts';
import { Panel } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';
import { ErasePerson } from './ErasePerson.tsx';
import { ExportPerson } from './ExportPerson.tsx';

export type Person = Output<'people.find'>[number];

/** A person found, masked as on paper; handing out and erasing are an administrator's. */
export function FoundPerson({ person, onErased }: { person: Person; onErased(): void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Panel title={person.name}>
      <dl className={classes.facts}>
        <dt>{t('settings.data.nik')}</dt>
        <dd>{person.nik || t('settings.data.notGiven')}</dd>
        <dt>{t('settings.data.phone')}</dt>
        <dd>{person.phone || t('settings.data.notGiven')}</dd>
        <dt>{t('settings.data.documents')}</dt>
        <dd>{person.documents}</dd>
        <dt>{t('settings.data.complaints')}</dt>
        <dd>{person.complaints}</dd>
      </dl>
      {may('people.export') || may('people.erase') ? (
        <Group>
          <ExportPerson personId={person.personId} />
          <ErasePerson person={person} onErased={onErased} />
        </Group>
      ) : (
        <p className={classes.panelLead}>{t('settings.data.askAdministrator')}</p>
      )}
    </Panel>
  );
}
