import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../Dialog.tsx';
import { dateWords, momentWords } from '../../format.ts';
import { useLanguage } from '../../useLanguage.ts';
import { useStaffSession } from '../StaffContext.tsx';
import type { SystemStatus } from '../StatusLine.tsx';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';

type Report = NonNullable<SystemStatus['recovery']>;

/** What was done about a damaged database; stays until a supervisor or administrator has read it. */
export function RecoveryBanner({ report, zone }: { report: Report; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const last =
    report.lastEventAt === null
      ? t('staff.recovery.noEvent')
      : t('staff.recovery.lastEvent', { time: momentWords(report.lastEventAt, language, zone) });
  return (
    <>
      <Banner
        tone="danger"
        Icon={IconDatabaseExclamation}
        title={t(`staff.recovery.title.${report.part}`)}
        actions={
          <Button size="md" variant="default" onClick={() => setOpen(true)}>
            {t('staff.recovery.details')}
          </Button>
        }
      >
        {t(lossKey(report.eventsLost), { n: report.eventsLost ?? 0 })} {last}
      </Banner>
      {open && <RecoveryDialog report={report} zone={zone} onClose={() => setOpen(false)} />}
    </>
  );
}

const lossKey = (lost: number | null) =>
  lost === null ? 'staff.recovery.lostUnknown' : lost === 0 ? 'staff.recovery.nothingLost' : 'staff.recovery.lost';

function RecoveryDialog({ report, zone, onClose }: { report: Report; zone: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roles } = useStaffSession();
  const acknowledge = useCommand('system.acknowledgeRecovery');
  const mayAcknowledge = roles.some((role) => role === 'pengawas' || role === 'admin');
  const moment = (at: number | null) => (at === null ? t('staff.recovery.unknown') : momentWords(at, language, zone));
  const facts = [
    [t('staff.recovery.at'), moment(report.at)],
    [t('staff.recovery.damage'), t(`staff.damage.${report.damage}`)],
    [t('staff.recovery.setAside'), report.setAsideAs],
    [t('staff.recovery.backup'), report.backupDate === null ? t('staff.recovery.backup.none') : dateWords(report.backupDate, language)],
    [t('staff.recovery.fromBackup'), report.eventsFromBackup],
    [t('staff.recovery.afterBackup'), report.eventsAfterBackup],
    [t('staff.recovery.eventsLost'), report.eventsLost ?? t('staff.recovery.unknown')],
    [t('staff.recovery.lastEventAt'), moment(report.lastEventAt)],
  ] as const;
  return (
    <Dialog title={t(`staff.recovery.title.${report.part}`)} onClose={onClose} size="42rem">
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <FactRow key={name} name={name} value={value} />
        ))}
      </dl>
      <p>{t('staff.recovery.advice')}</p>
      {mayAcknowledge ? (
        <DialogActions
          confirm={t('staff.recovery.acknowledge')}
          pending={acknowledge.pending}
          onConfirm={() => void acknowledge.send({}).then((reply) => reply.kind === 'done' && onClose())}
          cancel={t('common.close')}
          onCancel={onClose}
        />
      ) : (
        <p>{t('staff.recovery.askSupervisor')}</p>
      )}
    </Dialog>
  );
}

function FactRow({ name, value }: { name: string; value: string | number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
