import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog.tsx';
import { actionKeys, actionNames } from '../model/actions.ts';
import classes from './ShortcutsDialog.module.css';

/** Every key of this screen. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('counter.shortcuts.title')} onClose={onClose}>
      <dl className={classes.keys}>
        {actionNames.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{actionKeys[name]}</kbd>
            </dt>
            <dd>{t(`counter.action.${name}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('counter.shortcuts.help')}</dd>
        </div>
      </dl>
      <p>
        <strong>{t('counter.shortcuts.lists')}.</strong> {t('counter.shortcuts.lists.text')}
      </p>
      <p>
        <strong>{t('counter.shortcuts.dialogs')}.</strong> {t('counter.shortcuts.dialogs.text')}
      </p>
    </Dialog>
  );
}
