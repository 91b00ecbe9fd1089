import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/rpc/contract.ts';
import { useHost } from '../../api/HostProvider.tsx';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useTellProblem } from '../useTellProblem.tsx';
import type { PaperSubject } from './paperSubject.ts';
import { printPaper } from './printPaper.ts';

export type PrintJob = Output<'printing.jobs'>[number];

export interface Printer {
  /** Prints a paper, or prints it again; failures are told with what is safe and a button to try again. */
  print(subject: PaperSubject): Promise<void>;
  readonly jobs: readonly PrintJob[];
}

/** How many jobs a screen knows of, newest first. */
const limit = 50;

/** Printing for a staff screen. A job that the host prints is watched until its outcome is known. */
export function usePrinter(): Printer {
  const { client } = useHost();
  const { t } = useTranslation();
  const tellProblem = useTellProblem();
  const { data: jobs = [] } = useHostQuery('printing.jobs', { limit });
  const watched = useRef(new Map<string, PaperSubject>());
  const printing = useRef(new Set<string>());

  const tellFailed = useCallback(
    (subject: PaperSubject, failure: PrintJob['failure'], again: () => void) => {
      const words = {
        failure: failure === null ? '' : t(`printFailure.${failure}`),
        paper: t(`paperKind.${subject.kind}`),
        label: subject.label,
      };
      const id = notifications.show({
        color: 'red',
        autoClose: false,
        closeButtonProps: { 'aria-label': t('common.close') },
        message: (
          <>
            <p role="alert">{t('counter.print.failed', words)}</p>
            <Button
              h={44}
              variant="default"
              onClick={() => {
                notifications.hide(id);
                again();
              }}
            >
              {t('counter.print.again')}
            </Button>
          </>
        ),
      });
    },
    [t],
  );

  const print = useCallback(
    async function printOnce(subject: PaperSubject): Promise<void> {
      // One paper is printed once at a time; a double click makes no copy.
      if (printing.current.has(subject.subjectId)) return;
      printing.current.add(subject.subjectId);
      try {
        const result = await printPaper(client, subject);
        if (result.kind === 'problem') tellProblem(result.problem);
        else if (result.kind === 'queued') watched.current.set(result.jobId, subject);
        else if (result.outcome.outcome === 'failed') tellFailed(subject, result.outcome.failure, () => void printOnce(subject));
      } finally {
        printing.current.delete(subject.subjectId);
      }
    },
    [client, tellProblem, tellFailed],
  );

  useEffect(() => {
    for (const { jobId, outcome, failure } of jobs) {
      const subject = watched.current.get(jobId);
      if (subject === undefined || outcome === 'pending') continue;
      watched.current.delete(jobId);
      if (outcome === 'failed') tellFailed(subject, failure, () => void print(subject));
    }
  }, [jobs, tellFailed, print]);

  return { print, jobs };
}
