import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type StaffMember, staffMember } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { newSecretTwice, noSecret, SecretFields, secretProblems } from '../parts/SecretFields.tsx';
import { Panel } from '../parts/Section.tsx';
import { StaffFields } from './StaffFields.tsx';

/** Name and roles, a new PIN for somebody who forgot hers, and leaving. */
export function EditStaff({ member }: { member: StaffMember }) {
  const draft = useDraft(staffMember, member);
  const { save, pending } = useSave('staff.change', { staffNameTaken: 'name', lastAdministrator: 'roles' });
  return (
    <>
      <DraftForm draft={draft} pending={pending} onSave={(value) => save(draft, value)}>
        <Panel>
          <StaffFields field={draft} />
        </Panel>
      </DraftForm>
      {member.active && <ResetSecret member={member} />}
      <Activity member={member} />
    </>
  );
}

function ResetSecret({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const draft = useDraft(newSecretTwice, noSecret, secretProblems);
  const { save, pending } = useSave('staff.resetSecret');
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      saveLabel={t('settings.staff.reset')}
      forgets
      onSave={({ secret }) => save(draft, { staffId: member.id, secret })}
    >
      <Panel title={t('settings.staff.resetTitle')} lead={t('settings.staff.resetLead', { name: member.name })}>
        <SecretFields field={draft} />
      </Panel>
    </DraftForm>
  );
}

function Activity({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('staff.change');
  const self = useHostQuery('access.state', {}).data?.session?.staffId === member.id;
  const set = (active: boolean) => send({ ...member, active });
  return (
    <Panel
      title={t(member.active ? 'settings.staff.deactivateTitle' : 'settings.staff.activateTitle')}
      lead={t(member.active ? 'settings.staff.deactivateLead' : 'settings.staff.activateLead')}
    >
      <div>
        {member.active ? (
          <ConfirmButton
            loading={pending}
            title={t('settings.staff.deactivateAsk', { name: member.name })}
            text={t(self ? 'settings.staff.deactivateSelf' : 'settings.staff.deactivateText')}
            confirmLabel={t('settings.staff.deactivate')}
            onConfirm={() => set(false)}
          >
            {t('settings.staff.deactivate')}
          </ConfirmButton>
        ) : (
          <Button size="md" variant="default" loading={pending} onClick={() => void set(true)}>
            {t('settings.staff.activate')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
