import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CalmLevel, calmLevels } from '../../../../shared/domain/calm/types.ts';
import classes from './CalmPanel.module.css';

/** Where the conflict stands, and one tap to the level before or after. */
export function LevelLadder({ level, onLevel }: { level: CalmLevel; onLevel: (level: CalmLevel) => void }) {
  const { t } = useTranslation();
  const at = calmLevels.indexOf(level);
  const [before, after] = [calmLevels[at - 1], calmLevels[at + 1]];
  return (
    <nav className={classes.ladder} aria-label={t('calm.levels')}>
      <button
        type="button"
        className={classes.step}
        disabled={before === undefined}
        aria-label={before === undefined ? t('calm.noBefore') : t('calm.toLevel', { level: t(`calm.level.${before}`) })}
        onClick={() => before !== undefined && onLevel(before)}
      >
        <IconChevronLeft size={24} aria-hidden />
      </button>
      <ol className={classes.levels}>
        {calmLevels.map((each) => (
          <li key={each}>
            <button
              type="button"
              className={classes.level}
              data-level={each}
              aria-current={each === level ? 'step' : undefined}
              onClick={() => onLevel(each)}
            >
              {t(`calm.level.${each}`)}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={classes.step}
        disabled={after === undefined}
        aria-label={after === undefined ? t('calm.noAfter') : t('calm.toLevel', { level: t(`calm.level.${after}`) })}
        onClick={() => after !== undefined && onLevel(after)}
      >
        <IconChevronRight size={24} aria-hidden />
      </button>
    </nav>
  );
}
