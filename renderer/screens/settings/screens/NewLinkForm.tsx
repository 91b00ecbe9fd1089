import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { linkSurfaces } from '../../../../shared/rpc/linkMethods.ts';
import { newLink } from '../../../../shared/rpc/methods/screens.ts';
import { OneOf } from '../form/choices.tsx';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { NumberField, TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Panel } from '../parts/Section.tsx';
import type { MadeLink } from './LinkAddress.tsx';

type NewLink = z.output<typeof newLink>;
type KioskLink = Extract<NewLink, { surface: 'kiosk' }>;

const empty: NewLink = { surface: 'board', name: '' };
/** More visitors than most kiosks see on a day. */
const usualTickets = 200;

/** One link for one device; its address is shown when it is made. */
export function NewLinkForm({ onMade }: { onMade(made: MadeLink): void }) {
  const { t } = useTranslation();
  // One id for one wish: a second press after a lost answer makes no second link.
  const [linkId, setLinkId] = useState(() => v7());
  const draft = useDraft(newLink, empty);
  const { send, pending } = useCommand('screens.addLink');
  const { surface, name } = draft.value;

  const make = async (link: NewLink) => {
    const reply = await send({ linkId, link });
    if (reply.kind !== 'done') return false;
    onMade({ linkId, name: link.name, surface: link.surface, addresses: reply.output.addresses });
    setLinkId(v7());
    return true;
  };
  return (
    <DraftForm draft={draft} pending={pending} onSave={make} isNew forgets saveLabel={t('settings.screens.make')}>
      <Panel title={t('settings.screens.new')} lead={t('settings.screens.new.lead')}>
        <OneOf
          columns
          label={t('settings.screens.which')}
          field={{
            value: surface,
            update: (change) => draft.update((link) => withSurface(link, change(link.surface))),
            error: () => undefined,
          }}
          options={linkSurfaces.map((value) => ({
            value,
            label: t(`settings.screens.${value}`),
            hint: t(`settings.screens.${value}.hint`),
          }))}
        />
        <TextField
          field={{
            value: name,
            update: (change) => draft.update((link) => ({ ...link, name: change(link.name) })),
            error: () => draft.error('name'),
          }}
          label={t('settings.screens.name')}
          hint={t('settings.screens.name.hint')}
          maxLength={60}
          required
        />
        {surface === 'kiosk' && (
          <NumberField
            field={part(draft as Field<KioskLink>, 'ticketsPerDay')}
            label={t('settings.screens.perDay')}
            hint={t('settings.screens.perDay.hint')}
            min={1}
            max={500}
            step={10}
          />
        )}
      </Panel>
    </DraftForm>
  );
}

const withSurface = ({ name }: NewLink, surface: NewLink['surface']): NewLink =>
  surface === 'board' ? { surface, name } : { surface, name, ticketsPerDay: usualTickets };
