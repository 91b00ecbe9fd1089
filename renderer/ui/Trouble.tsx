import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/rpc/protocol.ts';
import { Notice } from './Notice.tsx';
import { useProblemWords } from './useProblemWords.ts';

/** A screen whose data could not be had: why, what is safe, and trying again. */
export function Trouble({ failure }: { failure: Failure }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const queries = useQueryClient();
  return (
    <div role="alert">
      <Notice Icon={IconAlertTriangle} title={t('staff.problem.title')} text={words({ kind: 'failed', failure })}>
        <Button size="lg" onClick={() => void queries.invalidateQueries()}>
          {t('common.retry')}
        </Button>
      </Notice>
    </div>
  );
}
