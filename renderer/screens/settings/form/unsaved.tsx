import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';

interface Unsaved {
  mark(id: string, dirty: boolean): void;
}
const UnsavedContext = createContext<Unsaved>({ mark: () => {} });

/** Keeps a person from losing what was typed: asks before another page is shown and before the window closes. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const dirtyForms = useRef(new Set<string>());
  const unsaved = useMemo<Unsaved>(
    () => ({ mark: (id, dirty) => void (dirty ? dirtyForms.current.add(id) : dirtyForms.current.delete(id)) }),
    [],
  );
  const blocker = useBlocker(
    useCallback(
      ({ currentLocation, nextLocation }: { currentLocation: { pathname: string }; nextLocation: { pathname: string } }) =>
        dirtyForms.current.size > 0 && currentLocation.pathname !== nextLocation.pathname,
      [],
    ),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (dirtyForms.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  return (
    <UnsavedContext value={unsaved}>
      {children}
      {blocker.state === 'blocked' && (
        <Dialog title={t('settings.unsaved.title')} onClose={blocker.reset}>
          <p>{t('settings.unsaved.text')}</p>
          <DialogActions
            cancel={t('settings.unsaved.leave')}
            onCancel={blocker.proceed}
            confirm={t('settings.unsaved.stay')}
            onConfirm={blocker.reset}
          />
        </Dialog>
      )}
    </UnsavedContext>
  );
}

/** Tells the guard whether this form holds something unsaved. `release` does so at once, before moving on after a save. */
export function useUnsaved(dirty: boolean): { release(): void } {
  const id = useId();
  const { mark } = useContext(UnsavedContext);
  useEffect(() => {
    mark(id, dirty);
    return () => mark(id, false);
  }, [id, dirty, mark]);
  return { release: () => mark(id, false) };
}
