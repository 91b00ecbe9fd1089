import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingChoice, TrainingNode } from '../../../../shared/domain/training/types.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { type Field, part } from '../form/field.ts';
import { BilingualField, NumberField, SelectField } from '../form/inputs.tsx';
import { Listed } from './CalmCardsSection.tsx';
import classes from './calm.module.css';
import { newChoice } from './newScenario.ts';

const mostChoices = 4;
const leastChoices = 2;

interface Props {
  n: number;
  node: Field<TrainingNode>;
  /** All scenes of the scenario: where a choice may lead. */
  scenes: readonly TrainingNode[];
  /** Not for the first scene, with which it begins. */
  onRemove?: () => void;
}

/** One scene: what happens, and what one may do about it. */
export function SceneEditor({ n, node, scenes, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.scene} aria-label={t('settings.scenarios.scene', { n })}>
      <div className={classes.head}>
        <h3>{t('settings.scenarios.scene', { n })}</h3>
        {onRemove !== undefined && (
          <Button variant="subtle" size="md" onClick={onRemove}>
            {t('settings.scenarios.scene.remove')}
          </Button>
        )}
      </div>
      <BilingualField field={part(node, 'text')} label={t('settings.scenarios.scene.text')} rows={2} required />
      <Listed
        field={part(node, 'choices')}
        add={t('settings.scenarios.choice.add')}
        most={mostChoices}
        least={leastChoices}
        empty={newChoice(0)}
        removeLabel={(place) => t('settings.calm.remove', { what: t('settings.scenarios.choice', { n: place }) })}
      >
        {(choice, place) => <ChoiceEditor n={place} choice={choice} own={node.value.nodeId} scenes={scenes} />}
      </Listed>
    </section>
  );
}

interface ChoiceProps {
  n: number;
  choice: Field<TrainingChoice>;
  own: string;
  scenes: readonly TrainingNode[];
}

function ChoiceEditor({ n, choice, own, scenes }: ChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = part(choice, 'next');
  return (
    <div className={classes.choice}>
      <BilingualField field={part(choice, 'text')} label={t('settings.scenarios.choice', { n })} required />
      <BilingualField field={part(choice, 'why')} label={t('settings.scenarios.why')} required />
      <NumberField field={part(choice, 'points')} label={t('settings.scenarios.points')} min={-2} max={3} />
      <SelectField
        label={t('settings.scenarios.next')}
        field={{
          value: next.value ?? '',
          update: (change) => next.update((value) => (change(value ?? '') === '' ? null : change(value ?? ''))),
          error: next.error,
        }}
        options={[
          { value: '', label: t('settings.scenarios.next.end') },
          ...scenes.flatMap(({ nodeId, text }, at) =>
            nodeId === own ? [] : [{ value: nodeId, label: `${at + 1}. ${text[language].slice(0, 60)}` }],
          ),
        ]}
      />
    </div>
  );
}
