import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alarmKinds } from '../../../shared/alarm/protocol.ts';
import { useAlarmClient } from '../AlarmContext.tsx';
import type { OwnCall } from '../calls.ts';
import classes from './SignPanel.module.css';

/** Behind the small sign: saying what kind it is, and taking a false press back. The call itself has long gone out. */
export function SignPanel({ call, onClose }: { call: OwnCall; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useAlarmClient();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <div className={classes.panel} role="group" aria-label={t('alarm.sign.panel')}>
      {withdrawing ? (
        <WithdrawForm
          onBack={() => setWithdrawing(false)}
          onWithdraw={(reason) => {
            client.act(call.alarmId, 'withdrawn', undefined, reason);
            onClose();
          }}
        />
      ) : (
        <>
          <p className={classes.title}>{t('alarm.sign.kind')}</p>
          <div className={classes.kinds}>
            {alarmKinds.map((kind) => (
              <button
                key={kind}
                type="button"
                className={classes.kind}
                aria-pressed={kind === call.kind}
                onClick={() => client.setKind(call.alarmId, kind)}
              >
                {t(`alarm.kind.${kind}`)}
              </button>
            ))}
          </div>
          <div className={classes.row}>
            {call.isMine && call.status !== 'withdrawing' && (
              <Button variant="default" size="sm" onClick={() => setWithdrawing(true)}>
                {t('alarm.sign.withdraw')}
              </Button>
            )}
            <Button variant="default" size="sm" onClick={onClose}>
              {t('common.close')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

export default SignPanel;

/** A false press is followed up too, so it needs a reason. */
function WithdrawForm({ onBack, onWithdraw }: { onBack: () => void; onWithdraw: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onWithdraw(reason.trim());
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        size="md"
        label={t('alarm.sign.reason')}
        description={t('alarm.sign.reason.hint')}
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
      <div className={classes.row}>
        <Button type="submit" size="sm" color="red">
          {t('alarm.sign.withdraw')}
        </Button>
        <Button variant="default" size="sm" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </form>
  );
}
