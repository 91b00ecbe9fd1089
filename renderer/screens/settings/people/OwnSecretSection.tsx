import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DraftForm } from '../form/DraftForm.tsx';
import { part } from '../form/field.ts';
import { SecretField } from '../form/inputs.tsx';
import type { FieldProblem } from '../form/problems.ts';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { newSecretTwice, noSecret, SecretFields, secretProblems } from '../parts/SecretFields.tsx';
import { Panel, Section } from '../parts/Section.tsx';

const change = z.strictObject({ current: z.string().min(1).max(200), next: newSecretTwice });
type Change = z.infer<typeof change>;
const empty: Change = { current: '', next: noSecret };

/** Everyone changes her own PIN here. */
export function OwnSecretSection() {
  const { t } = useTranslation();
  const draft = useDraft(change, empty, check);
  const { save, pending } = useSave('access.changeSecret', { wrongSecret: 'current', loginDelayed: 'current' });
  return (
    <Section title={t('settings.ownSecret.title')} lead={t('settings.ownSecret.lead')}>
      <DraftForm
        draft={draft}
        pending={pending}
        forgets
        saveLabel={t('settings.ownSecret.save')}
        onSave={({ current, next }) => save(draft, { current, next: next.secret })}
      >
        <Panel>
          <SecretField field={part(draft, 'current')} label={t('settings.ownSecret.current')} isNew={false} />
          <SecretFields field={part(draft, 'next')} />
        </Panel>
      </DraftForm>
    </Section>
  );
}

const check = ({ next }: Change): readonly FieldProblem[] =>
  secretProblems(next).map((problem) => ({ ...problem, path: `next.${problem.path}` }));
