import { Button, Loader } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';
import { FilterBar } from './FilterBar.tsx';
import classes from './List.module.css';
import { ListRow } from './ListRow.tsx';
import { SavedViews } from './SavedViews.tsx';
import { pageSize, useListQuery } from './useListQuery.ts';
import { useListKeys } from './useListKeys.ts';

/** `/pengaduan`: the work list, the most pressing first. */
export default function ComplaintListScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = useStaffSession();
  const supervises = roles.includes('pengawas') || roles.includes('admin');
  const state = useListQuery();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // The chosen row belongs to one list: another list begins at its top.
  const [selected, setSelected] = useState({ of: state.query, row: 0 });
  const { data, failure, loading } = useHostQuery('complaint.list', state.query);
  const { data: attention } = useHostQuery('complaint.attention', {});
  const rows = data?.rows ?? [];
  const at = Math.min(selected.of === state.query ? selected.row : 0, Math.max(0, rows.length - 1));
  const select = (row: number) => setSelected({ of: state.query, row });
  useListKeys({
    onMove: (by) => {
      // The first key shows where one is, and moves nothing.
      const isThere = list.current?.contains(document.activeElement) ?? false;
      const next = Math.max(0, Math.min(rows.length - 1, isThere ? at + by : at));
      select(next);
      list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]')[next]?.focus();
    },
    onSearch: () => search.current?.focus(),
    onNew: () => void navigate('/pengaduan/baru'),
  });
  if (failure !== undefined) return <Trouble failure={failure} />;
  const matches = data?.matches ?? 0;
  const last = Math.min(state.offset + pageSize, matches);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('complaintList.title')}</h1>
        <nav className={classes.links} aria-label={t('complaintList.more')}>
          <Link to="/pengaduan/laporan-status">
            {t('complaintList.reports')} {attention !== undefined && attention.reportsDue > 0 && <Count n={attention.reportsDue} />}
          </Link>
          {supervises && <Link to="/pengaduan/berulang">{t('complaintList.groups')}</Link>}
        </nav>
        <Button component={Link} to="/pengaduan/baru" h={44} leftSection={<IconPlus size={20} aria-hidden />}>
          {t('complaintList.new')} <kbd className={classes.key}>n</kbd>
        </Button>
      </header>
      {attention !== undefined && (attention.overdue > 0 || attention.escalated > 0) && (
        <p className={classes.alert} role="status">
          {t('complaintList.attention', { overdue: attention.overdue, escalated: attention.escalated })}
          <Button h={44} variant="default" onClick={() => state.change({ due: 'overdue' })}>
            {t('complaintList.showOverdue')}
          </Button>
          {attention.escalatedToMe > 0 && (
            <Button h={44} variant="default" onClick={() => state.change({ due: 'escalated' })}>
              {t('complaintList.showEscalated', { n: attention.escalatedToMe })}
            </Button>
          )}
        </p>
      )}
      <SavedViews state={state} />
      <FilterBar state={state} searchRef={search} counts={data?.stageCounts ?? []} />
      {data !== undefined && data.indexed < 1 && state.filters.text !== '' && (
        <p role="status">{t('complaintList.indexing', { percent: Math.round(data.indexed * 100) })}</p>
      )}
      {loading && <Loader aria-label={t('common.loading')} />}
      {data !== undefined && rows.length === 0 && (
        <Notice
          Icon={IconInbox}
          title={t(state.isFiltered ? 'complaintList.noneFiltered' : 'complaintList.none')}
          text={t(state.isFiltered ? 'complaintList.noneFiltered.text' : 'complaintList.none.text')}
        >
          {state.isFiltered && (
            <Button size="md" variant="default" onClick={state.clear}>
              {t('complaintList.clear')}
            </Button>
          )}
        </Notice>
      )}
      <ul ref={list} className={classes.rows} aria-label={t('complaintList.title')}>
        {rows.map((row, place) => (
          <ListRow key={row.complaintId} row={row} isSelected={place === at} onFocus={() => select(place)} />
        ))}
      </ul>
      {matches > pageSize && (
        <nav className={classes.pager} aria-label={t('complaintList.pages')}>
          <Button h={44} variant="default" disabled={state.offset === 0} onClick={() => state.page(-1)}>
            {t('complaintList.previous')}
          </Button>
          <span>{t('complaintList.range', { from: state.offset + 1, to: last, of: matches })}</span>
          <Button h={44} variant="default" disabled={last >= matches} onClick={() => state.page(1)}>
            {t('complaintList.next')}
          </Button>
        </nav>
      )}
      <p className={classes.hint}>{t('complaintList.keys')}</p>
    </div>
  );
}

export const Count = ({ n }: { n: number }) => <span className={classes.count}>{n}</span>;
