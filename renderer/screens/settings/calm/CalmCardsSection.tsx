import { Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalmCard, calmActions, calmCards, mostLines } from '../../../../shared/domain/calm/types.ts';
import type { Bilingual } from '../../../../shared/domain/values.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { append, type Field, items, part, removeAt, toggle } from '../form/field.ts';
import { BilingualField, TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import classes from './calm.module.css';

const mostPhrases = 4;
const mostAvoided = 3;

/** The words of the calm cards, as this office says them. */
export function CalmCardsSection() {
  const { t } = useTranslation();
  const query = useHostQuery('calm.texts', {});
  return (
    <Section title={t('settings.calm.title')} lead={t('settings.calm.lead')}>
      <Asked query={query}>{({ cards, cardsAreOwn }) => <CardsForm cards={cards} areOwn={cardsAreOwn} />}</Asked>
    </Section>
  );
}

function CardsForm({ cards, areOwn }: { cards: CalmCard[]; areOwn: boolean }) {
  const { t } = useTranslation();
  const draft = useDraft(calmCards, cards);
  const { save, pending } = useSave('calm.saveCards');
  const reset = useCommand('calm.saveCards');
  return (
    <>
      <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, { cards: value })}>
        {items(draft).map((card) => (
          <OneCard key={card.value.level} card={card} />
        ))}
      </DraftForm>
      {areOwn && (
        <ConfirmButton
          loading={reset.pending}
          title={t('settings.calm.reset.title')}
          text={t('settings.calm.reset.text')}
          confirmLabel={t('settings.calm.reset')}
          onConfirm={() => reset.send({ cards: null })}
        >
          {t('settings.calm.reset')}
        </ConfirmButton>
      )}
    </>
  );
}

function OneCard({ card }: { card: Field<CalmCard> }) {
  const { t } = useTranslation();
  const actions = part(card, 'actions');
  return (
    <Panel title={t(`calm.level.${card.value.level}`)}>
      <Lines field={part(card, 'lines')} label={t('settings.calm.line')} add={t('settings.calm.line.add')} most={mostLines} least={1} />
      <Listed
        field={part(card, 'phrases')}
        add={t('settings.calm.phrase.add')}
        most={mostPhrases}
        least={0}
        empty=""
        removeLabel={(n) => t('settings.calm.remove', { what: t('settings.calm.phrase', { n }) })}
      >
        {(phrase, n) => <TextField field={phrase} label={t('settings.calm.phrase', { n })} required />}
      </Listed>
      <Lines field={part(card, 'avoid')} label={t('settings.calm.avoid')} add={t('settings.calm.avoid.add')} most={mostAvoided} least={0} />
      <fieldset className={classes.actions}>
        <legend>{t('settings.calm.actions')}</legend>
        {calmActions.map((action) => (
          <Checkbox
            key={action}
            size="md"
            label={t(`settings.calm.action.${action}`)}
            checked={actions.value.includes(action)}
            onChange={() => toggle(actions, action)}
          />
        ))}
      </fieldset>
    </Panel>
  );
}

interface LinesProps {
  field: Field<Bilingual[]>;
  label: string;
  add: string;
  most: number;
  least: number;
}

function Lines({ field, label, add, most, least }: LinesProps) {
  const { t } = useTranslation();
  const nameOf = (n: number) => `${label} ${n}`;
  return (
    <Listed
      field={field}
      add={add}
      most={most}
      least={least}
      empty={{ id: '', en: '' }}
      removeLabel={(n) => t('settings.calm.remove', { what: nameOf(n) })}
    >
      {(line, n) => <BilingualField field={line} label={nameOf(n)} required />}
    </Listed>
  );
}

interface ListedProps<Item> {
  field: Field<Item[]>;
  add: string;
  most: number;
  least: number;
  empty: Item;
  removeLabel: (n: number) => string;
  children: (item: Field<Item>, n: number) => ReactNode;
}

/** A short list of texts: the limit is where the button to add one more goes. */
export function Listed<Item>({ field, add, most, least, empty, removeLabel, children }: ListedProps<Item>) {
  return (
    <div className={classes.list}>
      {items(field).map((item, at) => (
        // The texts themselves change while they are typed; their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes.item}>
          <div className={classes.fields}>{children(item, at + 1)}</div>
          {field.value.length > least && (
            <Button
              h={44}
              px="sm"
              variant="subtle"
              aria-label={removeLabel(at + 1)}
              title={removeLabel(at + 1)}
              onClick={() => removeAt(field, at)}
            >
              <IconTrash size={20} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {field.value.length < most && (
        <div>
          <Button variant="default" size="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => append(field, empty)}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}
