import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './AlarmCard.module.css';

const reasons = ['calm', 'left', 'police', 'medical', 'falsePress'] as const;

/** Only a person ends a call, and says why. */
export function EndForm({ drill, onBack, onEnd }: { drill: boolean; onBack: () => void; onEnd: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(drill ? t('alarm.end.drill') : '');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onEnd(reason.trim());
  };
  return (
    <form className={classes.actions} noValidate onSubmit={submit}>
      <Textarea
        size="md"
        label={t('alarm.end.reason')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        error={tried && reason.trim() === '' ? t('alarm.reason.required') : null}
        // The person has just asked for this field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      {!drill && (
        <div className={classes.names}>
          {reasons.map((code) => (
            <button key={code} type="button" className={classes.chip} onClick={() => setReason(t(`alarm.end.${code}`))}>
              {t(`alarm.end.${code}`)}
            </button>
          ))}
        </div>
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="lg" color="red">
          {t('alarm.end.confirm')}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </form>
  );
}
