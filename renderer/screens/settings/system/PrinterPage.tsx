import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { v7 } from 'uuid';
import type { Printer } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Empty, Panel, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';
import { PrinterForm } from './PrinterForm.tsx';

const list = '/pengaturan/printer';

/** One printer, or a new one at `/baru`. */
export function PrinterPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { printerId } = useParams();
  const [empty] = useState(emptyPrinter);
  const back = { to: list, label: t('settings.printers.title') };
  return (
    <Asked query={useConfiguration()}>
      {({ printers }) => {
        const printer = printers.find(({ id }) => id === printerId);
        if (printerId === 'baru') {
          return (
            <Section title={t('settings.printers.new')} back={back}>
              <PrinterForm printer={empty} isNew onSaved={() => void navigate(list)} />
            </Section>
          );
        }
        if (printer !== undefined) {
          return (
            <Section key={printer.id} title={printer.name} back={back}>
              <PrinterForm printer={printer} />
              <Remove printer={printer} />
            </Section>
          );
        }
        return (
          <Section title={t('settings.printers.gone')} back={back}>
            <Empty title={t('settings.printers.gone')} text={t('settings.printers.goneText')}>
              <Button component={Link} to={list} size="md">
                {t('settings.printers.toList')}
              </Button>
            </Empty>
          </Section>
        );
      }}
    </Asked>
  );
}

function Remove({ printer }: { printer: Printer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, pending } = useCommand('office.removePrinter');
  const remove = async () => {
    const reply = await send({ printerId: printer.id });
    if (reply.kind === 'done') await navigate(list);
  };
  return (
    <Panel title={t('settings.printers.removeTitle')} lead={t('settings.printers.removeLead')}>
      <div>
        <ConfirmButton
          loading={pending}
          title={t('settings.printers.removeAsk', { name: printer.name })}
          text={t('settings.printers.removeText')}
          confirmLabel={t('settings.printers.remove')}
          onConfirm={remove}
        >
          {t('settings.printers.remove')}
        </ConfirmButton>
      </div>
    </Panel>
  );
}

const emptyPrinter = (): Printer => ({
  id: v7(),
  name: '',
  paper: '80mm',
  connection: { kind: 'system', deviceName: '' },
  uses: ['ticket', 'documentReceipt', 'shortfallSlip', 'complaintReceipt'],
});
