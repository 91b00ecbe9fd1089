import {
  IconArrowForwardUp,
  IconCheck,
  IconHeartHandshake,
  IconMessageReport,
  IconPlayerPause,
  IconPlayerPlay,
  IconRepeat,
  IconSpeakerphone,
  IconUserOff,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { actionKeys, type ActionName, actionNames, type PossibleActions, type Why } from '../model/actions.ts';
import classes from './ActionRow.module.css';

interface Props {
  possible: PossibleActions;
  natural: ActionName;
  /** The action that is being answered now. */
  pending: ActionName | null;
  onAction: (name: ActionName) => void;
}

const icons: Readonly<Record<ActionName, TablerIcon>> = {
  callNext: IconSpeakerphone,
  recall: IconRepeat,
  start: IconPlayerPlay,
  noShow: IconUserOff,
  hold: IconPlayerPause,
  transfer: IconArrowForwardUp,
  finish: IconCheck,
  complaint: IconMessageReport,
  calm: IconHeartHandshake,
};

/**
 * The large actions, always all of them at the same places. One that is not possible stays focusable and says why.
 */
export function ActionRow({ possible, natural, pending, onAction }: Props) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('counter.action.label')} className={classes.row}>
      {actionNames.map((name) => (
        <ActionButton
          key={name}
          name={name}
          why={possible[name]}
          natural={name === natural}
          pending={pending === name}
          onPress={() => onAction(name)}
        />
      ))}
    </div>
  );
}

interface ButtonProps {
  name: ActionName;
  why: Why | null;
  natural: boolean;
  pending: boolean;
  onPress: () => void;
}

function ActionButton({ name, why, natural, pending, onPress }: ButtonProps) {
  const { t } = useTranslation();
  const whyId = useId();
  const Icon = icons[name];
  const reason = why === null ? undefined : t(why.key, { number: why.number });
  const key = name === 'start' ? t('counter.action.key.enter') : actionKeys[name];
  return (
    <div className={classes.cell}>
      <button
        type="button"
        data-action={name}
        data-natural={natural}
        data-pending={pending}
        className={classes.action}
        aria-disabled={why !== null}
        aria-keyshortcuts={actionKeys[name]}
        aria-describedby={reason === undefined ? undefined : whyId}
        title={reason}
        onClick={onPress}
      >
        <Icon size={26} aria-hidden />
        <span className={classes.words}>{t(`counter.action.${name}`)}</span>
        <kbd className={classes.key} aria-hidden>
          {key}
        </kbd>
      </button>
      <span id={whyId} hidden>
        {reason}
      </span>
    </div>
  );
}
