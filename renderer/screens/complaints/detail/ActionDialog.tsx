import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintAction, ComplaintView } from '../../../../shared/rpc/methods/complaintViews.ts';
import { complaintClasses, complaintTags, complaintTypes, levels } from '../../../../shared/domain/complaints/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { cleanText } from '../../../ui/cleaning.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './Detail.module.css';
import { type ActionDraft, isReady, useTakeAction, writesText } from './useTakeAction.ts';

interface Props {
  readonly action: ComplaintAction;
  readonly complaint: ComplaintView;
  readonly onClose: () => void;
}

/** One step: what must be said and chosen for it, and nothing else. */
export function ActionDialog({ action, complaint, onClose }: Props) {
  const { t } = useTranslation();
  const { take, pending, problem } = useTakeAction(action, complaint, onClose);
  const [draft, setDraft] = useState<ActionDraft>(() => ({
    text: '',
    tag: complaint.tag,
    unitId: complaint.unitId,
    staffId: null,
    written: complaint.channel !== 'counter' && complaint.channel !== 'phone',
    satisfied: true,
    outcome: possibleOutcomes(complaint)[0] ?? 'withdrawn',
    other: '',
    type: complaint.type,
    class: complaint.class,
    categoryId: complaint.categoryId,
    urgency: complaint.urgency,
    impact: complaint.impact,
    channel: 'inPerson',
  }));
  const change = (part: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void take(draft);
  };
  return (
    <Dialog title={`${t(`complaintAction.${action}`)} · ${complaint.number}`} onClose={onClose} size="42rem">
      <form className={classes.form} onSubmit={submit}>
        <Choices action={action} complaint={complaint} draft={draft} change={change} />
        {writesText(action) && (
          <Textarea
            data-autofocus
            size="md"
            autosize
            minRows={4}
            maxRows={12}
            maxLength={4000}
            label={t(`complaintAction.${action}.text`)}
            value={draft.text}
            onChange={(event) => change({ text: cleanText(event.currentTarget.value) })}
          />
        )}
        {problem !== null && <p role="alert">{problem}</p>}
        <DialogActions
          submit
          confirm={t(`complaintAction.${action}`)}
          disabled={!isReady(action, draft)}
          pending={pending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

/** Settled after an answer; without a reply also where one is waited for. */
function possibleOutcomes({ stage }: ComplaintView): readonly ActionDraft['outcome'][] {
  if (stage === 'answered' || stage === 'referred') return ['resolved', 'notProven', 'withdrawn', 'noReply'];
  return stage === 'waiting' ? ['noReply', 'withdrawn', 'notProven'] : ['withdrawn', 'notProven'];
}

function Choices({
  action,
  complaint,
  draft,
  change,
}: Omit<Props, 'onClose'> & { draft: ActionDraft; change: (part: Partial<ActionDraft>) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: rules } = useHostQuery('office.complaintRules', {});
  const { data: staff = [] } = useHostQuery('access.staffNames', {});
  const entries = (list: readonly { id: string; title: { id: string; en: string }; active: boolean }[] = []) =>
    list.filter(({ active }) => active).map(({ id, title }) => ({ value: id, label: title[language] }));
  switch (action) {
    case 'verify':
      return (
        <>
          <p>{t('complaintAction.verify.check')}</p>
          <Radio.Group
            label={t('complaintDetail.tag')}
            value={draft.tag ?? ''}
            onChange={(tag) => change({ tag: tag as ActionDraft['tag'] })}
          >
            <div className={classes.radios}>
              {complaintTags.map((tag) => (
                <Radio key={tag} size="md" value={tag} label={t(`complaintTag.${tag}`)} />
              ))}
            </div>
          </Radio.Group>
        </>
      );
    case 'assign':
      return (
        <>
          <Select
            size="md"
            label={t('complaintAction.unit')}
            data={entries(rules?.units)}
            value={draft.unitId}
            onChange={(unitId) => change({ unitId })}
          />
          <Select
            size="md"
            clearable
            searchable
            label={t('complaintAction.staff')}
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.staffId}
            onChange={(staffId) => change({ staffId })}
          />
        </>
      );
    case 'answer':
      return (
        <Checkbox
          size="md"
          label={t('complaintAction.answer.written')}
          checked={draft.written}
          onChange={(event) => change({ written: event.currentTarget.checked })}
        />
      );
    case 'recordReply':
      return (
        <Radio.Group
          label={t('complaintAction.satisfied')}
          value={String(draft.satisfied)}
          onChange={(value) => change({ satisfied: value === 'true' })}
        >
          <div className={classes.radios}>
            <Radio size="md" value="true" label={t('complaintAction.satisfied.yes')} />
            <Radio size="md" value="false" label={t('complaintAction.satisfied.no')} />
          </div>
        </Radio.Group>
      );
    case 'close':
      return (
        <Radio.Group label={t('complaintAction.outcome')} value={draft.outcome} onChange={(outcome) => change({ outcome })}>
          <div className={classes.radios}>
            {possibleOutcomes(complaint).map((outcome) => (
              <Radio key={outcome} size="md" value={outcome} label={t(`complaintAction.outcome.${outcome}`)} />
            ))}
          </div>
        </Radio.Group>
      );
    case 'refer':
      return <p>{t('complaintAction.refer.hint')}</p>;
    case 'recordStatusReport':
      return (
        <Select
          size="md"
          allowDeselect={false}
          label={t('complaintDetail.channel')}
          data={(['inPerson', 'phone', 'whatsapp', 'sms', 'email', 'letter'] as const).map((value) => ({
            value,
            label: t(`complaintReports.channel.${value}`),
          }))}
          value={draft.channel}
          onChange={(channel) => channel !== null && change({ channel })}
        />
      );
    case 'merge':
    case 'link':
      return (
        <TextInput
          data-autofocus
          size="md"
          label={t('complaintAction.other')}
          placeholder="P-2026-000123"
          value={draft.other}
          onChange={(event) => change({ other: event.currentTarget.value })}
        />
      );
    case 'reclassify':
      return (
        <>
          <Select
            size="md"
            label={t('complaintList.type')}
            data={complaintTypes.map((value) => ({ value, label: t(`complaintType.${value}`) }))}
            value={draft.type}
            onChange={(type) => change({ type })}
          />
          <Select
            size="md"
            allowDeselect={false}
            label={t('complaintList.class')}
            data={complaintClasses.map((value) => ({ value, label: t(`complaintClass.${value}`) }))}
            value={draft.class}
            onChange={(value) => value !== null && change({ class: value })}
          />
          <Select
            size="md"
            clearable
            label={t('complaintList.category')}
            data={entries(rules?.categories)}
            value={draft.categoryId}
            onChange={(categoryId) => change({ categoryId })}
          />
          {(['urgency', 'impact'] as const).map((field) => (
            <Select
              key={field}
              size="md"
              allowDeselect={false}
              label={t(`complaintAction.${field}`)}
              data={levels.map((value) => ({ value, label: t(`complaintLevel.${value}`) }))}
              value={draft[field]}
              onChange={(value) => value !== null && change({ [field]: value })}
            />
          ))}
        </>
      );
    default:
      return null;
  }
}
