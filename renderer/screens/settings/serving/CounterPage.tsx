import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { v7 } from 'uuid';
import { type Counter, counter as counterSchema } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { useMay } from '../parts/access.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Empty, Panel, Section } from '../parts/Section.tsx';
import { type Configuration, useConfiguration } from '../parts/useConfiguration.ts';
import { CounterFields } from './CounterFields.tsx';

const list = '/pengaturan/loket';

/** One counter, or a new one at `/baru`. */
export function CounterPage() {
  const { t } = useTranslation();
  const { counterId } = useParams();
  return (
    <Asked query={useConfiguration()}>
      {(configuration) => {
        const counter = configuration.counters.find(({ id }) => id === counterId);
        if (counterId === 'baru') return <NewCounter configuration={configuration} />;
        if (counter !== undefined) return <OneCounter key={counter.id} counter={counter} configuration={configuration} />;
        return (
          <Section title={t('settings.counters.gone')} back={{ to: list, label: t('settings.counters.title') }}>
            <Empty title={t('settings.counters.gone')} text={t('settings.counters.goneText')}>
              <Button component={Link} to={list} size="md">
                {t('settings.counters.toList')}
              </Button>
            </Empty>
          </Section>
        );
      }}
    </Asked>
  );
}

function NewCounter({ configuration }: { configuration: Configuration }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [counter] = useState(() => {
    const number = freeNumber(configuration.counters);
    return {
      id: v7(),
      number,
      name: t('settings.counters.defaultName', { number }),
      serviceIds: configuration.services.map(({ id }) => id),
    };
  });
  return (
    <Section title={t('settings.counters.new')} back={{ to: list, label: t('settings.counters.title') }}>
      <CounterForm counter={counter} configuration={configuration} isNew onSaved={() => void navigate(list)} />
    </Section>
  );
}

function OneCounter({ counter, configuration }: { counter: Counter; configuration: Configuration }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Section title={counter.name} back={{ to: list, label: t('settings.counters.title') }}>
      <CounterForm counter={counter} configuration={configuration} />
      {may('office.retireCounter') && <Retire counter={counter} />}
    </Section>
  );
}

interface CounterFormProps {
  readonly counter: Counter;
  readonly configuration: Configuration;
  readonly isNew?: boolean;
  onSaved?(): void;
}

function CounterForm({ counter, configuration: { counters, services }, isNew = false, onSaved }: CounterFormProps) {
  const check = useCallback((value: Counter) => numberProblems(counters, value), [counters]);
  const draft = useDraft(counterSchema, counter, check);
  const { save, pending } = useSave('office.saveCounter', { counterNumberTaken: 'number', serviceUnknown: 'serviceIds' });
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      isNew={isNew}
      onSave={(value) => save(draft, value)}
      {...(onSaved === undefined ? {} : { onSaved })}
    >
      <Panel>
        <CounterFields field={draft} services={services} />
      </Panel>
    </DraftForm>
  );
}

function Retire({ counter }: { counter: Counter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, pending } = useCommand('office.retireCounter');
  const retire = async () => {
    const reply = await send({ counterId: counter.id });
    if (reply.kind === 'done') await navigate(list);
  };
  return (
    <Panel title={t('settings.counters.retireTitle')} lead={t('settings.counters.retireLead')}>
      <div>
        <ConfirmButton
          loading={pending}
          title={t('settings.counters.retireAsk', { name: counter.name })}
          text={t('settings.counters.retireText')}
          confirmLabel={t('settings.counters.retire')}
          onConfirm={retire}
        >
          {t('settings.counters.retire')}
        </ConfirmButton>
      </div>
    </Panel>
  );
}

function freeNumber(counters: readonly Counter[]): number {
  let number = 1;
  while (counters.some((counter) => counter.number === number)) number++;
  return number;
}

function numberProblems(counters: readonly Counter[], { id, number }: Counter): readonly FieldProblem[] {
  const taken = counters.some((other) => other.id !== id && other.number === number);
  return taken ? [{ path: 'number', key: 'settings.counters.numberTaken', values: { number } }] : [];
}
