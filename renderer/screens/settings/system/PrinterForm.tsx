import { useTranslation } from 'react-i18next';
import { paperKinds, paperWidths, type Printer, printer as printerSchema } from '../../../../shared/domain/office/types.ts';
import { AnyOf, OneOf } from '../form/choices.tsx';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { NumberField, SelectField, TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Columns, Panel } from '../parts/Section.tsx';
import { useSystemPrinters } from './useSystemPrinters.ts';

type Connection = Printer['connection'];
type Of<Kind extends Connection['kind']> = Extract<Connection, { kind: Kind }>;

/** How the printer is reached, its paper, and what it prints. */
export function PrinterForm({ printer, isNew = false, onSaved }: { printer: Printer; isNew?: boolean; onSaved?(): void }) {
  const { t } = useTranslation();
  const draft = useDraft(printerSchema, printer);
  const { save, pending } = useSave('office.savePrinter');
  const connection = part(draft, 'connection');
  const kind = connection.value.kind;
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      isNew={isNew}
      onSave={(value) => save(draft, value)}
      {...(onSaved === undefined ? {} : { onSaved })}
    >
      <Panel>
        <TextField field={part(draft, 'name')} label={t('settings.printers.name')} hint={t('settings.printers.nameHint')} required />
        <OneOf
          columns
          label={t('settings.printers.kind')}
          field={{
            value: kind,
            update: (change) => connection.update((before) => connectionOf(change(before.kind), printer.connection)),
            error: () => undefined,
          }}
          options={[
            { value: 'system', label: t('settings.printers.system'), hint: t('settings.printers.systemHint') },
            { value: 'network', label: t('settings.printers.network'), hint: t('settings.printers.networkHint') },
          ]}
        />
        {kind === 'system' ? (
          <SystemPrinterFields field={connection as unknown as Field<Of<'system'>>} />
        ) : (
          <NetworkFields field={connection as unknown as Field<Of<'network'>>} />
        )}
      </Panel>
      <Panel>
        <OneOf
          columns
          field={part(draft, 'paper')}
          label={t('settings.printers.paper')}
          options={paperWidths.map((paper) => ({
            value: paper,
            label: t(`settings.paper.${paper}`),
            hint: t(`settings.paper.${paper}.hint`),
          }))}
        />
        <AnyOf
          columns
          field={part(draft, 'uses')}
          label={t('settings.printers.uses')}
          hint={t('settings.printers.usesHint')}
          options={paperKinds.map((paper) => ({ value: paper, label: t(`paperKind.${paper}`) }))}
        />
      </Panel>
    </DraftForm>
  );
}

/** The saved connection when it is of this kind, else an empty one; 9100 is the port of raw printing. */
function connectionOf(kind: Connection['kind'], saved: Connection): Connection {
  if (saved.kind === kind) return saved;
  return kind === 'system' ? { kind, deviceName: '' } : { kind, host: '', port: 9100 };
}

function SystemPrinterFields({ field }: { field: Field<Of<'system'>> }) {
  const { t } = useTranslation();
  const printers = useSystemPrinters();
  const device = part(field, 'deviceName');
  if (printers === null) {
    return <TextField field={device} label={t('settings.printers.device')} hint={t('settings.printers.deviceBrowserHint')} />;
  }
  const known = printers.some(({ name }) => name === device.value) || device.value === '';
  return (
    <SelectField
      field={device}
      label={t('settings.printers.device')}
      hint={t('settings.printers.deviceHint')}
      options={[
        { value: '', label: t('settings.printers.defaultDevice') },
        ...printers.map(({ name, displayName }) => ({ value: name, label: displayName })),
        ...(known ? [] : [{ value: device.value, label: t('settings.printers.missingDevice', { name: device.value }) }]),
      ]}
    />
  );
}

function NetworkFields({ field }: { field: Field<Of<'network'>> }) {
  const { t } = useTranslation();
  return (
    <Columns>
      <TextField field={part(field, 'host')} label={t('settings.printers.host')} hint={t('settings.printers.hostHint')} required />
      <NumberField
        field={part(field, 'port')}
        label={t('settings.printers.port')}
        hint={t('settings.printers.portHint')}
        min={1}
        max={65535}
        isCode
      />
    </Columns>
  );
}
