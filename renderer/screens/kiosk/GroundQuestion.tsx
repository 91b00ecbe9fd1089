import { useTranslation } from 'react-i18next';
import { type PriorityGround, priorityGrounds } from '../../../shared/domain/queue/types.ts';
import classes from './kiosk.module.css';
import { Pictogram } from './Pictogram.tsx';

/** The priority question: a picture and few words each; "none" is as large as the others. Nothing is to be proved. */
export function GroundQuestion({ onChoose }: { onChoose: (ground: PriorityGround | null) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={classes['grounds']}>
      {priorityGrounds.map((ground) => (
        <li key={ground}>
          <button type="button" className={classes['ground']} onClick={() => onChoose(ground)}>
            <Pictogram of={ground} />
            <span>{t(`kiosk.ground.${ground}`)}</span>
          </button>
        </li>
      ))}
      <li className={classes['groundNone']}>
        <button type="button" className={classes['ground']} data-none onClick={() => onChoose(null)}>
          <Pictogram of="none" />
          <span>{t('kiosk.ground.none')}</span>
        </button>
      </li>
    </ul>
  );
}
