import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../../../shared/domain/complaints/suggestion/suggest.ts';
import { complaintClasses, complaintTags, complaintTypes, levels } from '../../../../../shared/domain/complaints/types.ts';
import { dateWords } from '../../../../ui/format.ts';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import { part } from '../../../settings/form/field.ts';
import type { OfficeFacts } from '../model/officeFacts.ts';
import { accepted, suggestedLines } from '../model/suggested.ts';
import { Choices } from '../parts/Choices.tsx';
import { ListChoice } from '../parts/ListChoice.tsx';
import { PriorityChip } from '../parts/PriorityChip.tsx';
import type { StepProps } from './StepProps.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import classes from './steps.module.css';

interface Props extends StepProps {
  /** The words that the suggestion was made from. */
  readonly text: string;
  readonly suggestion: Suggestion;
  readonly office: OfficeFacts;
}

/** Klasifikasi: type, tag, class, where it goes, how urgent; suggested by the words, chosen by the officer. */
export function ClassificationStep({ form, text, suggestion, office }: Props) {
  const { t } = useTranslation();
  const classification = part(form, 'classification');
  const { value } = classification;
  const none = t('complaintField.none');
  return (
    <>
      <SuggestionCard
        text={text}
        suggestion={suggestion}
        lines={suggestedLines(suggestion, value)}
        onAccept={() => classification.update((now) => accepted(now, suggestion))}
      />
      <Choices
        name="classification.type"
        label={t('complaintField.type')}
        required
        width="13rem"
        options={complaintTypes.map((type) => ({ value: type, label: t(`complaintType.${type}`), hint: t(`complaintType.${type}.signs`) }))}
        value={value.type}
        onChoose={(type) => classification.update((now) => ({ ...now, type }))}
      />
      {value.type !== null && (
        <p className={classes.handling}>
          <strong>{t('complaintField.handling')}:</strong> {t(`complaintType.${value.type}.handling`)}
        </p>
      )}
      <Choices
        name="classification.tag"
        label={t('complaintField.tag')}
        options={complaintTags.map((tag) => ({ value: tag, label: t(`complaintTag.${tag}`) }))}
        value={value.tag}
        onChoose={(tag) => classification.update((now) => ({ ...now, tag }))}
      />
      <ClassChoice form={form} office={office} />
      <LevelChoice form={form} of="urgency" />
      <LevelChoice form={form} of="impact" />
      <PriorityChip urgency={value.urgency} impact={value.impact} />
      <div className={classes.three}>
        <ListChoice
          field={part(classification, 'categoryId')}
          name="classification.categoryId"
          label={t('complaintField.category')}
          none={none}
          entries={office.categories}
        />
        <ListChoice
          field={part(classification, 'unitId')}
          name="classification.unitId"
          label={t('complaintField.unit')}
          none={none}
          entries={office.units}
        />
        <ListChoice
          field={part(classification, 'serviceId')}
          name="classification.serviceId"
          label={t('complaintField.service')}
          none={t('complaintField.service.none')}
          entries={office.services}
        />
      </div>
    </>
  );
}

/** The classes, each with the date by which it must be done when it is received today. */
function ClassChoice({ form, office }: StepProps & { readonly office: OfficeFacts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const classification = part(form, 'classification');
  const due = (date: string | undefined) => (date === undefined ? '' : t('complaintField.class.due', { date: dateWords(date, language) }));
  return (
    <Choices
      name="classification.class"
      label={t('complaintField.class')}
      required
      width="16rem"
      options={complaintClasses.map((kind) => ({
        value: kind,
        label: t(`complaintClass.${kind}`),
        hint: (
          <>
            {t(`complaintClass.${kind}.hint`)}
            <br />
            {due(office.dueOf[kind])}
          </>
        ),
      }))}
      value={classification.value.class}
      onChoose={(kind) => classification.update((now) => ({ ...now, class: kind }))}
    />
  );
}

function LevelChoice({ form, of }: StepProps & { readonly of: 'urgency' | 'impact' }) {
  const { t } = useTranslation();
  const classification = part(form, 'classification');
  return (
    <Choices
      name={`classification.${of}`}
      label={t(`complaintLevel.${of}`)}
      required
      width="9rem"
      options={levels
        .toReversed()
        .map((level) => ({ value: level, label: t(`complaintLevel.${level}`), hint: t(`complaintLevel.${of}.${level}`) }))}
      value={classification.value[of]}
      onChoose={(level) => classification.update((now) => ({ ...now, [of]: level }))}
    />
  );
}
