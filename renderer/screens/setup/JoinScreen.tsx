import { Alert, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconPlugConnected } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAddress, parseJoinTicket } from '../../../shared/domain/stations/address.ts';
import { groupedJoinCode, parseJoinCode } from '../../../shared/domain/stations/joinCode.ts';
import { useCommand } from '../../api/useCommand.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { SchemeSwitch } from '../../ui/SchemeSwitch.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';
import { Panel } from '../settings/parts/Section.tsx';
import { NearbyLeads } from './NearbyLeads.tsx';
import classes from './setup.module.css';

type Place = 'address' | 'code' | 'form';

/** A new station joins: which lead, which code. A scanner that types the QR code fills both. */
export default function JoinScreen({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<{ readonly place: Place; readonly text: string } | null>(null);
  const { send, pending } = useCommand('stations.join', { quiet: true });
  const [joined, setJoined] = useState<{ readonly name: string; readonly letter: string } | null>(null);

  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const typeCode = (text: string) => {
    setProblem(null);
    const ticket = parseJoinTicket(text);
    setCode(ticket?.code ?? text);
    if (ticket !== null) setAddress(ticket.address);
  };
  const tidyCode = () => {
    const parsed = parseJoinCode(code);
    if (parsed !== null) setCode(groupedJoinCode(parsed));
  };
  const refuse = (place: Place, type: 'addressInvalid' | 'codeMistyped') => setProblem({ place, text: t(`refusal.${type}`) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || joined !== null) return;
    if (parseAddress(address) === null) return refuse('address', 'addressInvalid');
    if (parseJoinCode(code) === null) return refuse('code', 'codeMistyped');
    setProblem(null);
    const reply = await send({ address: address.trim(), code });
    if (reply.kind === 'done') return setJoined(reply.output);
    const type = reply.kind === 'refused' ? reply.refusal.type : '';
    const place = type === 'noLeadAnswers' || type === 'stationIsNotLead' ? 'address' : type === 'codeRefused' ? 'code' : 'form';
    setProblem({ place, text: words(reply) });
  };
  const error = (place: Place) => (problem?.place === place ? { error: problem.text, 'aria-invalid': true } : {});

  return (
    <main className={classes.page}>
      <header className={classes.welcome}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {t('setup.join.title')}
          </h1>
          <p className={classes.lead}>{t('setup.join.lead')}</p>
        </div>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <form ref={form} noValidate onSubmit={(event) => void submit(event)} className={classes.form}>
        <Panel title={t('setup.join.which')} lead={t('setup.join.whichLead')}>
          <NearbyLeads chosen={address} onChoose={setAddress} />
          <TextInput
            label={t('setup.join.address')}
            description={t('setup.join.addressHint')}
            placeholder="192.168.1.10:4718"
            value={address}
            required
            size="md"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            {...error('address')}
            onChange={({ currentTarget: { value } }) => {
              setProblem(null);
              setAddress(value);
            }}
          />
        </Panel>
        <Panel title={t('setup.join.codeTitle')} lead={t('setup.join.codeLead')}>
          <TextInput
            label={t('setup.join.code')}
            description={t('setup.join.codeHint')}
            value={code}
            required
            size="lg"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={400}
            classNames={{ input: classes.joinCode ?? '' }}
            {...error('code')}
            onChange={({ currentTarget: { value } }) => typeCode(value)}
            onBlur={tidyCode}
          />
        </Panel>
        {problem?.place === 'form' && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {problem.text}
          </Alert>
        )}
        <output className={classes.live}>
          {pending && t('setup.join.pending')}
          {joined !== null && t('setup.join.done', joined)}
        </output>
        <div className={classes.buttons}>
          <Button variant="default" size="lg" disabled={pending} leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={onBack}>
            {t('setup.join.back')}
          </Button>
          <Button type="submit" size="lg" loading={pending || joined !== null} leftSection={<IconPlugConnected size={20} aria-hidden />}>
            {t('setup.join.submit')}
          </Button>
        </div>
      </form>
    </main>
  );
}
