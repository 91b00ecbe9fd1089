import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../settings/form/field.ts';
import { dayBefore } from '../model/times.ts';
import { DateEntry } from '../parts/DateEntry.tsx';
import { Entry } from '../parts/Entry.tsx';
import { QuickDates } from '../parts/QuickDates.tsx';
import type { StepProps } from './StepProps.ts';
import { TitleEntry } from './TitleEntry.tsx';
import classes from './steps.module.css';

interface Props extends StepProps {
  readonly today: string;
  readonly attachments: ReactNode;
}

/** Uraian: what, when, where, who, the loss, what is asked for, and what proves it. */
export function DescriptionStep({ form, today, attachments }: Props) {
  const { t } = useTranslation();
  const description = part(form, 'description');
  const what = part(description, 'what');
  const { chronology } = form.value.listen;
  const { occurredOn } = description.value;
  return (
    <>
      <TitleEntry form={form} />
      <div className={classes.block}>
        <Entry field={what} name="description.what" label={t('complaintField.what')} max={4000} rows={3} />
        {what.value.trim() === '' && chronology.trim() !== '' && (
          <Button
            h={44}
            variant="light"
            className={classes.proposal ?? ''}
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() => what.update(() => chronology.slice(0, 4000))}
          >
            {t('complaintField.what.copy')}
          </Button>
        )}
      </div>
      <div className={classes.pair}>
        <div className={classes.block}>
          <DateEntry
            field={part(description, 'occurredOn')}
            name="description.occurredOn"
            label={t('complaintField.occurredOn')}
            max={today}
          />
          <QuickDates
            field={part(description, 'occurredOn')}
            label={t('complaintField.occurredOn')}
            options={[
              { date: today, words: t('complaintField.today') },
              { date: dayBefore(today), words: t('complaintField.yesterday') },
            ]}
          />
          <output className={classes.warning}>{occurredOn !== null && occurredOn > today && t('complaintField.occurredOn.future')}</output>
        </div>
        <Entry field={part(description, 'place')} name="description.place" label={t('complaintField.place')} max={300} />
      </div>
      <Entry field={part(description, 'who')} name="description.who" label={t('complaintField.who')} max={500} />
      <div className={classes.pair}>
        <Entry field={part(description, 'loss')} name="description.loss" label={t('complaintField.loss')} max={1000} rows={2} />
        <Entry
          field={part(description, 'settlement')}
          name="description.settlement"
          label={t('complaintField.settlement')}
          max={1000}
          rows={2}
        />
      </div>
      {attachments}
    </>
  );
}
