import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Field, items, part } from '../settings/form/field.ts';
import { BilingualField } from '../settings/form/inputs.tsx';
import parts from '../settings/parts/parts.module.css';
import { withOwnService, withoutService } from './chooseServices.ts';
import { PrefixField } from './PrefixField.tsx';
import type { SetUpValue } from './setUpValue.ts';
import classes from './setup.module.css';

/** Services that no template describes, by name and letter. */
export function OwnServices({ field }: { field: Field<SetUpValue> }) {
  const { t } = useTranslation();
  const own = items(part(field, 'services')).filter(({ value }) => field.value.templateOf[value.id] === undefined);
  return (
    <>
      {own.map((service, index) => (
        <fieldset key={service.value.id} className={parts.group}>
          <legend className={parts.groupLegend}>{t('setup.services.ownNth', { n: index + 1 })}</legend>
          <BilingualField field={part(service, 'title')} label={t('settings.services.name')} required />
          <div className={classes.ownFoot}>
            <PrefixField
              field={part(service, 'prefix')}
              label={t('settings.services.prefix')}
              visibleLabel={t('settings.services.prefix')}
            />
            <Button
              variant="default"
              size="md"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => field.update((value) => withoutService(value, service.value.id))}
            >
              {t('setup.services.removeOwn', { n: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="md"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={field.value.services.length >= 50}
          onClick={() => field.update(withOwnService)}
        >
          {t('setup.services.addOwn')}
        </Button>
      </div>
    </>
  );
}
