import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { TicketView, VisitStep } from '../../../../shared/domain/queue/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Checklist } from '../papers/Checklist.tsx';
import { RegisteredDocuments } from '../papers/RegisteredDocuments.tsx';
import { RegisterForm } from '../papers/RegisterForm.tsx';
import { ServiceFacts } from '../papers/ServiceFacts.tsx';
import { ShortfallDialog } from '../papers/ShortfallDialog.tsx';
import { useRequirements } from '../papers/useRequirements.ts';
import { VisitScript } from '../script/VisitScript.tsx';
import type { Desk } from './useDesk.ts';

interface Props {
  ticket: TicketView;
  service: Service;
  counterId: string;
  officeName: string;
  zone: string;
  desk: Desk;
  disabled: boolean;
}

/** The script of one visit with the work of each step: checklist, registration, receipt or slip. */
export function VisitWork({ ticket, service, counterId, officeName, zone, desk, disabled }: Props) {
  const { t } = useTranslation();
  const { received, toggle, isSaving } = useRequirements(counterId, ticket);
  const { data: papers } = useHostQuery('documents.ofTicket', { ticketId: ticket.id });
  const step = ticket.step ?? 'greet';
  const before = ticket.status !== 'serving';
  const missing = service.requirements.filter(({ id }) => !received.includes(id));
  const toStep = (next: VisitStep) => void desk.commands.setStep(ticket.id, next);

  const registered = (documentId: string, number: string) => {
    void desk.printer.print({ kind: 'documentReceipt', subjectId: documentId, label: number });
    toStep('receipt');
  };
  const recorded = (shortfallId: string) => {
    desk.setDialog(null);
    void desk.printer.print({ kind: 'shortfallSlip', subjectId: shortfallId, label: ticket.number });
    toStep('close');
  };
  const documents = papers !== undefined && papers.documents.length + papers.shortfalls.length > 0 && (
    <RegisteredDocuments
      papers={papers}
      ticketNumber={ticket.number}
      zone={zone}
      onPrint={(subject) => void desk.printer.print(subject)}
      onPreview={(subject) => desk.setDialog({ kind: 'preview', subject })}
    />
  );
  const checklist = (
    <Checklist
      service={service}
      received={received}
      isSaving={isSaving}
      disabled={disabled || before}
      follow={step === 'check'}
      onToggle={(id) => void toggle(id)}
    />
  );
  const form = <RegisterForm counterId={counterId} ticket={ticket} received={received} disabled={disabled} onRegistered={registered} />;

  const work = () => {
    switch (step) {
      case 'greet':
        return <ServiceFacts service={service} />;
      case 'need':
      case 'check':
        return checklist;
      case 'duration':
        return papers?.documents.length === 0 ? form : documents;
      case 'receipt':
        return papers?.documents.length === 0 ? <p>{t('counter.registered.none')}</p> : documents;
      case 'close':
        return documents;
    }
  };
  const verdict = step === 'check' && !before && (
    <Verdict
      missing={missing.length}
      disabled={disabled}
      onMissing={() => desk.setDialog({ kind: 'shortfall' })}
      onComplete={() => toStep('duration')}
    />
  );
  return (
    <>
      <VisitScript
        step={step}
        service={service}
        officeName={officeName}
        zone={zone}
        before={before}
        disabled={disabled}
        onStep={toStep}
        {...(verdict === false ? {} : { actions: verdict })}
      >
        {work()}
      </VisitScript>
      {desk.dialog?.kind === 'shortfall' && (
        <ShortfallDialog
          counterId={counterId}
          ticket={ticket}
          service={service}
          received={received}
          onRecorded={recorded}
          onClose={() => desk.setDialog(null)}
        />
      )}
    </>
  );
}

interface VerdictProps {
  missing: number;
  disabled: boolean;
  onMissing: () => void;
  onComplete: () => void;
}

/** Complete leads to registration, missing to the slip; a receipt is given only for complete papers (DOMAIN section 2). */
function Verdict({ missing, disabled, onMissing, onComplete }: VerdictProps) {
  const { t } = useTranslation();
  const complete = missing === 0;
  return (
    <>
      <Button
        size="lg"
        variant="default"
        disabled={disabled || complete}
        title={complete ? t('counter.papers.missing.why') : undefined}
        onClick={onMissing}
      >
        {t('counter.papers.missing')}
      </Button>
      <Button
        size="lg"
        disabled={disabled || !complete}
        title={complete ? undefined : t('counter.papers.complete.why')}
        onClick={onComplete}
      >
        {t('counter.papers.complete')}
      </Button>
    </>
  );
}
