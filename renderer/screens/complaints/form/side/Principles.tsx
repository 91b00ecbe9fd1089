import { IconBolt, IconBulb, IconEye, IconFileText, IconHeartHandshake, type Icon as TablerIcon, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './side.module.css';

/** The six principles (DOMAIN section 4), beside every step. */
const principles = ['empathy', 'quick', 'transparency', 'accuracy', 'solution', 'documentation'] as const;

const icons: Readonly<Record<(typeof principles)[number], TablerIcon>> = {
  empathy: IconHeartHandshake,
  quick: IconBolt,
  transparency: IconEye,
  accuracy: IconListCheck,
  solution: IconBulb,
  documentation: IconFileText,
};

export function Principles() {
  const { t } = useTranslation();
  return (
    <section className={`${classes.card} ${classes.strip}`} aria-labelledby="complaint-principles">
      <h3 id="complaint-principles" className={classes.title}>
        {t('complaintGuide.principles')}
      </h3>
      <ul className={classes.principles}>
        {principles.map((name) => {
          const Icon = icons[name];
          return (
            <li key={name}>
              <Icon size={20} stroke={1.7} aria-hidden />
              {t(`complaintGuide.principle.${name}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
