import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { SheetEntry } from './SheetEntry.tsx';
import { useBookFacts } from './useBookFacts.ts';

/** `/buku-padam/<sheet>`: what is on the paper, row by row. */
export function SheetScreen() {
  const { t } = useTranslation();
  const { sheetId = '' } = useParams();
  const { data, refusal, failure } = useHostQuery('book.sheet', { sheetId });
  const facts = useBookFacts(data);
  /** Grows when the newest state of another window is taken over. */
  const [round, setRound] = useState(0);
  if (refusal !== undefined || failure?.type === 'invalidInput')
    return (
      <Notice Icon={IconFileOff} title={t('book.gone')} text={t('book.gone.text')}>
        <ButtonLink to="/buku-padam">{t('book.back')}</ButtonLink>
      </Notice>
    );
  if (failure !== undefined) return <Trouble failure={failure} />;
  // While the address changes, the former sheet is still there; nobody may type into it.
  if (data?.sheet.sheetId !== sheetId || facts === null) return <div aria-busy />;
  return <SheetEntry key={`${sheetId} ${round}`} view={data} facts={facts} onReload={() => setRound(round + 1)} />;
}
