import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { dateWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './RegisterForm.module.css';

/** A NIK has 16 digits; while fewer are typed a warning about its length would only disturb. */
const fullLength = 16;

/** What a NIK says and what looks strange about it. Warns, never blocks (DOMAIN section 4). */
export function NikWarnings({ nik }: { nik: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useHostQuery('documents.checkNik', { nik }, { enabled: nik !== '' });
  if (nik === '' || data === undefined) return <p className={classes.hint} role="status" />;
  const warnings = data.warnings.filter((warning) => warning !== 'length' || nik.length !== fullLength);
  if (nik.length < fullLength) {
    return (
      <p className={classes.hint} role="status">
        {t('counter.nik.length')} ({nik.length}/{fullLength})
      </p>
    );
  }
  if (warnings.length > 0) {
    return (
      <p className={classes.hint} data-warns role="status">
        {warnings.map((warning) => t(`counter.nik.${warning}`)).join(' ')} {t('counter.nik.warns')}
      </p>
    );
  }
  if (data.birthDate === null || data.sex === null) return <p className={classes.hint} role="status" />;
  const read = t('counter.nik.reads', { date: dateWords(data.birthDate, language), sex: t(`counter.nik.sex.${data.sex}`) });
  return (
    <p className={classes.hint} role="status">
      {data.lansia ? `${read}, ${t('counter.nik.lansia')}` : read}
    </p>
  );
}
