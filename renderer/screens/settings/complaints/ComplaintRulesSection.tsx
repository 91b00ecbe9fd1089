import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { type ComplaintRules, complaintRules, type ListEntry } from '../../../../shared/domain/complaints/rules.ts';
import { complaintClasses } from '../../../../shared/domain/complaints/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { BilingualField, NumberField, SelectField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Asked } from '../parts/Asked.tsx';
import { Columns, Panel, Section } from '../parts/Section.tsx';

/** Deadlines, pauses, who is told, categories and units: everything that the law leaves to the office or changes. */
export function ComplaintRulesSection() {
  const { t } = useTranslation();
  const query = useHostQuery('office.complaintRules', {});
  return (
    <Section title={t('settings.complaints.title')} lead={t('settings.complaints.lead')}>
      <Asked query={query}>{(rules) => <RulesForm rules={rules} />}</Asked>
    </Section>
  );
}

function RulesForm({ rules }: { rules: ComplaintRules }) {
  const { t } = useTranslation();
  const draft = useDraft(complaintRules, rules);
  const { save, pending } = useSave('office.saveComplaintRules', { assigneeUnknown: 'headStaffId' });
  const { data: staff = [] } = useHostQuery('staff.list', {});
  const classDays = part(draft, 'classDays');
  const pauses = part(draft, 'pauses');
  const head = part(draft, 'headStaffId');
  const days = t('settings.complaints.workingDays');
  return (
    <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
      <Panel title={t('settings.complaints.deadlines')}>
        <Columns>
          <NumberField
            field={part(draft, 'firstResponseHours')}
            label={t('settings.complaints.firstResponse')}
            unit={t('settings.complaints.hours')}
            min={1}
            max={240}
          />
          <NumberField field={part(draft, 'verifyDays')} label={t('settings.complaints.verify')} unit={days} min={1} max={60} />
          {complaintClasses.map((of) => (
            <NumberField key={of} field={part(classDays, of)} label={t(`settings.complaints.class.${of}`)} unit={days} min={1} max={250} />
          ))}
          <NumberField field={part(draft, 'closeAfterDays')} label={t('settings.complaints.closeAfter')} unit={days} min={1} max={250} />
          <NumberField
            field={part(draft, 'ceilingDays')}
            label={t('settings.complaints.ceiling')}
            unit={t('settings.complaints.calendarDays')}
            min={1}
            max={365}
          />
          <NumberField field={part(draft, 'reportEveryDays')} label={t('settings.complaints.reportEvery')} unit={days} min={1} max={60} />
        </Columns>
      </Panel>
      <Panel title={t('settings.complaints.pauses')} lead={t('settings.complaints.pauses.lead')}>
        {(['verify', 'answer', 'ceiling'] as const).map((kind) => {
          const field = part(pauses, kind);
          return (
            <Checkbox
              key={kind}
              size="md"
              label={t(`settings.complaints.pauses.${kind}`)}
              checked={field.value}
              onChange={({ currentTarget: { checked } }) => field.update(() => checked)}
            />
          );
        })}
      </Panel>
      <Panel title={t('settings.complaints.escalation')}>
        <Columns>
          <NumberField field={part(draft, 'warnDays')} label={t('settings.complaints.warn')} unit={days} min={0} max={30} />
          <NumberField field={part(draft, 'headAfterDays')} label={t('settings.complaints.headAfter')} unit={days} min={0} max={60} />
        </Columns>
        <SelectField
          label={t('settings.complaints.head')}
          field={{ value: head.value ?? '', update: (change) => head.update((value) => change(value ?? '') || null), error: head.error }}
          options={[
            { value: '', label: t('settings.complaints.head.nobody') },
            // Who is told last must be able to see it and to take it on; whoever was named before stays in sight.
            ...staff
              .filter(({ id, active, roles }) => id === head.value || (active && (roles.includes('pengawas') || roles.includes('admin'))))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Panel>
      <Panel title={t('settings.complaints.categories')}>
        <Entries field={part(draft, 'categories')} add={t('settings.complaints.categories.add')} />
      </Panel>
      <Panel title={t('settings.complaints.units')}>
        <Entries field={part(draft, 'units')} add={t('settings.complaints.units.add')} />
      </Panel>
    </DraftForm>
  );
}

/** Entries of a list; one that is no longer used is switched off, because history still names it. */
function Entries({ field, add }: { field: Field<ListEntry[]>; add: string }) {
  const { t } = useTranslation();
  return (
    <>
      {field.value.map((entry, at) => {
        const own: Field<ListEntry> = {
          value: entry,
          update: (change) => field.update((list) => list.map((each, place) => (place === at ? change(each) : each))),
          error: (path = '') => field.error(path === '' ? String(at) : `${at}.${path}`),
        };
        const active = part(own, 'active');
        return (
          <div key={entry.id}>
            <BilingualField field={part(own, 'title')} label={t('settings.complaints.entry', { n: at + 1 })} required />
            <Checkbox
              size="md"
              mt="xs"
              label={t('settings.complaints.entry.active')}
              checked={active.value}
              onChange={({ currentTarget: { checked } }) => active.update(() => checked)}
            />
          </div>
        );
      })}
      <Button
        variant="default"
        size="md"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => field.update((list) => [...list, { id: v7(), title: { id: '', en: '' }, active: true }])}
      >
        {add}
      </Button>
    </>
  );
}
