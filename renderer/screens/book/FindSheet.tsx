import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHost } from '../../api/HostProvider.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';
import classes from './Book.module.css';

/** The number at the head of the paper, as one types it; Enter opens the sheet. */
export function FindSheet() {
  const { t } = useTranslation();
  const { client } = useHost();
  const words = useProblemWords();
  const navigate = useNavigate();
  const input = useFocusOnMount<HTMLInputElement>();
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await client.query('book.find', { number });
    if (reply.kind === 'done') return void navigate(`/buku-padam/${reply.output.sheetId}`);
    setProblem(words(reply));
    input.current?.focus();
  };
  return (
    <form className={classes.panel} onSubmit={(event) => void open(event)}>
      <h2 className={classes.heading}>{t('book.find.title')}</h2>
      <div className={classes.fields}>
        <TextInput
          ref={input}
          size="md"
          label={t('book.find.number')}
          description={t('book.find.hint')}
          value={number}
          maxLength={40}
          autoComplete="off"
          error={problem}
          onChange={(event) => {
            setNumber(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Button type="submit" h={44} disabled={number.trim() === ''}>
          {t('book.find.open')}
        </Button>
      </div>
    </form>
  );
}
