import { Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import { v7 } from 'uuid';
import type { Requirement } from '../../../../shared/domain/office/types.ts';
import { append, type Field, items, part, removeAt } from '../form/field.ts';
import { BilingualField } from '../form/inputs.tsx';
import { Panel } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';

/** The papers that a service asks for, in the order in which the officer ticks them off. */
export function RequirementsFields({ field }: { field: Field<Requirement[]> }) {
  const { t } = useTranslation();
  const count = field.value.length;
  const move = (from: number, to: number) =>
    field.update((list) => {
      const moved = list[from];
      return moved === undefined ? list : list.toSpliced(from, 1).toSpliced(to, 0, moved);
    });
  return (
    <Panel title={t('settings.requirements.title')} lead={count === 0 ? t('settings.requirements.empty') : t('settings.requirements.lead')}>
      {items(field).map((requirement, index) => (
        <fieldset key={requirement.value.id} className={classes.group}>
          <legend className={classes.groupLegend}>{t('settings.requirements.nth', { n: index + 1 })}</legend>
          <BilingualField field={part(requirement, 'title')} label={t('settings.requirements.paper')} required />
          <BilingualField
            field={part(requirement, 'whereToGet')}
            label={t('settings.requirements.where')}
            hint={t('settings.requirements.whereHint')}
          />
          <Group gap="xs">
            <IconAction
              label={t('settings.requirements.moveUp', { n: index + 1 })}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
              icon={<IconArrowUp size={20} aria-hidden />}
            />
            <IconAction
              label={t('settings.requirements.moveDown', { n: index + 1 })}
              disabled={index === count - 1}
              onClick={() => move(index, index + 1)}
              icon={<IconArrowDown size={20} aria-hidden />}
            />
            <IconAction
              label={t('settings.requirements.remove', { n: index + 1 })}
              onClick={() => removeAt(field, index)}
              icon={<IconTrash size={20} aria-hidden />}
            />
          </Group>
        </fieldset>
      ))}
      {count < 30 && (
        <div>
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => append(field, { id: v7(), title: { id: '', en: '' }, whereToGet: { id: '', en: '' } })}
          >
            {t('settings.requirements.add')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function IconAction({
  label,
  icon,
  disabled = false,
  onClick,
}: {
  label: string;
  icon: React.ReactNode;
  disabled?: boolean;
  onClick(): void;
}) {
  return (
    <IconButton label={label} disabled={disabled} onClick={onClick}>
      {icon}
    </IconButton>
  );
}
