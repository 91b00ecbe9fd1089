import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentReport, type IncidentReport, missingReportFields, neededReportFields } from '../../../shared/domain/incidents/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { cleanText } from '../../ui/cleaning.ts';
import { SaveSign, SaveWarning } from '../../ui/drafts/SaveSign.tsx';
import classes from './Incident.module.css';
import { MomentInput } from './MomentInput.tsx';
import { useReport } from './useReport.ts';

type TextField = Exclude<keyof IncidentReport, 'occurredAt' | 'policeInformed'>;
interface Spec {
  readonly name: TextField;
  /** Lines of a larger field; 0: one line. */
  readonly rows: number;
  readonly hint?: true;
}

/** The report of DOMAIN section 5, in the order in which one remembers. */
const groups = [
  {
    title: 'event',
    fields: [
      { name: 'place', rows: 0 },
      { name: 'reporter', rows: 0 },
    ],
  },
  {
    title: 'people',
    fields: [
      { name: 'affected', rows: 0 },
      { name: 'person', rows: 2, hint: true },
      { name: 'witnesses', rows: 0 },
    ],
  },
  {
    title: 'course',
    fields: [
      { name: 'buildUp', rows: 5, hint: true },
      { name: 'earlier', rows: 2 },
    ],
  },
  {
    title: 'after',
    fields: [
      { name: 'injury', rows: 2 },
      { name: 'firstAid', rows: 0 },
    ],
  },
] as const satisfies readonly { readonly title: string; readonly fields: readonly Spec[] }[];

interface Props {
  incidentId: string;
  report: IncidentReport;
  zone: string | undefined;
  readOnly: boolean;
}

export function ReportForm({ incidentId, report: stored, zone, readOnly }: Props) {
  const { t } = useTranslation();
  const { report: typed, change, saveState, flush } = useReport(incidentId, stored);
  // Completed in another window: what counts is what stands there.
  const report = readOnly ? stored : typed;
  const complete = useCommand('incident.completeReport');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  // What has been filled in since is no longer said to be missing.
  const still = missing.filter((name) => missingReportFields(report).includes(name));
  const labelOf = (name: string) => t(`incident.field.${name as keyof IncidentReport}`);
  const error = (name: string) => still.includes(name);
  const submit = async () => {
    const empty = missingReportFields(report);
    setMissing(empty);
    if (empty[0] !== undefined) return form.current?.querySelector<HTMLElement>(`[name="${empty[0]}"]`)?.focus();
    // What is not on disk must not be closed behind the back of whoever typed it; the form says so and keeps trying.
    if (!(await flush())) return;
    const reply = await complete.send({ incidentId });
    if (reply.kind === 'refused' && reply.refusal.type === 'reportIncomplete') setMissing(reply.refusal.fields);
  };
  const text = ({ name, rows, hint }: Spec) => {
    const shared = {
      key: name,
      name,
      label: labelOf(name),
      description: hint === true ? t(`incident.field.${name as 'person' | 'buildUp'}.hint`) : undefined,
      value: report[name],
      maxLength: maxLengthOf(name),
      required: neededReportFields.some((needed) => needed === name),
      error: error(name),
      readOnly,
      onChange: (event: { currentTarget: { value: string } }) => change({ [name]: cleanText(event.currentTarget.value) }),
    };
    const { key, ...props } = shared;
    return rows === 0 ? <TextInput key={key} {...props} size="md" /> : <Textarea key={key} {...props} size="md" autosize minRows={rows} />;
  };
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {groups.map(({ title, fields }) => (
        <fieldset key={title} className={classes.panel}>
          <legend className={classes.heading}>{t(`incident.group.${title}`)}</legend>
          {title === 'event' && (
            <MomentInput
              name="occurredAt"
              label={t('incident.field.occurredAt')}
              value={report.occurredAt}
              zone={zone}
              error={error('occurredAt')}
              readOnly={readOnly}
              onChange={(occurredAt) => change({ occurredAt })}
            />
          )}
          {fields.map(text)}
          {title === 'after' && (
            <>
              <Switch
                size="md"
                name="policeInformed"
                label={t('incident.field.policeInformed')}
                checked={report.policeInformed}
                disabled={readOnly}
                onChange={(event) => change({ policeInformed: event.currentTarget.checked })}
              />
              {report.policeInformed && text({ name: 'police', rows: 0 })}
              {text({ name: 'prevention', rows: 3 })}
            </>
          )}
        </fieldset>
      ))}
      {!readOnly && (
        <div className={classes.foot}>
          {still.length > 0 && (
            <p role="alert" className={classes.missing}>
              {t('incident.missing', { fields: still.map(labelOf).join(', ') })}
            </p>
          )}
          <SaveWarning state={saveState} />
          <div className={classes.finish}>
            <SaveSign state={saveState} zone={zone} />
            <Button type="submit" size="lg" loading={complete.pending}>
              {t('incident.complete')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

const maxLengthOf = (name: TextField): number => incidentReport.shape[name].maxLength ?? 500;
