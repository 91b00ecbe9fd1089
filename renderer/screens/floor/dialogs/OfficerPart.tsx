import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import type { CounterTile } from '../CounterTiles.tsx';
import classes from './dialogs.module.css';

/** Who sits here: opens the counter with an officer, moves one from another counter, or closes it. */
export function OfficerPart({ counter, view: { officers, counters } }: { counter: CounterTile; view: FloorView }) {
  const { t } = useTranslation();
  const me = useStaffSession().staffId;
  const assign = useCommand('queue.assignOfficer');
  const close = useCommand('queue.closeCounter');
  const others = officers.filter(({ staffId }) => staffId !== counter.staffId);
  // Officers without a counter first: they can come at once. Other roles come last, the supervisor herself after all.
  const rank = ({ staffId, counterId, roles }: FloorView['officers'][number]) =>
    staffId === me ? 3 : !roles.includes('petugas') ? 2 : counterId === null ? 0 : 1;
  const choices = others.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  // Only who is free is suggested: nobody is taken from another counter by a hasty Enter.
  const free = counter.status === 'closed' ? choices.find((officer) => rank(officer) === 0) : undefined;
  const [chosen, setChosen] = useState(free?.staffId ?? '');
  const nameOf = (counterId: string | null) => counters.find(({ id }) => id === counterId)?.name ?? null;
  const counterId = counter.id;
  const put = () => assign.send({ counterId, staffId: chosen, ...(counter.staffId === null ? {} : { takeOver: true }) });
  return (
    <section className={classes.part} aria-labelledby="floor-officer">
      <h3 id="floor-officer">{t('floor.dialog.officer')}</h3>
      <div className={classes.row}>
        <NativeSelect
          size="md"
          className={classes.grow ?? ''}
          label={t('floor.dialog.officer.choose')}
          description={counter.staffName === null ? null : t('floor.dialog.officer.replace', { name: counter.staffName })}
          value={chosen}
          data={[
            { value: '', label: t('floor.dialog.officer.pick') },
            ...choices.map(({ staffId, name, counterId: at }) => {
              const there = nameOf(at);
              return { value: staffId, label: there === null ? name : t('floor.dialog.officer.at', { name, counter: there }) };
            }),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button size="md" loading={assign.pending} disabled={chosen === ''} onClick={() => void put()}>
          {t(counter.status === 'closed' ? 'floor.dialog.officer.open' : 'floor.dialog.officer.assign')}
        </Button>
      </div>
      {counter.status !== 'closed' && (
        <Button size="md" variant="default" loading={close.pending} onClick={() => void close.send({ counterId })}>
          {t('floor.dialog.close')}
        </Button>
      )}
    </section>
  );
}
