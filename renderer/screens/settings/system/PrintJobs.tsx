import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Asked } from '../parts/Asked.tsx';
import { Empty, Panel } from '../parts/Section.tsx';

type Job = Output<'printing.jobs'>[number];

/** The last papers and how each ended. */
export function PrintJobs({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('settings.jobs.title')} lead={t('settings.jobs.lead')}>
      <Asked query={useHostQuery('printing.jobs', { limit: 20 })}>
        {(jobs) =>
          jobs.length === 0 ? (
            <Empty title={t('settings.jobs.empty')} text={t('settings.jobs.emptyText')} />
          ) : (
            <Table.ScrollContainer minWidth={560}>
              <Table verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('settings.jobs.at')}</Table.Th>
                    <Table.Th>{t('settings.jobs.paper')}</Table.Th>
                    <Table.Th>{t('settings.jobs.printer')}</Table.Th>
                    <Table.Th>{t('settings.jobs.outcome')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {jobs.map((job) => (
                    <JobRow key={job.jobId} job={job} zone={zone} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Asked>
    </Panel>
  );
}

function JobRow({ job: { at, kind, label, copy, printerName, outcome, failure }, zone }: { job: Job; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table.Tr>
      <Table.Td>{momentWords(at, language, zone)}</Table.Td>
      <Table.Td>
        {t(`paperKind.${kind}`)} {label}
        {copy > 0 && ` · ${t('settings.jobs.copy', { n: copy })}`}
      </Table.Td>
      <Table.Td>{printerName ?? t('settings.printers.windowDialog')}</Table.Td>
      <Table.Td {...(outcome === 'failed' ? { c: 'var(--danger)' } : {})}>
        {t(`printOutcome.${outcome}`)}
        {failure !== null && ` — ${t(`printFailure.${failure}`)}`}
      </Table.Td>
    </Table.Tr>
  );
}
