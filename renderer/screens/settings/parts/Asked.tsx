import { Alert, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output, QueryMethod } from '../../../../shared/rpc/contract.ts';
import type { HostQuery } from '../../../api/useHostQuery.ts';
import { useProblemWords } from '../../../ui/useProblemWords.ts';
import classes from './parts.module.css';

/**
 * Shows what a query answered. Once there was an answer it stays, so that a form is not torn down and its typing lost
 * while the host is away; the staff frame says that it is.
 */
export function Asked<M extends QueryMethod>({ query, children }: { query: HostQuery<M>; children(data: Output<M>): ReactNode }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [last, setLast] = useState<Output<M> | undefined>(query.data);
  if (query.data !== undefined && query.data !== last) setLast(query.data);
  const shown = query.data ?? last;
  if (shown !== undefined) return children(shown);
  if (query.failure !== undefined) {
    return <Alert color="red">{words({ kind: 'failed', failure: query.failure })}</Alert>;
  }
  return (
    <output className={classes.loading}>
      <Loader size="sm" aria-hidden />
      {t('common.loading')}
    </output>
  );
}
