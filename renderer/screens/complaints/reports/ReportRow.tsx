import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { v7 } from 'uuid';
import type { Language } from '../../../../shared/domain/values.ts';
import type { Input, Output } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { cleanText } from '../../../ui/cleaning.ts';
import { birthDateWords, momentWords } from '../../../ui/format.ts';
import { usePrinter } from '../../../ui/printing/usePrinter.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { handlerLink, type MessageChannel } from './handlerLink.ts';
import classes from './Reports.module.css';

type Due = Output<'complaint.statusDue'>[number];
type Channel = Input<'complaint.recordStatusReport'>['channel'];

/** One report that is owed: a ready text, the ways to send it, and the record that it was sent. */
export function ReportRow({ due }: { due: Due }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const profile = useHostQuery('office.profile', {}).data?.profile;
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <p className={classes.subject}>
          <Link to={`/pengaduan/${due.complaintId}`}>{due.number}</Link> {due.title ?? t('complaintList.hidden')}
        </p>
        <p className={classes.quiet}>
          {t(`complaintStage.${due.stage}`)} · {t('complaintReports.due', { date: birthDateWords(due.dueOn, language) })}
          {due.lastReportAt !== null &&
            ` · ${t('complaintReports.last', { time: momentWords(due.lastReportAt, language, profile?.zone) })}`}
        </p>
        {due.complainant === null ? (
          <p className={classes.quiet}>{t('complaintReports.noContact')}</p>
        ) : (
          <Button h={44} variant="default" aria-expanded={isOpen} onClick={() => setOpen((is) => !is)}>
            {t('complaintReports.write')}
          </Button>
        )}
      </div>
      {isOpen && due.complainant !== null && <Message due={due} complainant={due.complainant} language={profile?.language ?? language} />}
    </li>
  );
}

interface MessageProps {
  readonly due: Due;
  readonly complainant: NonNullable<Due['complainant']>;
  /** The office's own, like that of its papers, whatever the officer reads her screen in. */
  readonly language: Language;
}

function Message({ due, complainant, language }: MessageProps) {
  const { t, i18n } = useTranslation();
  const record = useCommand('complaint.recordStatusReport');
  const { print } = usePrinter();
  const ids = useRef({ textId: v7(), commandId: v7() });
  const [text, setText] = useState(() => {
    const say = i18n.getFixedT(language);
    return say('complaintReports.ready', {
      name: complainant.name,
      number: due.number,
      office: due.officeName,
      stage: say(`complaintStage.${due.stage}`),
      unit: due.unitTitle === null ? '' : say('complaintReports.ready.unit', { unit: due.unitTitle[language] }),
      answer: say(`complaintReports.ready.${due.prospect}`, {
        date: due.answerDueOn === null ? '' : birthDateWords(due.answerDueOn, language),
      }),
    });
  });
  /** Opened in the other program; recorded only when the officer says that it was sent. */
  const [opened, setOpened] = useState<Channel | null>(null);
  const sent = async (channel: Channel) => {
    const input = { complaintId: due.complaintId, channel, textId: ids.current.textId, text };
    const reply = await record.send(input, ids.current.commandId);
    if (reply.kind === 'done' && channel === 'letter') await print({ kind: 'statusLetter', subjectId: due.complaintId, label: due.number });
  };
  const ways: readonly { readonly channel: MessageChannel; readonly to: string }[] = [
    { channel: 'whatsapp', to: complainant.phone },
    { channel: 'sms', to: complainant.phone },
    { channel: 'email', to: complainant.email },
  ];
  const possible = ways.filter(({ to }) => to !== '');
  return (
    <div className={classes.message}>
      <Textarea
        size="md"
        autosize
        minRows={3}
        maxLength={4000}
        label={t('complaintReports.text')}
        value={text}
        onChange={(event) => setText(cleanText(event.currentTarget.value))}
      />
      <div className={classes.ways}>
        {possible.map(({ channel, to }) => (
          <Button
            key={channel}
            h={44}
            component="a"
            variant={opened === channel ? 'light' : 'default'}
            href={handlerLink(channel, to, text, due.number)}
            target="_blank"
            rel="noreferrer"
            onClick={() => setOpened(channel)}
          >
            {t(`complaintReports.open.${channel}`)}
          </Button>
        ))}
        <Button h={44} variant="default" loading={record.pending} onClick={() => void sent('letter')}>
          {t('complaintReports.open.letter')}
        </Button>
        {complainant.phone !== '' && (
          <Button h={44} variant="default" loading={record.pending} onClick={() => void sent('phone')}>
            {t('complaintReports.open.phone')}
          </Button>
        )}
        {opened !== null && (
          <Button h={44} loading={record.pending} onClick={() => void sent(opened)}>
            {t('complaintReports.sent')}
          </Button>
        )}
      </div>
    </div>
  );
}
