import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { CounterTile } from '../CounterTiles.tsx';
import classes from './dialogs.module.css';

/** Which services the counter takes from now on; who is there already is served to the end. */
export function ServicesPart({ counter, services }: { counter: CounterTile; services: FloorView['services'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = useCommand('office.saveCounter');
  const [chosen, setChosen] = useState<readonly string[]>(counter.serviceIds);
  // In the order of the catalogue, so that ticking there and back changes nothing.
  const wanted = services.map(({ id }) => id).filter((id) => chosen.includes(id));
  const { id, number, name } = counter;
  const toggle = (serviceId: string, on: boolean) =>
    setChosen((before) => (on ? [...before, serviceId] : before.filter((one) => one !== serviceId)));
  return (
    <div className={classes.part} role="group" aria-labelledby="floor-services">
      <h3 id="floor-services">{t('floor.dialog.services')}</h3>
      <div className={classes.choices}>
        {services.map((service) => (
          <Checkbox
            key={service.id}
            size="md"
            label={service.title[language]}
            checked={chosen.includes(service.id)}
            onChange={(event) => toggle(service.id, event.currentTarget.checked)}
          />
        ))}
      </div>
      {wanted.length === 0 && (
        <p role="alert" className={classes.problem}>
          {t('floor.dialog.services.least')}
        </p>
      )}
      <Button
        size="md"
        variant="default"
        loading={save.pending}
        disabled={wanted.length === 0}
        onClick={() => void save.send({ id, number, name, serviceIds: wanted })}
      >
        {t('floor.dialog.services.submit')}
      </Button>
    </div>
  );
}
