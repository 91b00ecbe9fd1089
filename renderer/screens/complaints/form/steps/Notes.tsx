import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import { useHostQuery } from '../../../../api/useHostQuery.ts';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import { type Field, removeAt } from '../../../settings/form/field.ts';
import { cleanLine } from '../../../../ui/cleaning.ts';
import { exactTime } from '../../../../ui/format.ts';
import classes from './steps.module.css';

type NoteList = ComplaintForm['listen']['notes'];
const longest = 1000;
const most = 200;

/**
 * Notes with the time at which they were begun. A note that is being written already stands in the form, so that it is on
 * disk like everything else; Enter finishes it and begins the next.
 */
export function Notes({ field }: { field: Field<NoteList> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const input = useRef<HTMLInputElement>(null);
  const { writing, type, finish, removed } = useOpenNote(field);
  const finished = writing === null ? field.value : field.value.slice(0, -1);

  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
    event.preventDefault();
    finish();
  };
  const add = () => {
    finish();
    input.current?.focus();
  };
  return (
    <section className={classes.notes}>
      <div className={classes.noteEntry}>
        <TextInput
          ref={input}
          label={t('complaintField.note')}
          description={t('complaintField.note.hint')}
          size="md"
          autoComplete="off"
          maxLength={longest}
          value={writing ?? ''}
          data-field="listen.notes"
          onChange={({ currentTarget: { value } }) => type(value)}
          onKeyDown={pressed}
        />
        <Button
          h={44}
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={(writing ?? '').trim() === ''}
          onClick={add}
        >
          {t('complaintField.add')}
        </Button>
      </div>
      {finished.length > 0 && (
        <ol className={classes.noteList} aria-label={t('complaintField.notes')}>
          {finished.map(({ at, text }, index) => {
            const time = exactTime(at, language, zone);
            return (
              // Two notes of the same moment differ in their place.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${at} ${index}`}>
                <time className={classes.noteTime}>{time}</time>
                <span>{text}</span>
                <IconButton
                  label={t('complaintField.note.remove', { time })}
                  onClick={() => {
                    removeAt(field, index);
                    removed(index);
                    input.current?.focus();
                  }}
                >
                  <IconTrash size={20} aria-hidden />
                </IconButton>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** The note being written is the last one of the list while `open` names its place. */
function useOpenNote(field: Field<NoteList>) {
  const [open, setOpen] = useState<number | null>(null);
  const writing = open === null ? null : (field.value[open]?.text ?? null);
  return {
    writing,
    type(typed: string) {
      const text = cleanLine(typed).slice(0, longest);
      if (open === null) {
        if (text.trim() === '' || field.value.length >= most) return;
        setOpen(field.value.length);
        field.update((notes) => [...notes, { at: Date.now(), text }]);
      } else if (text === '') {
        setOpen(null);
        field.update((notes) => notes.toSpliced(open, 1));
      } else field.update((notes) => notes.map((note, index) => (index === open ? { ...note, text } : note)));
    },
    finish() {
      if ((writing ?? '').trim() !== '') setOpen(null);
    },
    removed(index: number) {
      if (open !== null && index < open) setOpen(open - 1);
    },
  };
}
