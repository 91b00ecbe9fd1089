import { Skeleton } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { CounterDesk } from './CounterDesk.tsx';
import classes from './CounterWork.module.css';

/** Loads the counter of the address and shows its desk. */
export function CounterWork() {
  const { counterId = '' } = useParams();
  const { t } = useTranslation();
  const { data, refusal, failure } = useHostQuery('queue.counterView', { counterId });
  const { data: office } = useHostQuery('office.profile', {});
  // An address that is no id at all is as gone as a counter that was retired.
  if (refusal !== undefined || failure?.type === 'invalidInput') {
    return (
      <Notice Icon={IconBuildingCommunity} title={t('counter.gone.title')}>
        <ButtonLink to="/loket">{t('counter.menu.change')}</ButtonLink>
      </Notice>
    );
  }
  if (failure !== undefined) return <Trouble failure={failure} />;
  // While the address changes, the former counter's answer is still there; it must not be worked on.
  if (data?.counter.id !== counterId || office?.profile == null) return <DeskSkeleton />;
  return <CounterDesk key={counterId} view={data} officeName={office.profile.name} zone={office.profile.zone} />;
}

function DeskSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy>
      <Skeleton height="100%" radius="md" />
      <Skeleton height="100%" radius="md" />
      <Skeleton height="100%" radius="md" />
    </div>
  );
}
