import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { firstInvalidWeekday } from '../../../../shared/domain/office/hours.ts';
import { defaultHours } from '../../../../shared/domain/office/state.ts';
import { type DayHours, weekHours } from '../../../../shared/domain/office/types.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';
import { WeekdayRow } from './WeekdayRow.tsx';
import classes from './office.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The week's opening hours with their breaks. */
export function HoursSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.hours.title')} lead={t('settings.hours.lead')}>
      <Asked query={useConfiguration()}>{({ hours }) => <HoursForm hours={hours} />}</Asked>
    </Section>
  );
}

function HoursForm({ hours }: { hours: DayHours[] }) {
  const { t } = useTranslation();
  const draft = useDraft(weekHours, hours, impossibleHours);
  const { save, pending } = useSave('office.saveHours');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel>
        <ul className={classes.week}>
          {weekdays.map((weekday) => (
            <WeekdayRow key={weekday} weekday={weekday} week={draft} />
          ))}
        </ul>
        <Button variant="default" size="md" className={classes.start} onClick={() => draft.update(() => defaultHours.map(copyOf))}>
          {t('settings.hours.standard')}
        </Button>
      </Panel>
    </DraftForm>
  );
}

const copyOf = (day: DayHours): DayHours => ({ ...day, breaks: day.breaks.map((period) => ({ ...period })) });

/** The domain's own rule, told at the weekday it is about. */
function impossibleHours(hours: DayHours[]): readonly FieldProblem[] {
  const weekday = firstInvalidWeekday(hours);
  const index = hours.findIndex((day) => day.weekday === weekday);
  return weekday === null ? [] : [{ path: String(index), key: 'settings.hours.impossible' }];
}
