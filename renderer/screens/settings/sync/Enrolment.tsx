import { IconDoorExit, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CentralEnrolment } from '../../../../shared/rpc/methods/central.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useMay } from '../parts/access.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import parts from '../parts/parts.module.css';
import { Panel } from '../parts/Section.tsx';
import classes from './sync.module.css';

/** Where the office is enrolled and as what; new keys, and leaving. */
export function Enrolment({ enrolment, zone }: { enrolment: CentralEnrolment; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const moment = (at: number) => momentWords(at, language, zone);
  return (
    <Panel title={t('settings.sync.enrolment')}>
      <dl className={parts.facts}>
        <dt>{t('settings.sync.agency')}</dt>
        <dd>{enrolment.agencyName}</dd>
        <dt>{t('settings.sync.office')}</dt>
        <dd>
          {enrolment.officeName} ({enrolment.officeCode})
        </dd>
        <dt>{t('settings.sync.url')}</dt>
        <dd>{enrolment.url}</dd>
        <dt>{t('settings.sync.publicUrl')}</dt>
        <dd>{enrolment.publicUrl}</dd>
        <dt>{t('settings.sync.enrolledAt')}</dt>
        <dd>{moment(enrolment.enrolledAt)}</dd>
        <dt>{t('settings.sync.keyCreatedAt')}</dt>
        <dd>{moment(enrolment.keyCreatedAt)}</dd>
      </dl>
      {(may('central.rotateKey') || may('central.leave')) && <KeysAndLeaving agencyName={enrolment.agencyName} />}
    </Panel>
  );
}

function KeysAndLeaving({ agencyName }: { agencyName: string }) {
  const { t } = useTranslation();
  const rotate = useCommand('central.rotateKey');
  const leave = useCommand('central.leave');
  const [rotated, setRotated] = useState(false);
  return (
    <>
      <div className={classes.buttons}>
        <ConfirmButton
          title={t('settings.sync.rotate')}
          text={t('settings.sync.rotate.text')}
          confirmLabel={t('settings.sync.rotate.confirm')}
          loading={rotate.pending}
          leftSection={<IconKey size={18} aria-hidden />}
          onConfirm={async () => {
            setRotated(false);
            const reply = await rotate.send({});
            setRotated(reply.kind === 'done');
          }}
        >
          {t('settings.sync.rotate')}
        </ConfirmButton>
        <ConfirmButton
          title={t('settings.sync.leave.title', { agency: agencyName })}
          text={t('settings.sync.leave.text')}
          confirmLabel={t('settings.sync.leave.confirm')}
          loading={leave.pending}
          leftSection={<IconDoorExit size={18} aria-hidden />}
          onConfirm={() => leave.send({})}
        >
          {t('settings.sync.leave')}
        </ConfirmButton>
      </div>
      <output className={parts.live}>{rotated && t('settings.sync.rotate.done')}</output>
    </>
  );
}
