import { useTranslation } from 'react-i18next';
import type { Counter } from '../../../shared/domain/office/types.ts';
import { type Field, items, part } from '../settings/form/field.ts';
import { NumberField } from '../settings/form/inputs.tsx';
import { Panel } from '../settings/parts/Section.tsx';
import { CounterFields } from '../settings/serving/CounterFields.tsx';
import parts from '../settings/parts/parts.module.css';
import { withCounterCount } from './chooseServices.ts';
import type { SetUpValue } from './setUpValue.ts';
import classes from './setup.module.css';

/** How many counters, and for each its number, name and services. */
export function CountersStep({ field }: { field: Field<SetUpValue> }) {
  const { t } = useTranslation();
  const counters = part(field, 'counters');
  const count: Field<number> = {
    value: counters.value.length,
    error: () => undefined,
    update: (change) =>
      field.update((value) => {
        const asked = Math.round(change(value.counters.length));
        // An emptied or impossible number leaves the counters alone; the input shows how many there are.
        return asked >= 1 && asked <= 50
          ? withCounterCount(value, asked, (number) => t('settings.counters.defaultName', { number }))
          : value;
      }),
  };
  return (
    <Panel>
      <NumberField field={count} label={t('setup.counters.howMany')} hint={t('setup.counters.howManyHint')} min={1} max={50} />
      <div className={classes.counters}>
        {items(counters).map((counter, index) => (
          <CounterDetails
            key={counter.value.id}
            counter={counter}
            services={field.value.services}
            hasProblem={['number', 'name', 'serviceIds'].some((path) => field.error(`counters.${index}.${path}`) !== undefined)}
          />
        ))}
      </div>
    </Panel>
  );
}

function CounterDetails({
  counter,
  services,
  hasProblem,
}: {
  counter: Field<Counter>;
  services: SetUpValue['services'];
  hasProblem: boolean;
}) {
  const { t } = useTranslation();
  const { number, name, serviceIds } = counter.value;
  const takes =
    serviceIds.length === services.length
      ? t('setup.counters.takesAll')
      : t('setup.counters.takesSome', { n: serviceIds.length, count: services.length });
  return (
    <details className={classes.counter} open={hasProblem || undefined}>
      <summary className={classes.counterSummary} title={t('setup.counters.open')}>
        <span className={parts.tile} aria-hidden>
          {Number.isFinite(number) ? number : '–'}
        </span>
        <span className={parts.rowText}>
          <span className={parts.rowTitle}>{name}</span>
          <span className={parts.rowHint}>{takes}</span>
        </span>
      </summary>
      <div className={classes.counterFields}>
        <CounterFields field={counter} services={services} />
      </div>
    </details>
  );
}
