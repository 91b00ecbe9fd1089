import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { momentWords } from '../../ui/format.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { useLanguage } from '../../ui/useLanguage.ts';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import classes from './Training.module.css';
import { TrainingFrame } from './TrainingFrame.tsx';

const mostResults = 10;

/** Every scenario with one's own best result, and one's own latest results. */
export function ScenarioListScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: texts, failure } = useHostQuery('calm.texts', {});
  const { data: results = [] } = useHostQuery('training.mine', {});
  const { data: office } = useHostQuery('office.profile', {});
  const roving = useRovingFocus(texts?.scenarios.length ?? 0);
  if (failure !== undefined) return <Trouble failure={failure} />;
  const scenarios = texts?.scenarios ?? [];
  const titleOf = (scenarioId: string) => scenarios.find((each) => each.scenarioId === scenarioId)?.title[language] ?? scenarioId;
  const best = (scenarioId: string) =>
    results.filter((result) => result.scenarioId === scenarioId).toSorted((a, b) => b.points / b.possible - a.points / a.possible)[0];
  return (
    <TrainingFrame>
      <header>
        <h1 className={classes.title}>{t('training.title')}</h1>
        <p className={classes.lead}>{t('training.lead')}</p>
      </header>
      <ul className={classes.scenarios} {...roving.list}>
        {scenarios.map(({ scenarioId, title, intro }, at) => {
          const result = best(scenarioId);
          return (
            <li key={scenarioId}>
              <Link to={`/latihan/${scenarioId}`} className={classes.scenario} {...roving.item(at)}>
                <strong>{title[language]}</strong>
                <span className={classes.intro}>{intro[language]}</span>
                <span className={classes.best}>
                  {result === undefined ? t('training.never') : t('training.best', { points: result.points, possible: result.possible })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <section className={classes.panel}>
        <h2 className={classes.heading}>{t('training.mine')}</h2>
        {results.length === 0 ? (
          <p className={classes.lead}>{t('training.results.none')}</p>
        ) : (
          <ul className={classes.results}>
            {results.slice(0, mostResults).map(({ resultId, scenarioId, points, possible, at }) => (
              <li key={resultId}>
                <span>{titleOf(scenarioId)}</span>
                <strong>{t('training.result', { points, possible })}</strong>
                <span className={classes.lead}>{momentWords(at, language, office?.profile?.zone)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </TrainingFrame>
  );
}
