import { useTranslation } from 'react-i18next';
import type { ComplaintStep } from '../../../../../shared/domain/complaints/form.ts';
import classes from './side.module.css';

/** LEAPS: listen, empathise, ask, paraphrase, summarise (DOMAIN section 5). */
const leaps = ['listen', 'empathise', 'ask', 'paraphrase', 'summarise'] as const;

const phrases = {
  identity: ['complaintGuide.say.identity.1', 'complaintGuide.say.identity.2'],
  description: ['complaintGuide.say.description.1', 'complaintGuide.say.description.2', 'complaintGuide.say.description.3'],
  classification: ['complaintGuide.say.classification.1'],
  solution: ['complaintGuide.say.solution.1', 'complaintGuide.say.solution.2'],
  confirmation: ['complaintGuide.say.confirmation.1', 'complaintGuide.say.confirmation.2'],
} as const satisfies Record<Exclude<ComplaintStep, 'listen'>, readonly string[]>;

/** What the officer can say now. */
export function Phrases({ step }: { step: ComplaintStep }) {
  const { t } = useTranslation();
  return (
    <section className={classes.card} aria-labelledby="complaint-say">
      <h3 id="complaint-say" className={classes.title}>
        {t('complaintGuide.say')}
      </h3>
      {step === 'listen' ? (
        <dl className={classes.leaps}>
          {leaps.map((name) => (
            <div key={name}>
              <dt>{t(`complaintGuide.leaps.${name}`)}</dt>
              <dd>{t(`complaintGuide.say.listen.${name}`)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <ul className={classes.phrases}>
          {phrases[step].map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>{t('complaintGuide.calm')}</p>
    </section>
  );
}
