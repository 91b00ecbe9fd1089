import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { type BroadcastSurface, broadcastSurfaces } from '../../../../shared/domain/floor/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { cleanLine } from '../../../ui/cleaning.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { timeWords } from '../../../ui/format.ts';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './dialogs.module.css';

const spans = [15, 30, 60, 120, 240, 480] as const;

/** A text for board, kiosk and staff screens, until a moment that is always chosen. */
export function BroadcastDialog({ remainingMinutes, onClose }: { remainingMinutes: number | null; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const duration = useDurationWords();
  const { data: office } = useHostQuery('office.profile', {});
  const send = useCommand('floor.broadcast');
  // One id for all tries: a text that was sent although the answer got lost stands there once.
  const [broadcastId] = useState(() => v7());
  const [openedAt] = useState(() => Date.now());
  const [id, setId] = useState('');
  const [en, setEn] = useState('');
  const [surfaces, setSurfaces] = useState<readonly BroadcastSurface[]>(broadcastSurfaces);
  const [minutes, setMinutes] = useState(60);
  const choices = [...new Set([...spans, ...(remainingMinutes === null || remainingMinutes < 15 ? [] : [remainingMinutes])])].toSorted(
    (a, b) => a - b,
  );
  const submit = async () => {
    const reply = await send.send({ broadcastId, text: { id, en }, surfaces: [...surfaces], until: Date.now() + minutes * 60_000 });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('floor.broadcast.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (id.trim() !== '' && surfaces.length > 0) void submit();
        }}
      >
        <TextInput
          size="md"
          data-autofocus
          label={t('floor.broadcast.text')}
          maxLength={200}
          value={id}
          onChange={(event) => setId(cleanLine(event.currentTarget.value))}
        />
        <TextInput
          size="md"
          mt="md"
          label={t('floor.broadcast.textEn')}
          maxLength={200}
          value={en}
          onChange={(event) => setEn(cleanLine(event.currentTarget.value))}
        />
        <fieldset className={classes.plain}>
          <legend>{t('floor.broadcast.where')}</legend>
          {broadcastSurfaces.map((surface) => (
            <Checkbox
              key={surface}
              size="md"
              label={t(`floor.surface.${surface}`)}
              checked={surfaces.includes(surface)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setSurfaces((before) => broadcastSurfaces.filter((one) => (one === surface ? on : before.includes(one))));
              }}
            />
          ))}
        </fieldset>
        <NativeSelect
          size="md"
          label={t('floor.broadcast.until')}
          value={String(minutes)}
          data={choices.map((span) => ({
            value: String(span),
            label: t('floor.broadcast.until.option', {
              time: timeWords(openedAt + span * 60_000, language, office?.profile?.zone),
              span: duration(span * 60_000),
            }),
          }))}
          onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        />
        <DialogActions
          submit
          confirm={t('floor.broadcast.submit')}
          pending={send.pending}
          disabled={id.trim() === '' || surfaces.length === 0}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
