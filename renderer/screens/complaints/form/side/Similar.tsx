import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintForm } from '../../../../../shared/domain/complaints/form.ts';
import { takesOthersIn } from '../../../../../shared/domain/complaints/guards.ts';
import type { ComplaintBrief } from '../../../../../shared/rpc/methods/complaintViews.ts';
import { type Field, part } from '../../../settings/form/field.ts';
import { textOf } from '../model/progress.ts';
import { useFound } from '../model/useFound.ts';
import { BriefList } from '../parts/BriefList.tsx';
import classes from './side.module.css';

type Relation = ComplaintForm['classification']['similar'][number]['relation'];

const pauseMs = 700;
/** Fewer letters than a short sentence find anything and nothing. */
const fewestLetters = 15;
const mostLetters = 4000;
const shown = 4;

interface Props {
  readonly form: Field<ComplaintForm>;
  /** Only what was chosen: nothing is looked for any more. */
  readonly chosenOnly: boolean;
}

/**
 * Recent complaints on the same matter, found while one types: to be merged with or only linked to. What was chosen stays here
 * when the words no longer find it, so that it can be seen and taken back.
 */
export function Similar({ form, chosenOnly }: Props) {
  const { t } = useTranslation();
  const { value } = form;
  const text = textOf(value).trim();
  const { serviceId, unitId } = value.classification;
  const asked = chosenOnly || text.length < fewestLetters ? null : { text: text.slice(0, mostLetters), serviceId, unitId };
  const found = (useFound('complaint.similar', asked, pauseMs) ?? []).slice(0, shown);
  const similar = part(part(form, 'classification'), 'similar');
  const notFound = similar.value.filter(({ complaintId }) => found.every((one) => one.complaintId !== complaintId));
  if (found.length === 0 && notFound.length === 0) return null;

  const relate = (complaintId: string, relation: Relation) =>
    similar.update((list) => {
      const others = list.filter((one) => one.complaintId !== complaintId);
      const isTakenBack = list.some((one) => one.complaintId === complaintId && one.relation === relation);
      // One complaint can be merged into one other only.
      const kept = relation === 'merge' ? others.filter((one) => one.relation !== 'merge') : others;
      return isTakenBack ? others : [...kept, { complaintId, relation }].slice(-10);
    });
  const actions = ({ complaintId, number, stage }: ComplaintBrief) =>
    (['merge', 'related'] as const).map((relation) => {
      const chosen = similar.value.some((one) => one.complaintId === complaintId && one.relation === relation);
      // Into one that is over nothing can go; what was chosen before can still be taken back.
      if (relation === 'merge' && !chosen && !takesOthersIn({ stage })) return null;
      return (
        <Button
          key={relation}
          h={44}
          px="sm"
          variant={chosen ? 'light' : 'default'}
          aria-pressed={chosen}
          aria-label={t(`complaintField.similar.${relation}.label`, { number })}
          onClick={() => relate(complaintId, relation)}
        >
          {t(`complaintField.similar.${relation}`)}
        </Button>
      );
    });
  return (
    <section className={classes.card} aria-labelledby="complaint-similar">
      <h3 id="complaint-similar" className={classes.title}>
        {t('complaintField.similar')}
      </h3>
      {notFound.map(({ complaintId }) => (
        <Chosen key={complaintId} complaintId={complaintId} actions={actions} />
      ))}
      {found.length > 0 && <BriefList complaints={found} actions={actions} />}
      <p className={classes.quiet}>{t('complaintField.similar.mergeHint')}</p>
    </section>
  );
}

/** A chosen complaint that was not found just now. */
function Chosen({ complaintId, actions }: { complaintId: string; actions: (complaint: ComplaintBrief) => ReactNode }) {
  const view = useFound('complaint.view', { complaintId }, 0);
  return view === null ? null : <BriefList complaints={[{ ...view, title: view.content?.title ?? null }]} actions={actions} />;
}
