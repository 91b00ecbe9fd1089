import { IconBackspace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Keypad.module.css';

interface Props {
  onDigit: (digit: string) => void;
  onErase: () => void;
  onClear: () => void;
  disabled: boolean;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Big number keys for a touch screen; a keyboard types into the field directly. */
export function Keypad({ onDigit, onErase, onClear, disabled }: Props) {
  const { t } = useTranslation();
  const digitKey = (digit: string) => (
    <button key={digit} type="button" className={classes.key} disabled={disabled} onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    <fieldset aria-label={t('staff.keypad.label')} className={classes.pad}>
      {digits.map(digitKey)}
      <button
        type="button"
        className={`${classes.key} ${classes.small}`}
        disabled={disabled}
        aria-label={t('staff.keypad.clear.label')}
        onClick={onClear}
      >
        {t('staff.keypad.clear')}
      </button>
      {digitKey('0')}
      <button type="button" className={classes.key} disabled={disabled} aria-label={t('staff.keypad.erase')} onClick={onErase}>
        <IconBackspace size={28} aria-hidden />
      </button>
    </fieldset>
  );
}
