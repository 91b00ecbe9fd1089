import { useTranslation } from 'react-i18next';
import type { Service } from '../../../shared/domain/office/types.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { type Field, part } from '../settings/form/field.ts';
import { useServiceHint } from '../settings/serving/ServicesSection.tsx';
import type { ServiceTemplate } from '../settings/serving/templates.ts';
import form from '../settings/form/form.module.css';
import { PrefixField } from './PrefixField.tsx';
import classes from './setup.module.css';

/** One template: a large check box with what it promises; once chosen, its letter can be changed. */
export function TemplateRow({
  template,
  chosen,
  onToggle,
}: {
  template: ServiceTemplate;
  chosen: Field<Service> | undefined;
  onToggle(): void;
}) {
  const { t } = useTranslation();
  const hintOf = useServiceHint();
  const title = template.title[useLanguage()];
  return (
    <li className={classes.template}>
      <label className={form.choice}>
        <input type="checkbox" aria-label={title} checked={chosen !== undefined} onChange={onToggle} />
        <span className={form.choiceText}>
          <strong>{title}</strong>
          <span className={form.choiceHint}>
            {hintOf({ ...template, requirements: template.requirements.map((requirement) => ({ id: '', ...requirement })) })}
          </span>
        </span>
      </label>
      {chosen !== undefined && <PrefixField field={part(chosen, 'prefix')} label={t('setup.services.prefixOf', { title })} />}
    </li>
  );
}
