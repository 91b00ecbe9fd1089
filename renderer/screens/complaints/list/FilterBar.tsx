import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { complaintClasses, complaintPriorities, complaintStages, complaintTypes } from '../../../../shared/domain/complaints/types.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { complaintSorts } from '../../../../shared/rpc/methods/complaints.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { cleanLine } from '../../../ui/cleaning.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './List.module.css';
import type { ListState } from './useListQuery.ts';

interface Props {
  readonly state: ListState;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly counts: Output<'complaint.list'>['stageCounts'];
}

const typingPauseMs = 250;

/** Words, stages with their counts, and everything else that narrows the list. */
export function FilterBar({ state, searchRef, counts }: Props) {
  const { t } = useTranslation();
  const { filters, change } = state;
  const narrowed = countNarrowed(filters);
  // Open where somebody had narrowed the list: what hides complaints is in sight.
  const [more, setMore] = useState(narrowed > 0);
  const [typed, setTyped] = useState(filters.text);
  useEffect(() => setTyped(filters.text), [filters.text]);
  useEffect(() => {
    if (typed === filters.text) return undefined;
    const timer = window.setTimeout(() => change({ text: typed }), typingPauseMs);
    return () => window.clearTimeout(timer);
    // Only what is typed starts the wait.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed]);
  const toggleStage = (stage: (typeof complaintStages)[number]) =>
    change({ stages: filters.stages.includes(stage) ? filters.stages.filter((one) => one !== stage) : [...filters.stages, stage] });
  return (
    <search className={classes.filters} aria-label={t('complaintList.filters')}>
      <div className={classes.searchRow}>
        <TextInput
          ref={searchRef}
          size="md"
          type="search"
          className={classes.search ?? ''}
          aria-label={t('complaintList.search')}
          placeholder={t('complaintList.search')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(cleanLine(event.currentTarget.value))}
        />
        <Button
          h={44}
          variant={more ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden />}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {narrowed === 0 ? t('complaintList.moreFilters') : t('complaintList.moreFiltersActive', { n: narrowed })}
        </Button>
      </div>
      <div className={classes.stages} role="group" aria-label={t('complaintList.stage')}>
        {complaintStages.map((stage) => (
          <button
            key={stage}
            type="button"
            className={classes.stage}
            aria-pressed={filters.stages.includes(stage)}
            onClick={() => toggleStage(stage)}
          >
            {t(`complaintStage.${stage}`)} <span>{counts.find((count) => count.stage === stage)?.count ?? 0}</span>
          </button>
        ))}
      </div>
      {more && <Selects state={state} />}
    </search>
  );
}

/** How many of the filters that may be folded away narrow the list. */
const countNarrowed = ({
  due,
  mine,
  priorities,
  types,
  classes: classesChosen,
  unitIds,
  categoryIds,
  from,
  to,
}: ListState['filters']): number =>
  [priorities, types, classesChosen, unitIds, categoryIds].filter((chosen) => chosen.length > 0).length +
  [due, from, to].filter((chosen) => chosen !== null).length +
  (mine ? 1 : 0);

/** Everything else that narrows or orders the list. */
function Selects({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: rules } = useHostQuery('office.complaintRules', {});
  const { filters, change } = state;
  const entries = (list: readonly { id: string; title: { id: string; en: string } }[] | undefined) =>
    (list ?? []).map(({ id, title }) => ({ value: id, label: title[language] }));
  return (
    <div className={classes.selects}>
      <Select
        size="md"
        label={t('complaintList.due')}
        clearable
        data={(['overdue', 'soon', 'escalated'] as const).map((value) => ({ value, label: t(`complaintList.due.${value}`) }))}
        value={filters.due}
        onChange={(value) => change({ due: value })}
      />
      <Select
        size="md"
        label={t('complaintList.whose')}
        data={[
          { value: 'all', label: t('complaintList.whose.all') },
          { value: 'mine', label: t('complaintList.whose.mine') },
        ]}
        allowDeselect={false}
        value={filters.mine ? 'mine' : 'all'}
        onChange={(value) => change({ mine: value === 'mine' })}
      />
      <MultiSelect
        size="md"
        label={t('complaintList.priority')}
        data={complaintPriorities.map((value) => ({ value, label: t(`complaintPriority.${value}`) }))}
        value={filters.priorities}
        onChange={(values) => change({ priorities: values })}
      />
      <MultiSelect
        size="md"
        label={t('complaintList.type')}
        data={complaintTypes.map((value) => ({ value, label: t(`complaintType.${value}`) }))}
        value={filters.types}
        onChange={(values) => change({ types: values })}
      />
      <MultiSelect
        size="md"
        label={t('complaintList.class')}
        data={complaintClasses.map((value) => ({ value, label: t(`complaintClass.${value}`) }))}
        value={filters.classes}
        onChange={(values) => change({ classes: values })}
      />
      <MultiSelect
        size="md"
        label={t('complaintList.unit')}
        data={entries(rules?.units)}
        value={filters.unitIds}
        onChange={(unitIds) => change({ unitIds })}
      />
      <MultiSelect
        size="md"
        label={t('complaintList.category')}
        data={entries(rules?.categories)}
        value={filters.categoryIds}
        onChange={(categoryIds) => change({ categoryIds })}
      />
      <DateInput
        min="2000-01-01"
        max="2099-12-31"
        label={t('complaintList.from')}
        value={filters.from}
        onChange={(from) => change({ from })}
      />
      <DateInput min="2000-01-01" max="2099-12-31" label={t('complaintList.to')} value={filters.to} onChange={(to) => change({ to })} />
      <Select
        size="md"
        label={t('complaintList.sort')}
        allowDeselect={false}
        data={complaintSorts.map((value) => ({ value, label: t(`complaintList.sort.${value}`) }))}
        value={state.sort}
        onChange={(value) => value !== null && state.sortBy(value)}
      />
    </div>
  );
}
