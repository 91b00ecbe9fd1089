import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../../shared/domain/values.ts';
import { chooseLanguage } from '../../i18n/index.ts';
import classes from './kiosk.module.css';
import { KioskNotices } from './KioskNotices.tsx';

interface KioskFrameProps {
  readonly officeName: string;
  /** Says which step this is; a change moves the focus to the heading, so that keyboard and screen reader begin there. */
  readonly step: string;
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly onBack?: (() => void) | undefined;
  /** Seconds until the kiosk goes back to the start by itself, `null` when not shown. */
  readonly secondsLeft: number | null;
  readonly children: ReactNode;
}

/** Every screen of the kiosk: office and language above, one question, a way back and the countdown below. */
export function KioskFrame({ officeName, step, heading, lead, onBack, secondsLeft, children }: KioskFrameProps) {
  const { t } = useTranslation();
  return (
    <main className={classes['kiosk']} data-step={step}>
      <header className={classes['header']}>
        <p className={classes['office']}>{officeName}</p>
        <LanguageSwitch />
      </header>
      <KioskNotices />
      <div className={classes['question']}>
        <h1 key={step} ref={takeFocus} tabIndex={-1} className={classes['heading']}>
          {heading}
        </h1>
        {lead !== undefined && <p className={classes['lead']}>{lead}</p>}
      </div>
      {children}
      <div className={classes['bottom']}>
        {onBack !== undefined && (
          <button type="button" className={classes['back']} onClick={onBack}>
            ← {t('kiosk.back')}
          </button>
        )}
        {secondsLeft !== null && (
          <p className={classes['countdown']} role="timer" aria-live="off">
            {t('kiosk.countdown', { count: secondsLeft })}
          </p>
        )}
      </div>
    </main>
  );
}

const takeFocus = (heading: HTMLHeadingElement | null): void => heading?.focus({ preventScroll: true });

/** Both languages always in sight, each in its own words. The choice is for this visitor only. */
function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className={classes['languages']} aria-label={t('kiosk.language')}>
      {languages.map((language: Language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes['language']}
          aria-pressed={i18n.language === language}
          onClick={() => chooseLanguage(language, false)}
        >
          {t(`kiosk.language.${language}`)}
        </button>
      ))}
    </fieldset>
  );
}
