import { Suspense, useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComplaintForm, missingFields } from '../../../../shared/domain/complaints/form.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { part } from '../../settings/form/field.ts';
import { useUploads } from './attachments/useUploads.ts';
import { bringAll, LaterSteps } from './chunks.ts';
import { Conflict } from './Conflict.tsx';
import { FormFrame } from './FormFrame.tsx';
import classes from './FormFrame.module.css';
import type { OpenedDraft } from './model/openDraft.ts';
import { neighbour, stepStates, textOf } from './model/progress.ts';
import { useDraftStore } from './model/useDraftStore.ts';
import { useForm } from './model/useForm.ts';
import { useOfficeFacts } from './model/useOfficeFacts.ts';
import { fieldOf, StepFocus } from './model/StepFocus.tsx';
import { Phrases } from './side/Phrases.tsx';
import { Similar } from './side/Similar.tsx';
import { StepFoot } from './StepFoot.tsx';
import { StepHead } from './StepHead.tsx';
import { StepList } from './StepList.tsx';
import { ListenStep } from './steps/ListenStep.tsx';
import { ShortFields } from './steps/ShortFields.tsx';
import { useRegister } from './useRegister.ts';

interface Props {
  readonly draftId: string;
  readonly opened: OpenedDraft;
  /** It is a complaint now. */
  readonly onRegistered: () => void;
  /** Another window's state is to be taken instead of this one's. */
  readonly onReload: () => void;
}

/** The form while it is filled in: six steps, or the short one of three fields. */
export function FormDesk({ draftId, opened, onRegistered, onReload }: Props) {
  const { t } = useTranslation();
  const store = useDraftStore(draftId, opened);
  const model = useForm(opened, store.save);
  const { form, root, goTo } = model;
  const isShort = form.kind === 'short';
  const step = isShort ? 'listen' : model.step;
  const office = useOfficeFacts();
  const ticketNumber = useTicketNumber(opened.ticketId);
  const uploads = useUploads(draftId, part(part(root, 'description'), 'attachments'));
  const { register, pending } = useRegister(draftId, opened);
  const work = useRef<HTMLDivElement>(null);
  useEffect(bringAll, []);

  const text = useDeferredValue(textOf(form));
  const missing = missingFields(form);

  /** What was typed goes along; the focus begins anew. */
  const become = (kind: ComplaintForm['kind']) => {
    root.update((now) => ({ ...now, kind }));
    goTo('listen');
  };
  const submit = async () => {
    const [gap] = missing;
    if (gap !== undefined) return goTo(isShort ? 'listen' : gap.step, gap.field);
    if (!(await register(form))) return;
    model.end();
    onRegistered();
  };
  const nextStep = isShort ? undefined : neighbour(step, 1);
  const next = () => {
    if (pending) return;
    if (nextStep === undefined) void submit();
    else goTo(nextStep);
  };
  const previousStep = neighbour(step, -1);
  const previous = () => {
    if (previousStep !== undefined) goTo(previousStep);
  };
  return (
    <FormFrame
      kind={form.kind}
      saveState={model.saveState}
      zone={office.zone}
      ticketNumber={ticketNumber}
      counterId={opened.counterId}
      keys={{ next, previous }}
      onLeaveField={() => void model.flush()}
      onFocusField={(target) => store.focused(fieldOf(target))}
      notice={
        <Conflict
          state={model.saveState}
          draftId={draftId}
          onTheirs={onReload}
          onMine={() => {
            store.overrule();
            model.overrule();
          }}
        />
      }
      steps={isShort ? null : <StepList step={step} states={stepStates(form)} onGoTo={goTo} />}
      side={
        <>
          <Phrases step={step} />
          <Similar form={root} chosenOnly={step === 'confirmation'} />
        </>
      }
    >
      <section className={classes.work} aria-label={t(isShort ? 'complaintForm.title.short' : `complaintForm.step.${step}`)}>
        <div ref={work} className={classes.scroll}>
          <div className={classes.step} key={step}>
            <Suspense fallback={<div aria-busy />}>
              {isShort ? (
                <ShortFields form={root} missing={missing} onGoTo={(field) => goTo('listen', field)} onFull={() => become('full')} />
              ) : (
                <>
                  <StepHead step={step} />
                  {step === 'listen' ? (
                    <ListenStep form={root} />
                  ) : (
                    <LaterSteps
                      step={step}
                      draftId={draftId}
                      root={root}
                      office={office}
                      text={text}
                      uploads={uploads}
                      missing={missing}
                      onGoTo={goTo}
                    />
                  )}
                </>
              )}
              <StepFocus visit={model.visit} work={work} />
            </Suspense>
          </div>
        </div>
        <StepFoot
          previous={previousStep}
          next={nextStep}
          pending={pending}
          onPrevious={previous}
          onNext={next}
          onShort={isShort ? null : () => become('short')}
        />
      </section>
    </FormFrame>
  );
}

/** The number of the visitor for whom this is filled in. */
function useTicketNumber(ticketId: string | null): string | null {
  const { data } = useHostQuery('queue.ticket', { ticketId: ticketId ?? '' }, { enabled: ticketId !== null });
  return data?.ticket.number ?? null;
}
