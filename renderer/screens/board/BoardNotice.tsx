import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

/** The whole screen while there is nothing to show. */
export function BoardNotice({ of }: { of: 'connecting' | 'notSetUp' | 'revoked' }) {
  const { t } = useTranslation();
  return (
    <main className={classes['notice']}>
      <h1 className={classes['heroQuiet']}>{t(`board.${of}`)}</h1>
      <p className={classes['heroHint']}>{t(`board.${of}.hint`)}</p>
    </main>
  );
}
