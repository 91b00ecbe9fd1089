import { useTranslation } from 'react-i18next';
import { defaultPolicy, type PriorityPolicy, priorityPolicy } from '../../../../shared/domain/office/types.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { NumberField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Columns, Panel, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';
import { PolicyCards } from './PolicyCards.tsx';
import classes from './serving.module.css';

/** How the next visitor is chosen. */
export function PrioritySection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.priority.title')} lead={t('settings.priority.lead')}>
      <Asked query={useConfiguration()}>{({ policy }) => <PolicyForm policy={policy} />}</Asked>
    </Section>
  );
}

function PolicyForm({ policy }: { policy: PriorityPolicy }) {
  const { t } = useTranslation();
  const draft = useDraft(priorityPolicy, policy);
  const { save, pending } = useSave('office.savePolicy');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <PolicyCards chosen={draft.value.kind} onChoose={(kind) => draft.update(() => (kind === policy.kind ? policy : policyOf(kind)))} />
      <Parameters field={draft} />
      <Panel title={t('settings.priority.who')} lead={t('settings.priority.whoLead')}>
        <p className={classes.grounds}>
          {(['lansia', 'disabilitas', 'ibuHamil', 'ibuMenyusui', 'membawaBalita', 'korbanBencana'] as const)
            .map((ground) => t(`ground.${ground}`))
            .join(' · ')}
        </p>
      </Panel>
    </DraftForm>
  );
}

/** A policy with its usual parameters (DOMAIN section 3). */
function policyOf(kind: PriorityPolicy['kind']): PriorityPolicy {
  if (kind === 'accumulating') return defaultPolicy;
  return kind === 'ratio' ? { kind, regularPerPriority: 3 } : { kind };
}

function Parameters({ field }: { field: Field<PriorityPolicy> }) {
  const { t } = useTranslation();
  const { kind } = field.value;
  if (kind === 'accumulating') {
    const own = field as unknown as Field<Extract<PriorityPolicy, { kind: 'accumulating' }>>;
    return (
      <Panel title={t('settings.priority.fine')}>
        <Columns>
          <NumberField
            field={part(own, 'weight')}
            label={t('settings.priority.weight')}
            hint={t('settings.priority.weightHint')}
            min={1}
            max={20}
            unit="×"
          />
          <NumberField
            field={part(own, 'limitMinutes')}
            label={t('settings.priority.limit')}
            hint={t('settings.priority.limitHint')}
            min={1}
            max={120}
            unit={t('settings.unit.minutes')}
          />
        </Columns>
      </Panel>
    );
  }
  if (kind === 'ratio') {
    const own = field as unknown as Field<Extract<PriorityPolicy, { kind: 'ratio' }>>;
    return (
      <Panel title={t('settings.priority.fine')}>
        <NumberField
          field={part(own, 'regularPerPriority')}
          label={t('settings.priority.perPriority')}
          hint={t('settings.priority.ratioHint')}
          min={1}
          max={20}
          unit={t('settings.priority.ratioUnit')}
        />
      </Panel>
    );
  }
  return null;
}
