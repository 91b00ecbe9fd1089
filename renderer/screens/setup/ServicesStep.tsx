import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { type Field, items, part } from '../settings/form/field.ts';
import { Asked } from '../settings/parts/Asked.tsx';
import { Panel } from '../settings/parts/Section.tsx';
import type { ServiceTemplate } from '../settings/serving/templates.ts';
import { withoutService, withTemplate } from './chooseServices.ts';
import { OwnServices } from './OwnServices.tsx';
import type { SetUpValue } from './setUpValue.ts';
import { TemplateRow } from './TemplateRow.tsx';
import classes from './setup.module.css';

/** Services from the template list, and others by name. */
export function ServicesStep({ field }: { field: Field<SetUpValue> }) {
  const { t } = useTranslation();
  const error = field.error('services');
  return (
    <>
      <Panel>
        <Asked query={useHostQuery('office.serviceTemplates', {})}>
          {(templates) => <Templates field={field} templates={templates} />}
        </Asked>
        {error !== undefined && (
          <p className={classes.error} role="alert" data-problem tabIndex={-1}>
            {error}
          </p>
        )}
      </Panel>
      <Panel title={t('setup.services.own')} lead={t('setup.services.ownLead')}>
        <OwnServices field={field} />
      </Panel>
    </>
  );
}

function Templates({ field, templates }: { field: Field<SetUpValue>; templates: readonly ServiceTemplate[] }) {
  const { t } = useTranslation();
  const { services, templateOf } = field.value;
  const chosenOf = (key: string) => items(part(field, 'services')).find(({ value }) => templateOf[value.id] === key);
  const missing = templates.filter(({ key }) => chosenOf(key) === undefined);
  const chosen = services.filter(({ id }) => templateOf[id] !== undefined);
  const toggle = (template: ServiceTemplate) => {
    const service = chosenOf(template.key)?.value;
    field.update((value) => (service === undefined ? withTemplate(value, template) : withoutService(value, service.id)));
  };
  return (
    <>
      <div className={classes.chosen}>
        <output className={classes.chosenCount}>{t('setup.services.chosen', { n: services.length })}</output>
        <Button
          variant="default"
          size="md"
          disabled={missing.length === 0}
          onClick={() => field.update((value) => missing.reduce(withTemplate, value))}
        >
          {t('setup.services.all')}
        </Button>
        <Button
          variant="default"
          size="md"
          disabled={chosen.length === 0}
          onClick={() => field.update((value) => chosen.reduce((rest, { id }) => withoutService(rest, id), value))}
        >
          {t('setup.services.none')}
        </Button>
      </div>
      <ul className={classes.templates}>
        {templates.map((template) => (
          <TemplateRow key={template.key} template={template} chosen={chosenOf(template.key)} onToggle={() => toggle(template)} />
        ))}
      </ul>
    </>
  );
}
