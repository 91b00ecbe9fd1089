import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudUpload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CentralStatus } from '../../../../shared/rpc/methods/central.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useStationWords } from '../../../ui/lead/useStationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import parts from '../parts/parts.module.css';
import { Panel } from '../parts/Section.tsx';
import { problemKey } from './problemKey.ts';
import { Warning } from './Warning.tsx';

interface Props {
  readonly status: CentralStatus;
  readonly zone: string | undefined;
}

/** What waits and since when, why it waits, and trying again at once. */
export function Sending({ status, zone }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { problem, waiting, lastSuccessAt } = status;
  const count = (n: number) => new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(n);
  const moment = (at: number) => momentWords(at, language, zone);
  return (
    <Panel title={t('settings.sync.sending')}>
      <State status={status} moment={moment} />
      <dl className={parts.facts}>
        <dt>{t('settings.sync.waiting')}</dt>
        <dd>
          {waiting.since === null
            ? t('settings.sync.waiting.none')
            : t('settings.sync.waiting.events', { n: count(waiting.events), time: moment(waiting.since) })}
        </dd>
        <dt>{t('settings.sync.files')}</dt>
        <dd>{waiting.files === 0 ? t('settings.sync.files.none') : t('settings.sync.files.some', { n: count(waiting.files) })}</dd>
        <dt>{t('settings.sync.lastSuccess')}</dt>
        <dd>{lastSuccessAt === null ? t('settings.sync.lastSuccess.none') : moment(lastSuccessAt)}</dd>
        <dt>{t('settings.sync.pusher')}</dt>
        <dd>
          <Pusher status={status} />
        </dd>
      </dl>
      <TryNow isFailing={problem !== null} />
    </Panel>
  );
}

function State({ status: { problem, waiting }, moment }: { status: CentralStatus; moment: (at: number) => string }) {
  const { t } = useTranslation();
  if (problem !== null) {
    const key = problemKey(problem);
    return (
      <Warning
        role="alert"
        icon={<IconAlertTriangle aria-hidden />}
        title={t('settings.sync.problem.since', { problem: t(`settings.sync.problem.${key}`), time: moment(problem.since) })}
      >
        <p>{t(`settings.sync.problem.${key}.text`)}</p>
        <p>{problem.nextTryAt === null ? t('settings.sync.noNextTry') : t('settings.sync.nextTry', { time: moment(problem.nextTryAt) })}</p>
      </Warning>
    );
  }
  const isDone = waiting.events === 0 && waiting.files === 0;
  return (
    <Alert
      role="status"
      color={isDone ? 'teal' : 'gray'}
      variant={isDone ? 'light' : 'default'}
      icon={isDone ? <IconCloudCheck aria-hidden /> : <IconCloudUpload aria-hidden />}
      title={t(isDone ? 'settings.sync.done' : 'settings.sync.underWay')}
    >
      {t(isDone ? 'settings.sync.done.text' : 'settings.sync.underWay.text')}
    </Alert>
  );
}

/** Which station sends; where the office is one station there is nothing to tell apart. */
function Pusher({ status: { isPusher, pusherStationId } }: { status: CentralStatus }) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  const { data: standing } = useHostQuery('lead.standing', {});
  if (isPusher) return t('settings.sync.pusher.here');
  const station = standing?.stations.find(({ stationId }) => stationId === pusherStationId);
  return station === undefined ? t('settings.sync.pusher.unknown') : stationWords(station);
}

function TryNow({ isFailing }: { isFailing: boolean }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('central.retry');
  const [tried, setTried] = useState(false);
  const run = async () => {
    setTried(false);
    const reply = await send({});
    setTried(reply.kind === 'done');
  };
  return (
    <>
      <div>
        <Button
          size="md"
          variant={isFailing ? 'filled' : 'default'}
          loading={pending}
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={() => void run()}
        >
          {t('settings.sync.tryNow')}
        </Button>
      </div>
      <output className={parts.live}>{tried && t('settings.sync.tried')}</output>
    </>
  );
}
