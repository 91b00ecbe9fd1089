import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type StaffMember, staffMember } from '../../../../shared/domain/office/types.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { newSecretTwice, noSecret, SecretFields, secretProblems } from '../parts/SecretFields.tsx';
import { Panel } from '../parts/Section.tsx';
import { StaffFields } from './StaffFields.tsx';

const newStaff = z.strictObject({ member: staffMember, secret: newSecretTwice });
type NewStaffValue = z.infer<typeof newStaff>;

/** A new account with its first PIN, which its owner may change later. */
export function NewStaff() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [empty] = useState(emptyStaff);
  const draft = useDraft(newStaff, empty, check);
  const { save, pending } = useSave('staff.add', { staffNameTaken: 'member.name' });
  const send = ({ member: { id, name, roles }, secret: { secret } }: NewStaffValue) => save(draft, { staffId: id, name, roles, secret });
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      isNew
      saveLabel={t('settings.staff.create')}
      onSave={send}
      onSaved={() => void navigate('/pengaturan/petugas')}
    >
      <Panel>
        <StaffFields field={part(draft, 'member')} />
      </Panel>
      <Panel title={t('settings.staff.firstSecret')} lead={t('settings.staff.firstSecretLead')}>
        <SecretFields field={part(draft, 'secret')} />
      </Panel>
    </DraftForm>
  );
}

const emptyStaff = (): NewStaffValue => {
  const member: StaffMember = { id: v7(), name: '', roles: ['petugas'], active: true };
  return { member, secret: noSecret };
};

const check = ({ secret }: NewStaffValue): readonly FieldProblem[] =>
  secretProblems(secret).map((problem) => ({ ...problem, path: `secret.${problem.path}` }));
