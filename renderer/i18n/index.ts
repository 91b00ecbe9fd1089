import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { id, type Key } from './id/index.ts';
import { languages, type Language } from '../../shared/domain/values.ts';

const storageKey = 'loket.language';

/** Starts the translations: the window's own choice, else Indonesian. Keys are flat: `counter.callNext.button`. */
export function startTranslations(language: Language = rememberedLanguage() ?? 'id'): typeof i18next {
  void i18next.use(initReactI18next).init({
    resources: { id: { translation: id } },
    lng: language,
    fallbackLng: 'id',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
  return i18next;
}

let english: Promise<void> | null = null;
let englishIsHere = false;
let wanted: Language | null = null;

/** The English texts of every window: loaded when English is spoken, and soon after the start in any case (decision 4). */
export function loadEnglish(): Promise<void> {
  english ??= addEnglish();
  return english;
}

async function addEnglish(): Promise<void> {
  const { en } = await import('./en/index.ts');
  i18next.addResourceBundle('en', 'translation', en, true, false);
  englishIsHere = true;
}

/** The language that somebody chose in this window before, `null` when nobody did. */
export function rememberedLanguage(): Language | null {
  const stored = localStorage.getItem(storageKey);
  return languages.find((language) => language === stored) ?? null;
}

/** The texts of one screen in both languages. */
export interface AreaTexts {
  readonly id: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** Adds the texts of a screen that is about to be shown. */
export function addTexts(texts: AreaTexts): void {
  for (const language of languages) i18next.addResourceBundle(language, 'translation', texts[language], true, true);
}

export function chooseLanguage(language: Language, remember = true): void {
  if (remember) localStorage.setItem(storageKey, language);
  wanted = language;
  if (language === 'en' && !englishIsHere) void speakEnglishSoon();
  else void i18next.changeLanguage(language);
}

async function speakEnglishSoon(): Promise<void> {
  await loadEnglish();
  // Somebody may have chosen another one while the texts came.
  if (wanted === 'en') await i18next.changeLanguage('en');
}

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: Record<Key, string> };
  }
}
