import type { CalmLevel } from '../../../shared/domain/calm/types.ts';
import classes from './LevelMark.module.css';

/** How bad it was, in words and in the colour of its card. */
export function LevelMark({ level, children }: { level: CalmLevel; children: string }) {
  return (
    <span className={classes.level} data-level={level}>
      {children}
    </span>
  );
}
