import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { Empty, Panel, Section } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';
import { FindPerson, type PersonQuestion } from './FindPerson.tsx';
import { FoundPerson } from './FoundPerson.tsx';

interface Answer {
  readonly question: PersonQuestion;
  readonly people: Output<'people.find'>;
}

/** What the office keeps on one person: found by NIK or phone, handed out or erased with a reason (UU 27/2022). */
export function PersonalDataSection() {
  const { t } = useTranslation();
  const { ask, pending } = useAsk('people.find');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const find = async (question: PersonQuestion) => {
    const reply = await ask(question);
    setAnswer(reply.kind === 'done' ? { question, people: reply.output } : null);
  };
  return (
    <Section title={t('settings.data.title')} lead={t('settings.data.lead')}>
      <Panel title={t('settings.data.findTitle')} lead={t('settings.data.findLead')}>
        <FindPerson pending={pending} onFind={(question) => void find(question)} />
      </Panel>
      <div aria-live="polite" className={classes.live}>
        {answer?.people.length === 0 && <Empty title={t('settings.data.nobody')} text={t('settings.data.nobodyText')} />}
      </div>
      {answer?.people.map((person) => (
        <FoundPerson key={person.personId} person={person} onErased={() => void find(answer.question)} />
      ))}
      <Panel title={t('settings.data.rulesTitle')}>
        <ul className={classes.rules}>
          <li>{t('settings.data.rule.least')}</li>
          <li>{t('settings.data.rule.masked')}</li>
          <li>{t('settings.data.rule.recorded')}</li>
        </ul>
      </Panel>
    </Section>
  );
}
