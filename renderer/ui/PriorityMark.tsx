import {
  IconBabyBottle,
  IconBabyCarriage,
  IconDisabled,
  IconHomeX,
  IconHeart,
  IconOld,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PriorityGround } from '../../shared/domain/queue/types.ts';
import classes from './PriorityMark.module.css';

const icons: Readonly<Record<PriorityGround, TablerIcon>> = {
  lansia: IconOld,
  disabilitas: IconDisabled,
  ibuHamil: IconHeart,
  ibuMenyusui: IconBabyBottle,
  membawaBalita: IconBabyCarriage,
  korbanBencana: IconHomeX,
};

/** The ground of a priority in words and with its picture; `small` in lists. */
export function PriorityMark({ ground, small = false }: { ground: PriorityGround; small?: boolean }) {
  const { t } = useTranslation();
  const Icon = icons[ground];
  return (
    <span className={classes.mark} data-small={small}>
      <Icon size={small ? 16 : 22} aria-hidden />
      {t(`ground.${ground}`)}
    </span>
  );
}
