import { useTranslation } from 'react-i18next';
import { slotMinutes } from '../../../../shared/domain/floor/curve.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './Charts.module.css';
import { clockWords, type Pair } from './pairs.ts';

interface Props {
  readonly measure: 'arrivals' | 'waiting' | 'served';
  readonly slots: readonly Pair[];
  readonly compared: boolean;
}

/** Units of the drawing: one slot is ten wide, the tallest bar a hundred high. */
const [wide, high] = [10, 100];

/** Bars of today before the outlines of the day compared with. Drawn by hand: no library for three pictures (decision 17). */
export function Chart({ measure, slots, compared }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...slots.flatMap(({ today, before }) => [today?.[measure] ?? 0, before?.[measure] ?? 0]));
  const what = t(`floor.chart.${measure}`);
  const first = slots[0]?.minute ?? 0;
  const last = slots.at(-1)?.minute ?? 0;
  return (
    <figure className={classes.chart}>
      <figcaption>{what}</figcaption>
      <div className={classes.most} aria-hidden>
        {most}
      </div>
      <svg
        viewBox={`0 0 ${slots.length * wide} ${high}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={useLabel({ measure, slots, compared }, what)}
      >
        {slots.map(({ minute, today, before }, at) => (
          <g key={minute}>
            {before !== null && <Bar className={classes.before} x={at * wide + 1} width={wide - 2} part={before[measure] / most} />}
            {today !== null && <Bar className={classes.today} x={at * wide + 2.5} width={wide - 5} part={today[measure] / most} />}
          </g>
        ))}
      </svg>
      <div className={classes.ends} aria-hidden>
        <span>{clockWords(first, language)}</span>
        <span>{clockWords(last + slotMinutes, language)}</span>
      </div>
    </figure>
  );
}

const Bar = ({ className, x, width, part }: { className: string | undefined; x: number; width: number; part: number }) => (
  <rect className={className} x={x} width={width} y={high * (1 - part)} height={high * part} vectorEffect="non-scaling-stroke" />
);

/** The picture in one sentence: sums, and of those who wait the most at one time. */
function useLabel({ measure, slots, compared }: Props, what: string): string {
  const { t } = useTranslation();
  const of = (day: 'today' | 'before') => {
    const values = slots.map((slot) => slot[day]?.[measure] ?? 0);
    return measure === 'waiting' ? Math.max(0, ...values) : values.reduce((sum, n) => sum + n, 0);
  };
  const words = { what, n: of('today'), before: of('before') };
  if (measure === 'waiting') return t(compared ? 'floor.chart.labelWaiting' : 'floor.chart.labelWaitingAlone', words);
  return t(compared ? 'floor.chart.label' : 'floor.chart.labelAlone', words);
}
