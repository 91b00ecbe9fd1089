import { Alert, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnected } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalOfMethod } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProblemWords } from '../../../ui/useProblemWords.ts';
import form from '../form/form.module.css';
import parts from '../parts/parts.module.css';
import { Panel } from '../parts/Section.tsx';

type Place = 'url' | 'code' | 'form';

/** Which field a refusal is about. */
const places: Readonly<Record<RefusalOfMethod<'central.enrol'>['type'], Place>> = {
  centralUnreachable: 'url',
  centralNotTheServer: 'url',
  centralUrlInsecure: 'url',
  centralCodeUnknown: 'code',
  centralAlreadyEnrolled: 'form',
  centralFailed: 'form',
};

/** The office is not enrolled: what that means, and the two things that the agency gave to do it. */
export function EnrolForm() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const element = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<{ readonly place: Place; readonly text: string } | null>(null);
  const { send, pending } = useCommand('central.enrol', { quiet: true });

  useEffect(() => {
    if (problem !== null) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const address = addressOf(url);
    if (address === null) return setProblem({ place: 'url', text: t('settings.sync.url.invalid') });
    if (code.trim() === '') return setProblem({ place: 'code', text: t('settings.field.required') });
    setProblem(null);
    const reply = await send({ url: address, code: code.trim() });
    // Done: the status says so, and this form is gone.
    if (reply.kind !== 'done') setProblem({ place: reply.kind === 'refused' ? places[reply.refusal.type] : 'form', text: words(reply) });
  };
  const error = (place: Place) => (problem?.place === place ? { error: problem.text, 'aria-invalid': true } : {});
  const common = { required: true, size: 'md', autoComplete: 'off', spellCheck: false } as const;

  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)} className={form.form}>
      <Panel title={t('settings.sync.enrol')} lead={t('settings.sync.enrol.lead')}>
        <ul className={parts.rules}>
          <li>{t('settings.sync.enrol.sends')}</li>
          <li>{t('settings.sync.enrol.sealed')}</li>
          <li>{t('settings.sync.enrol.offline')}</li>
        </ul>
        <TextInput
          {...common}
          label={t('settings.sync.url')}
          description={t('settings.sync.url.hint')}
          inputMode="url"
          maxLength={190}
          value={url}
          {...error('url')}
          onChange={({ currentTarget: { value } }) => {
            setProblem(null);
            setUrl(value);
          }}
        />
        <TextInput
          {...common}
          label={t('settings.sync.code')}
          description={t('settings.sync.code.hint')}
          maxLength={80}
          value={code}
          {...error('code')}
          onChange={({ currentTarget: { value } }) => {
            setProblem(null);
            setCode(value);
          }}
        />
        {problem?.place === 'form' && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {problem.text}
          </Alert>
        )}
        <div>
          <Button type="submit" size="md" loading={pending} leftSection={<IconPlugConnected size={20} aria-hidden />}>
            {t('settings.sync.enrol.submit')}
          </Button>
        </div>
        <output className={parts.live}>{pending && t('settings.sync.enrol.pending')}</output>
      </Panel>
    </form>
  );
}

/** A typed address as the host wants it, without a slash at its end; whoever leaves out the scheme means https. `null`: it is none. */
function addressOf(typed: string): string | null {
  const trimmed = typed.trim().replace(/\/+$/u, '');
  const address = /^[a-z]+:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`;
  return trimmed !== '' && URL.canParse(address) && !/\s/u.test(trimmed) ? address : null;
}
