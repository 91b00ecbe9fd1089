import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { birthDateWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './RegisterForm.module.css';

/** A NIK has 16 digits; while fewer are typed a warning about its length would only disturb. */
const fullLength = 16;

/** What a NIK says and what looks strange about it. Warns, never blocks (DOMAIN section 4). */
export function NikWarnings({ nik }: { nik: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useHostQuery('documents.checkNik', { nik }, { enabled: nik !== '' });
  if (nik === '' || data === undefined) return <output className={classes.hint} />;
  const warnings = data.warnings.filter((warning) => warning !== 'length' || nik.length !== fullLength);
  if (nik.length < fullLength) {
    return (
      <output className={classes.hint}>
        {t('counter.nik.length')} ({nik.length}/{fullLength})
      </output>
    );
  }
  if (warnings.length > 0) {
    return (
      <output className={classes.hint} data-warns>
        {warnings.map((warning) => t(`counter.nik.${warning}`)).join(' ')} {t('counter.nik.warns')}
      </output>
    );
  }
  if (data.birthDate === null || data.sex === null) return <output className={classes.hint} />;
  const read = t('counter.nik.reads', { date: birthDateWords(data.birthDate, language), sex: t(`counter.nik.sex.${data.sex}`) });
  return <output className={classes.hint}>{data.lansia ? `${read}, ${t('counter.nik.lansia')}` : read}</output>;
}
