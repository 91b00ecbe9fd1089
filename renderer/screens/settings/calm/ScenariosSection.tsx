import { Alert, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScenarioFault, scenarioFaults } from '../../../../shared/domain/training/play.ts';
import { type Scenario, scenario, scenarios } from '../../../../shared/domain/training/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { append, items, part, removeAt } from '../form/field.ts';
import { BilingualField, SelectField } from '../form/inputs.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { freeId, newScenario, newScene } from './newScenario.ts';
import { SceneEditor } from './SceneEditor.tsx';

const mostScenarios = 30;
const mostScenes = 30;

/** What officers practise, as this office tells it. */
export function ScenariosSection() {
  const { t } = useTranslation();
  const query = useHostQuery('calm.texts', {});
  return (
    <Section title={t('settings.scenarios.title')} lead={t('settings.scenarios.lead')}>
      <Asked query={query}>{(texts) => <ScenariosForm scenarios={texts.scenarios} areOwn={texts.scenariosAreOwn} />}</Asked>
    </Section>
  );
}

/** The faults of all scenarios, at the scene that they are about. */
const faultsOf = (list: readonly Scenario[]): readonly FieldProblem[] =>
  list.flatMap((each, at) =>
    scenarioFaults(each).map(({ fault, nodeId }: ScenarioFault) => ({
      path: `${at}.nodes.${each.nodes.findIndex((node) => node.nodeId === nodeId)}.text.id`,
      key: `settings.scenarios.fault.${fault}` as const,
    })),
  );

function ScenariosForm({ scenarios: saved, areOwn }: { scenarios: Scenario[]; areOwn: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const draft = useDraft(scenarios, saved, faultsOf);
  const { save, pending } = useSave('calm.saveScenarios');
  const reset = useCommand('calm.saveScenarios');
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, draft.value.length - 1);
  const one = items(draft)[at];
  const titleOf = (each: Scenario | undefined) => (each?.title[language] ?? '') || t('settings.scenarios.unnamed');
  // Only one is shown at a time: a problem in another one must not hide there.
  const broken =
    draft.refusedAttempts === 0
      ? []
      : draft.value.flatMap((each, place) => (scenario.safeParse(each).success && scenarioFaults(each).length === 0 ? [] : [place]));
  return (
    <>
      <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, { scenarios: value })}>
        {broken.length > 0 && (
          <Alert color="red" role="alert" title={t('settings.scenarios.broken')}>
            {broken.map((place) => (
              <Button key={place} variant="default" size="md" mr="xs" onClick={() => setChosen(place)}>
                {titleOf(draft.value[place])}
              </Button>
            ))}
          </Alert>
        )}
        <Panel>
          <SelectField
            label={t('settings.scenarios.choose')}
            field={{ value: String(at), update: (change) => setChosen(Number(change(String(at)))), error: () => undefined }}
            options={draft.value.map((each, place) => ({ value: String(place), label: titleOf(each) }))}
          />
          <div>
            <Button
              variant="default"
              size="md"
              leftSection={<IconPlus size={18} aria-hidden />}
              disabled={draft.value.length >= mostScenarios}
              onClick={() => {
                append(draft, newScenario(draft.value));
                setChosen(draft.value.length);
              }}
            >
              {t('settings.scenarios.add')}
            </Button>
          </div>
        </Panel>
        {one !== undefined && (
          <Panel key={one.value.scenarioId} title={one.value.title[language]}>
            <BilingualField field={part(one, 'title')} label={t('settings.scenarios.name')} required />
            <BilingualField field={part(one, 'intro')} label={t('settings.scenarios.intro')} rows={2} required />
            {items(part(one, 'nodes')).map((node, place) => (
              <SceneEditor
                key={node.value.nodeId}
                n={place + 1}
                node={node}
                scenes={one.value.nodes}
                {...(place === 0 ? {} : { onRemove: () => removeAt(part(one, 'nodes'), place) })}
              />
            ))}
            <div>
              <Button
                variant="default"
                size="md"
                leftSection={<IconPlus size={18} aria-hidden />}
                disabled={one.value.nodes.length >= mostScenes}
                onClick={() =>
                  append(
                    part(one, 'nodes'),
                    newScene(
                      freeId(
                        one.value.nodes.map(({ nodeId }) => nodeId),
                        'adegan',
                      ),
                    ),
                  )
                }
              >
                {t('settings.scenarios.scene.add')}
              </Button>
            </div>
            {draft.value.length > 1 && (
              <div>
                <Button variant="subtle" color="red" size="md" onClick={() => removeAt(draft, at)}>
                  {t('settings.scenarios.remove')}
                </Button>
              </div>
            )}
          </Panel>
        )}
      </DraftForm>
      {areOwn && (
        <ConfirmButton
          loading={reset.pending}
          title={t('settings.calm.reset.title')}
          text={t('settings.scenarios.reset.text')}
          confirmLabel={t('settings.calm.reset')}
          onConfirm={() => reset.send({ scenarios: null })}
        >
          {t('settings.calm.reset')}
        </ConfirmButton>
      )}
    </>
  );
}
