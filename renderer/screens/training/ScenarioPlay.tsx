import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { type Played, play } from '../../../shared/domain/training/play.ts';
import type { Scenario } from '../../../shared/domain/training/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { Answered, Scene } from './Scene.tsx';
import { Score } from './Score.tsx';
import { BackLink } from '../../ui/BackLink.tsx';
import classes from './Training.module.css';

/** Scene, choice, what it does, next scene; the score at the end. Keys 1–4 choose, Enter goes on. */
export function ScenarioPlay({ scenario, onAgain }: { scenario: Scenario; onAgain: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useCommand('training.record', { quiet: true });
  const [choices, setChoices] = useState<readonly number[]>([]);
  /** The choice whose effect is being read. */
  const [answered, setAnswered] = useState<Played | null>(null);
  const [saved, setSaved] = useState<'saving' | 'saved' | 'failed'>('saving');
  const { current, played } = play(scenario, choices);

  const choose = (place: number) => {
    const choice = current?.choices[place];
    if (answered !== null || current === null || choice === undefined) return;
    const next = [...choices, place];
    setAnswered({ node: current, choice });
    setChoices(next);
    if (play(scenario, next).current !== null) return;
    const keep = async () => {
      const reply = await record.send({ resultId: v7(), scenarioId: scenario.scenarioId, choices: [...next] });
      setSaved(reply.kind === 'done' ? 'saved' : 'failed');
    };
    void keep();
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const place = Number(event.key) - 1;
    if (event.ctrlKey || event.altKey || event.metaKey || !(place >= 0 && place <= 3)) return;
    choose(place);
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <>
      <header className={classes.playHead}>
        <BackLink to="/latihan">{t('training.back')}</BackLink>
        <h1 className={classes.title}>{scenario.title[language]}</h1>
      </header>
      {choices.length === 0 && <p className={classes.setting}>{scenario.intro[language]}</p>}
      {answered !== null ? (
        <Answered n={choices.length} played={answered} isLast={current === null} onNext={() => setAnswered(null)} />
      ) : current !== null ? (
        <Scene key={current.nodeId} n={choices.length + 1} node={current} onChoose={choose} />
      ) : (
        <Score played={played} saved={saved} onAgain={onAgain} />
      )}
    </>
  );
}
