import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarriesSecurity } from '../../alarm/layer.ts';
import { useSession } from '../../api/useSession.ts';
import { loadStubbornly, whenIdle } from '../loadStubbornly.ts';
import classes from './LockScreen.module.css';

const load = () => loadStubbornly(() => import('../../screens/login/SecretForm.tsx'));
const SecretForm = lazy(async () => ({ default: (await load()).SecretForm }));
// Covered at once; the form comes before anybody is idle long enough for a lock, while the host is there.
whenIdle(() => void load());

/**
 * Covers the window while it is locked. A modal `<dialog>` lies in the browser's top layer, above every other dialog, and
 * makes all below inert: nothing there can be read, reached or lost.
 */
export function LockScreen({ name }: { name: string }) {
  const { t } = useTranslation();
  const { unlock, logOut } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [leaving, setLeaving] = useState(false);
  useCarriesSecurity(dialog);
  // Before the form below takes the focus: nothing can be focused in a dialog that is not shown.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    // The browser may close a dialog by its own close request (Escape twice); while this is mounted it is shown again.
    const reopen = () => {
      if (element.isConnected && !element.open) element.showModal();
    };
    const stay = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault();
    };
    reopen();
    element.addEventListener('close', reopen);
    window.addEventListener('keydown', stay, { capture: true });
    return () => {
      element.removeEventListener('close', reopen);
      window.removeEventListener('keydown', stay, { capture: true });
      element.close();
      // Not back to the button that locked: Enter would lock again.
      const screen = document.getElementById('screen');
      if (screen?.contains(document.activeElement) === false) screen.focus();
    };
  }, []);

  return (
    <dialog ref={dialog} className={classes.cover} aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()}>
      <div className={classes.card}>
        <span className={classes.badge}>
          <IconLock size={28} aria-hidden />
        </span>
        <h1 id="lock-title" className={classes.title}>
          {leaving ? t('staff.lock.other.title') : t('staff.lock.title')}
        </h1>
        {leaving ? (
          <>
            <p className={classes.text}>{t('staff.lock.other.text', { name })}</p>
            <Button size="lg" fullWidth color="red" onClick={() => void logOut()}>
              {t('staff.lock.other.confirm')}
            </Button>
            <Button size="lg" fullWidth variant="default" autoFocus onClick={() => setLeaving(false)}>
              {t('staff.lock.other.stay')}
            </Button>
          </>
        ) : (
          <>
            <p className={classes.text}>{t('staff.lock.text', { name })}</p>
            <Suspense fallback={null}>
              <SecretForm submitLabel={t('staff.lock.submit')} attempt={unlock} />
            </Suspense>
            <Button variant="subtle" size="md" onClick={() => setLeaving(true)}>
              {t('staff.lock.other')}
            </Button>
          </>
        )}
      </div>
    </dialog>
  );
}
