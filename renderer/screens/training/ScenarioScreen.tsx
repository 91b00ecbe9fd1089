import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { ScenarioPlay } from './ScenarioPlay.tsx';
import { TrainingFrame } from './TrainingFrame.tsx';

/** `/latihan/<scenario>`: one role-play from its first scene to its score. */
export function ScenarioScreen() {
  const { t } = useTranslation();
  const { scenarioId = '' } = useParams();
  const [round, setRound] = useState(0);
  const { data, failure } = useHostQuery('calm.texts', {});
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (data === undefined) return <div aria-busy />;
  const scenario = data.scenarios.find((each) => each.scenarioId === scenarioId);
  return (
    <TrainingFrame>
      {scenario === undefined ? (
        <Notice Icon={IconFileOff} title={t('training.gone')}>
          <ButtonLink to="/latihan">{t('training.back')}</ButtonLink>
        </Notice>
      ) : (
        <ScenarioPlay key={`${scenarioId} ${round}`} scenario={scenario} onAgain={() => setRound(round + 1)} />
      )}
    </TrainingFrame>
  );
}
