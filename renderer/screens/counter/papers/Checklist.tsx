import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './Checklist.module.css';

interface Props {
  service: Service;
  received: readonly string[];
  /** A tick is shown that is not on disk yet. */
  isSaving: boolean;
  disabled: boolean;
  /** The focus goes to the first paper when this comes up. */
  follow: boolean;
  onToggle: (requirementId: string) => void;
}

/** The papers that the service asks for; a tick shows at once, and the list is busy until it is on disk. */
export function Checklist({ service, received, isSaving, disabled, follow, onToggle }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requirements } = service;
  if (requirements.length === 0) return <p className={classes.none}>{t('counter.papers.none')}</p>;
  const there = requirements.filter(({ id }) => received.includes(id)).length;
  return (
    <fieldset className={classes.list} disabled={disabled} aria-busy={isSaving}>
      <legend className={classes.legend}>
        {t('counter.papers.title')}
        <span className={classes.progress}>{t('counter.papers.progress', { n: there, total: requirements.length })}</span>
      </legend>
      {requirements.map(({ id, title, whereToGet }, index) => (
        <label key={id} className={classes.item} data-there={received.includes(id)}>
          <input
            type="checkbox"
            className={classes.input}
            data-follow={follow && index === 0 ? true : undefined}
            checked={received.includes(id)}
            onChange={() => onToggle(id)}
          />
          <span className={classes.box} aria-hidden>
            <IconCheck size={22} stroke={3} />
          </span>
          <span>
            <span className={classes.title}>{title[language]}</span>
            {whereToGet[language] !== '' && !received.includes(id) && (
              <span className={classes.where}>{t('counter.papers.where', { where: whereToGet[language] })}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
