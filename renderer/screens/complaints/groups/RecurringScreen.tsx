import { Button, Select, Textarea } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { v7 } from 'uuid';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { cleanText } from '../../../ui/cleaning.ts';
import { momentWords } from '../../../ui/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { usePrinter } from '../../../ui/printing/usePrinter.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import classes from '../reports/Reports.module.css';

type Group = Output<'complaint.groups'>[number];
const periods = [30, 90, 365] as const;

/** `/pengaduan/berulang`: the same again and again, and a proposal to change how things are done. */
export default function RecurringScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useState<number>(90);
  const { data, failure } = useHostQuery('complaint.groups', { days });
  if (failure !== undefined) return <Trouble failure={failure} />;
  return (
    <div className={classes.page}>
      <header>
        <BackLink to="/pengaduan">{t('complaintDetail.back')}</BackLink>
        <h1>{t('complaintGroups.title')}</h1>
        <p>{t('complaintGroups.lead')}</p>
      </header>
      <Select
        size="md"
        w={220}
        allowDeselect={false}
        label={t('complaintGroups.period')}
        data={periods.map((n) => ({ value: String(n), label: t('complaintGroups.days', { n }) }))}
        value={String(days)}
        onChange={(value) => setDays(Number(value))}
      />
      {data?.length === 0 && <Notice Icon={IconRepeat} title={t('complaintGroups.none')} text={t('complaintGroups.none.text')} />}
      <ul className={classes.rows}>
        {(data ?? []).map((group) => (
          <GroupRow key={group.groupKey} group={group} />
        ))}
      </ul>
    </div>
  );
}

function GroupRow({ group }: { group: Group }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { print } = usePrinter();
  const [proposing, setProposing] = useState(false);
  const { proposal } = group;
  const topic = [t(`complaintType.${group.type}`), group.unit?.[language], group.service?.[language], group.category?.[language]];
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <p className={classes.subject}>{topic.filter((part) => part != null && part !== '').join(' · ')}</p>
        <p className={classes.quiet}>
          {t('complaintGroups.count', { n: group.count })} ({t('complaintGroups.before', { n: group.before })})
        </p>
        {group.places.length > 0 && (
          <p className={classes.quiet}>
            {t('complaintGroups.places', { places: group.places.map(({ place, count }) => `${place} (${count})`).join(', ') })}
          </p>
        )}
        <Button h={44} variant={proposal === null ? 'filled' : 'default'} onClick={() => setProposing(true)}>
          {t('complaintGroups.propose')}
        </Button>
      </div>
      <ul className={classes.numbers}>
        {group.complaints.map(({ complaintId, number }) => (
          <li key={complaintId}>
            <Link to={`/pengaduan/${complaintId}`}>{number}</Link>
          </li>
        ))}
      </ul>
      {proposal !== null && (
        <div>
          <p className={classes.quiet}>
            {t('complaintGroups.proposal', { name: proposal.staffName, time: momentWords(proposal.at, language, zone) })}
          </p>
          <p>{proposal.text}</p>
          <Button
            h={44}
            variant="default"
            onClick={() => void print({ kind: 'sopProposal', subjectId: proposal.proposalId, label: 'SOP' })}
          >
            {t('complaintGroups.print')}
          </Button>
        </div>
      )}
      {proposing && <Propose group={group} onClose={() => setProposing(false)} />}
    </li>
  );
}

function Propose({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useCommand('complaint.proposeStructural');
  const proposalId = useRef(v7());
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const complaintIds = group.complaints.map(({ complaintId }) => complaintId);
    const reply = await save.send({ proposalId: proposalId.current, groupKey: group.groupKey, complaintIds, text }, proposalId.current);
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('complaintGroups.propose')} onClose={onClose} size="42rem">
      <form onSubmit={(event) => void submit(event)}>
        <Textarea
          data-autofocus
          size="md"
          autosize
          minRows={6}
          maxLength={8000}
          label={t('complaintGroups.proposal.text')}
          value={text}
          onChange={(event) => setText(cleanText(event.currentTarget.value))}
        />
        <DialogActions
          submit
          confirm={t('complaintGroups.proposal.save')}
          disabled={text.trim() === ''}
          pending={save.pending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
