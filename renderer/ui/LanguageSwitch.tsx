import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/domain/values.ts';
import { chooseLanguage } from '../i18n/index.ts';
import classes from './LanguageSwitch.module.css';
import { useLanguage } from './useLanguage.ts';

/** ID | EN for this window. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const chosen = useLanguage();
  return (
    <fieldset aria-label={t('staff.language.label')} className={classes.group}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.choice}
          aria-pressed={language === chosen}
          title={t(`staff.language.${language}`)}
          onClick={() => chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
