import {
  IconDoor,
  IconScale,
  IconShieldExclamation,
  IconUserPlus,
  IconUserShield,
  IconWind,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalmCard } from '../../../../shared/domain/calm/types.ts';
import { type HelpKind, helpKinds } from '../../../../shared/domain/incidents/types.ts';
import { useAlarmClient } from '../../../alarm/AlarmContext.tsx';
import { useHold } from '../../../alarm/useHold.ts';
import { BreathingTimer } from './BreathingTimer.tsx';
import classes from './CalmActions.module.css';
import { HelpStatus } from './HelpStatus.tsx';
import type { Conflict } from './useConflict.ts';

const icons: Readonly<Record<HelpKind, TablerIcon>> = {
  supervisor: IconUserShield,
  secondOfficer: IconUserPlus,
  quietRoom: IconDoor,
  legal: IconScale,
};

/** Buttons that do something, those of this card first; help that was asked for shows who comes. */
export function CalmActions({ card, conflict }: { card: CalmCard; conflict: Conflict }) {
  const { t } = useTranslation();
  const [breathing, setBreathing] = useState(false);
  const asked = card.actions.filter((action): action is HelpKind => helpKinds.some((kind) => kind === action));
  // Help that was asked for on another card stays in sight.
  const shown = helpKinds.filter((kind) => asked.includes(kind) || conflict.helps.some((help) => help.kind === kind));
  return (
    <div className={classes.actions}>
      {card.actions.includes('security') && <SecurityButton />}
      {shown.map((kind) => {
        const help = conflict.helps.findLast((each) => each.kind === kind);
        const Icon = icons[kind];
        if (help !== undefined) return <HelpStatus key={kind} help={help} onTakeBack={() => void conflict.takeBack(help.helpId)} />;
        return (
          <button key={kind} type="button" className={classes.action} onClick={() => void conflict.ask(kind)}>
            <Icon size={24} aria-hidden />
            {t(`calm.help.${kind}`)}
          </button>
        );
      })}
      {card.actions.includes('breathe') && !breathing && (
        <button type="button" className={classes.action} onClick={() => setBreathing(true)}>
          <IconWind size={24} aria-hidden />
          {t('calm.breathe')}
        </button>
      )}
      {breathing && <BreathingTimer onEnd={() => setBreathing(false)} />}
    </div>
  );
}

/** The same call as the button in the corner: held for a second; a short tap asks. */
function SecurityButton() {
  const { t } = useTranslation();
  const client = useAlarmClient();
  const [asking, setAsking] = useState(false);
  const press = () => {
    setAsking(false);
    client.press();
  };
  const { holding, handlers } = useHold(press, () => setAsking(true));
  return (
    <div className={classes.security}>
      <button type="button" className={classes.call} data-holding={holding} aria-expanded={asking} {...handlers}>
        <IconShieldExclamation size={26} aria-hidden />
        <span>
          {t('calm.security')}
          <small>{t('calm.security.hold')}</small>
        </span>
      </button>
      {asking && (
        <div className={classes.confirm} role="note">
          <button type="button" className={classes.now} onClick={press}>
            {t('calm.security.now')}
          </button>
          <button type="button" className={classes.plain} onClick={() => setAsking(false)}>
            {t('calm.security.no')}
          </button>
        </div>
      )}
    </div>
  );
}
