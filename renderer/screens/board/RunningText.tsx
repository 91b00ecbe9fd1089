import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../shared/domain/values.ts';
import classes from './board.module.css';
import { textPages } from './boardLayout.ts';
import { useTurn } from './useNow.ts';

/** Reading speed of the moving text: seconds for each character that passes. */
const secondsPerCharacter = 0.16;
const pageMs = 9000;

/** The office's own announcement in both languages: moving, or page by page for those who want no motion. */
export function RunningText({ text }: { text: Bilingual }) {
  const still = useReducedMotion();
  const texts = [
    { language: 'id', words: text.id },
    { language: 'en', words: text.en },
  ].filter(({ words }) => words !== '');
  if (texts.length === 0) return null;
  return still ? <StillText texts={texts} /> : <MovingText texts={texts} />;
}

type Texts = readonly { readonly language: string; readonly words: string }[];

function MovingText({ texts }: { texts: Texts }) {
  const { t } = useTranslation();
  // Short texts are repeated until a strip is at least as wide as any screen.
  const length = texts.reduce((sum, { words }) => sum + words.length + 8, 0);
  const times = Math.max(1, Math.ceil(160 / length));
  const strip = Array.from({ length: times }, () => texts).flat();
  const style = { animationDuration: `${Math.round(length * times * secondsPerCharacter)}s` };
  return (
    <section className={classes['running']} aria-label={t('board.runningText')}>
      <div className={classes['runningTrack']} style={style}>
        {[false, true].map((copy) => (
          <span key={String(copy)} className={classes['runningStrip']} aria-hidden={copy}>
            {strip.map(({ language, words }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same text repeats; the strip never reorders
              <span key={at} lang={language} aria-hidden={at >= texts.length} className={classes['runningPart']}>
                {words}
              </span>
            ))}
          </span>
        ))}
      </div>
    </section>
  );
}

function StillText({ texts }: { texts: Texts }) {
  const { t } = useTranslation();
  const turn = useTurn(pageMs);
  const pages = texts.flatMap(({ language, words }) => textPages(words).map((page) => ({ language, page })));
  const shown = pages[turn % pages.length];
  return (
    <section className={classes['running']} data-still aria-label={t('board.runningText')}>
      {shown !== undefined && (
        <p lang={shown.language} className={classes['stillText']}>
          {shown.page}
        </p>
      )}
    </section>
  );
}
