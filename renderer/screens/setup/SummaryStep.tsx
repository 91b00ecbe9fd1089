import { Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/useLanguage.ts';
import { Panel } from '../settings/parts/Section.tsx';
import parts from '../settings/parts/parts.module.css';
import type { SetUpValue, Step } from './setUpValue.ts';
import classes from './setup.module.css';

/** Everything once more before it is sent, each part with the way back to it. */
export function SummaryStep({ value, onChange }: { value: SetUpValue; onChange(step: Step): void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { profile, services, counters, administrator } = value;
  const groups: readonly (readonly [Step, readonly (readonly [string, ReactNode])[]])[] = [
    [
      'office',
      [
        [t('setup.summary.name'), profile.name],
        [t('setup.summary.address'), profile.address || t('setup.summary.noAddress')],
        [t('setup.summary.zone'), t(`settings.zone.${profile.zone}`)],
        [t('setup.summary.language'), t(`staff.language.${profile.language}`)],
        [t('setup.summary.hours'), t('setup.summary.hoursText')],
      ],
    ],
    [
      'services',
      [
        [
          t('setup.summary.services'),
          <Lines key="services" lines={services.map(({ id, prefix, title }) => [id, `${prefix} · ${title[language]}`])} />,
        ],
      ],
    ],
    [
      'counters',
      [[t('setup.summary.counters'), <Lines key="counters" lines={counters.map(({ id, number, name }) => [id, `${number} · ${name}`])} />]],
    ],
    ['administrator', [[t('setup.summary.administrator'), administrator]]],
  ];
  return (
    <Panel>
      {groups.map(([step, facts]) => (
        <div key={step} className={classes.summary}>
          <dl className={parts.facts}>
            {facts.map(([name, fact]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </Fragment>
            ))}
          </dl>
          <Button
            variant="default"
            size="md"
            aria-label={t('setup.summary.changeOf', { step: t(`setup.step.${step}`) })}
            onClick={() => onChange(step)}
          >
            {t('setup.summary.change')}
          </Button>
        </div>
      ))}
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly (readonly [id: string, text: string])[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map(([id, text]) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
