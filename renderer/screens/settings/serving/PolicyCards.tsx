import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriorityPolicy } from '../../../../shared/domain/office/types.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './serving.module.css';

type Kind = PriorityPolicy['kind'];

interface Wait {
  readonly mean: number;
  readonly p95: number;
}

/** Minutes of waiting in the simulation of DOMAIN section 3: load 1.05, 4 counters, 20 % priority. The ratio was not simulated. */
const simulated: Partial<Record<Kind, { readonly priority: Wait; readonly regular: Wait }>> = {
  accumulating: { priority: { mean: 6.1, p95: 12.3 }, regular: { mean: 20.2, p95: 57.3 } },
  strict: { priority: { mean: 1.3, p95: 3.8 }, regular: { mean: 21.4, p95: 59.1 } },
  fifo: { priority: { mean: 17.2, p95: 48 }, regular: { mean: 17.4, p95: 48.4 } },
};
const longestMean = 21.4;
const kinds = ['accumulating', 'ratio', 'strict', 'fifo'] as const satisfies readonly Kind[];

/** The policies beside each other, each with what it means for the elderly and for everyone else. */
export function PolicyCards({ chosen, onChoose }: { chosen: Kind; onChoose(kind: Kind): void }) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={classes.policies}>
      <legend className={classes.legend}>{t('settings.priority.choose')}</legend>
      {kinds.map((kind) => (
        <label key={kind} className={classes.policy}>
          <input type="radio" name={name} checked={chosen === kind} onChange={() => onChoose(kind)} />
          <span className={classes.policyBody}>
            <span className={classes.policyName}>
              {t(`settings.priority.${kind}`)}
              {kind === 'accumulating' && <span className={classes.recommended}>{t('settings.priority.recommended')}</span>}
            </span>
            <span className={classes.policyText}>{t(`settings.priority.${kind}.text`)}</span>
            <Waits kind={kind} />
          </span>
        </label>
      ))}
      <p className={classes.note}>{t('settings.priority.simulation')}</p>
    </fieldset>
  );
}

function Waits({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const figures = simulated[kind];
  if (figures === undefined) return <span className={classes.note}>{t('settings.priority.notSimulated')}</span>;
  return (
    <span className={classes.waits}>
      <Bar label={t('settings.priority.elderly')} wait={figures.priority} isPriority />
      <Bar label={t('settings.priority.regular')} wait={figures.regular} />
    </span>
  );
}

function Bar({ label, wait: { mean, p95 }, isPriority = false }: { label: string; wait: Wait; isPriority?: boolean }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 });
  return (
    <span className={classes.wait}>
      <span>{label}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} data-priority={isPriority || undefined} style={{ inlineSize: `${(mean / longestMean) * 100}%` }} />
      </span>
      <span className={classes.figure}>{t('settings.priority.figures', { mean: number.format(mean), p95: number.format(p95) })}</span>
    </span>
  );
}
