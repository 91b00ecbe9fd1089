import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ComplaintAction } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { usePrinter } from '../../../ui/printing/usePrinter.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Attachments } from './Attachments.tsx';
import { BackLink } from '../../../ui/BackLink.tsx';
import classes from './Detail.module.css';
import { Facts } from './Facts.tsx';
import { Identity } from './Identity.tsx';
import { Timeline } from './Timeline.tsx';
import { Words } from './Words.tsx';

/** `/pengaduan/<complaint>`: everything that this person may see, and the steps that fit now. */
export default function ComplaintDetailScreen() {
  const { t } = useTranslation();
  const { complaintId = '' } = useParams();
  const { data, refusal, failure } = useHostQuery('complaint.view', { complaintId });
  const [action, setAction] = useState<ComplaintAction | null>(null);
  const { print } = usePrinter();
  if (refusal !== undefined || failure?.type === 'invalidInput') {
    return (
      <Notice Icon={IconFileOff} title={t('complaintDetail.gone')}>
        <ButtonLink to="/pengaduan">{t('complaintDetail.back')}</ButtonLink>
      </Notice>
    );
  }
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (data === undefined) return <div aria-busy />;
  const [next, ...others] = data.actions;
  const paper = (kind: 'complaintReceipt' | 'complaintLetter') => void print({ kind, subjectId: complaintId, label: data.number });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <BackLink to="/pengaduan">{t('complaintDetail.back')}</BackLink>
        <Identity complaint={data} />
      </header>
      <div className={classes.columns}>
        <main className={classes.main}>
          {data.mergedInto !== null && (
            <p className={classes.banner}>
              <Link to={`/pengaduan/${data.mergedInto.complaintId}`}>
                {t('complaintDetail.mergedInto', { number: data.mergedInto.number })}
              </Link>
            </p>
          )}
          <Words complaint={data} />
          <Attachments attachments={data.attachments} />
          <Timeline entries={data.timeline} />
        </main>
        <aside className={classes.side}>
          <section className={classes.panel} aria-label={t('complaintDetail.actions')}>
            {next === undefined ? (
              <p>{t('complaintDetail.noActions')}</p>
            ) : (
              <Button size="lg" fullWidth onClick={() => setAction(next)}>
                {t(`complaintAction.${next}`)}
              </Button>
            )}
            <div className={classes.actions}>
              {others.map((other) => (
                <Button key={other} h={44} variant="default" onClick={() => setAction(other)}>
                  {t(`complaintAction.${other}`)}
                </Button>
              ))}
            </div>
            {data.mine && (
              <div className={classes.actions}>
                <Button h={44} variant="subtle" onClick={() => paper('complaintReceipt')}>
                  {t('complaintDetail.receipt')}
                </Button>
                {data.timeline.some(({ kind }) => kind === 'answered') && (
                  <Button h={44} variant={data.letterOwed ? 'light' : 'subtle'} onClick={() => paper('complaintLetter')}>
                    {t('complaintDetail.letter')}
                  </Button>
                )}
              </div>
            )}
            {data.letterOwed && data.stage === 'answered' && <p className={classes.owed}>{t('complaintDetail.letterOwed')}</p>}
          </section>
          <Facts complaint={data} />
        </aside>
      </div>
      {action !== null && <ActionDialog key={action} action={action} complaint={data} onClose={() => setAction(null)} />}
    </div>
  );
}
