import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Keypad } from './Keypad.tsx';
import classes from './SecretForm.module.css';
import { type SecretReply, useSecret } from './useSecret.ts';

interface Props {
  submitLabel: string;
  attempt: (secret: string) => Promise<SecretReply>;
}

/** One field for PIN or password, typed on the keyboard or on the big keys. */
export function SecretForm({ submitLabel, attempt }: Props) {
  const { t } = useTranslation();
  const { secret, pending, message, delayed, type, submit } = useSecret(attempt);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (message !== null && !delayed) field.current?.focus();
  }, [message, delayed]);

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PasswordInput
        ref={field}
        label={t('staff.login.secret')}
        size="lg"
        autoComplete="current-password"
        value={secret}
        maxLength={200}
        aria-describedby="secret-message"
        error={message !== null}
        classNames={{ visibilityToggle: classes.toggle ?? '' }}
        visibilityToggleButtonProps={{ 'aria-label': t('staff.login.show'), tabIndex: 0 }}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <p id="secret-message" role="alert" className={classes.message}>
        {message}
      </p>
      <Keypad
        onDigit={(digit) => type(secret + digit)}
        onErase={() => type(secret.slice(0, -1))}
        onClear={() => type('')}
        disabled={pending || delayed}
      />
      <Button type="submit" size="xl" fullWidth loading={pending} disabled={delayed || secret === ''}>
        {submitLabel}
      </Button>
    </form>
  );
}
