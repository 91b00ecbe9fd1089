import { Button } from '@mantine/core';
import { IconBulb, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../../../shared/domain/complaints/suggestion/find.ts';
import type { Suggestion } from '../../../../../shared/domain/complaints/suggestion/suggest.ts';
import type { Key } from '../../../../i18n/id/index.ts';
import { byReason, marked, type SuggestedLine, type SuggestedPart, wordsOnce } from '../model/suggested.ts';
import classes from './SuggestionCard.module.css';

interface Props {
  readonly text: string;
  readonly suggestion: Suggestion;
  readonly lines: readonly SuggestedLine[];
  readonly onAccept: () => void;
}

/** Where the words of a suggested value stand. */
const valueWords: Readonly<Record<SuggestedPart, string>> = {
  type: 'complaintType',
  tag: 'complaintTag',
  class: 'complaintClass',
  urgency: 'complaintLevel',
  impact: 'complaintLevel',
};

/** "Usulan … karena kata: …": what the complainant's words suggest, with those words marked. Nothing is chosen by itself. */
export function SuggestionCard({ text, suggestion, lines, onAccept }: Props) {
  const { t } = useTranslation();
  const allAccepted = lines.every(({ accepted }) => accepted);
  const spans = [...lines.flatMap(({ words }) => words), ...suggestion.legalThreat];
  return (
    <section className={classes.card} aria-labelledby="complaint-suggestion">
      <header className={classes.head}>
        <h3 id="complaint-suggestion" className={classes.title}>
          <IconBulb size={22} aria-hidden /> {t('complaintField.suggestion')}
        </h3>
        {lines.length > 0 && (
          <Button
            h={44}
            variant={allAccepted ? 'default' : 'filled'}
            data-field="classification.suggestion"
            leftSection={<IconCheck size={18} aria-hidden />}
            onClick={onAccept}
          >
            {t(allAccepted ? 'complaintField.suggestion.accepted' : 'complaintField.suggestion.accept')}
          </Button>
        )}
      </header>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t('complaintField.suggestion.none')}</p>
      ) : (
        <>
          <ul className={classes.lines}>
            {byReason(lines).map((same) => (
              <li key={same[0].part}>
                <strong>
                  {same
                    .map(({ part, value }) => t(`complaintField.suggestion.${part}`, { value: t(`${valueWords[part]}.${value}` as Key) }))
                    .join(', ')}
                </strong>{' '}
                <span className={classes.quiet}>{t('complaintField.suggestion.because')}</span> <Words words={wordsOnce(same[0].words)} />
              </li>
            ))}
          </ul>
          {!allAccepted && <Reasons text={text} spans={spans} />}
        </>
      )}
    </section>
  );
}

/** The complainant's own text with the words marked; once the suggestion is accepted it only takes room. */
function Reasons({ text, spans }: { text: string; spans: readonly Span[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.quiet}>{t('complaintField.suggestion.note')}</p>
      {/* A long text scrolls, which the keyboard must be able to do as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <blockquote className={classes.text} tabIndex={0} aria-label={t('complaintField.suggestion.text')}>
        {marked(text, spans).map((piece, index) =>
          // The pieces of one text stay where they are.
          // oxlint-disable-next-line react/no-array-index-key
          piece.isMarked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </blockquote>
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <span key={word}>
      {index > 0 && ', '}
      <mark>{word}</mark>
    </span>
  ));
}
