import { Button, Loader, TextInput } from '@mantine/core';
import { IconFileSearch, IconInbox, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchedNumberEnd } from '../../../shared/domain/documents/number.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { type DocumentStage, documentStages } from '../../../shared/rpc/methods/documents.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { usePrinter } from '../../ui/printing/usePrinter.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useNow } from '../../ui/useNow.ts';
import { DocumentRow } from './DocumentRow.tsx';
import classes from './Documents.module.css';

const few = 30;
const most = 100;

/** `/berkas`: finds what was taken in by its number or the scanned receipt, marks it as ready and hands it out. */
export default function DocumentsScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [stage, setStage] = useState<DocumentStage | null>(null);
  const [limit, setLimit] = useState(few);
  const { print } = usePrinter();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const today = officeDate(useNow(60_000), zone ?? 'Asia/Jakarta');
  const { data, failure, loading } = useHostQuery('documents.recent', { search, limit, ...(stage === null ? {} : { stage }) });
  // The officer came here to find one; a scanner types at once.
  const field = useFocusOnMount<HTMLInputElement>();
  const { list, submit } = useJump(
    search,
    data?.map(({ number }) => number),
  );
  useEffect(() => {
    document.title = t('documents.title');
  }, [t]);
  if (failure !== undefined) return <Trouble failure={failure} />;
  const isNarrowed = search.trim() !== '' || stage !== null;
  const clear = () => {
    setSearch('');
    setStage(null);
  };
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('documents.title')}</h1>
        <p className={classes.quiet}>{t('documents.intro')}</p>
      </header>
      <search className={classes.filters} aria-label={t('documents.find')}>
        <form onSubmit={submit}>
          <TextInput
            size="lg"
            type="search"
            label={t('documents.search')}
            description={t('documents.search.hint')}
            leftSection={<IconSearch size={22} aria-hidden />}
            value={search}
            maxLength={400}
            autoComplete="off"
            spellCheck={false}
            ref={field}
            onChange={({ currentTarget: { value } }) => setSearch(value)}
          />
        </form>
        <div className={classes.stages} role="group" aria-label={t('documents.stage')}>
          {([null, ...documentStages] as const).map((one) => (
            <button key={one ?? 'all'} type="button" className={classes.stage} aria-pressed={stage === one} onClick={() => setStage(one)}>
              {t(one === null ? 'documents.stage.all' : `documents.stage.${one}`)}
            </button>
          ))}
        </div>
      </search>
      {loading && <Loader aria-label={t('common.loading')} />}
      {data?.length === 0 && (
        <Notice
          Icon={isNarrowed ? IconFileSearch : IconInbox}
          title={t(isNarrowed ? 'documents.noMatch' : 'documents.none')}
          text={t(isNarrowed ? 'documents.noMatch.text' : 'documents.none.text')}
        >
          {isNarrowed && (
            <Button size="md" variant="default" onClick={clear}>
              {t('documents.clear')}
            </Button>
          )}
        </Notice>
      )}
      <ul ref={list} className={classes.rows} aria-label={t('documents.title')}>
        {data?.map((document) => (
          <DocumentRow
            key={document.documentId}
            document={document}
            zone={zone}
            today={today}
            onPrint={() => void print({ kind: 'documentReceipt', subjectId: document.documentId, label: document.number })}
          />
        ))}
      </ul>
      {data !== undefined && data.length >= few && limit < most && (
        <div>
          <Button size="md" variant="default" onClick={() => setLimit(most)}>
            {t('documents.more')}
          </Button>
        </div>
      )}
      {data !== undefined && data.length >= most && <p className={classes.quiet}>{t('documents.narrow', { most })}</p>}
    </div>
  );
}

/**
 * Enter, which a scanner types behind the code, leads to the buttons of the one submission that was found: the whole
 * hand-over goes without a mouse.
 */
function useJump(search: string, numbers: readonly string[] | undefined) {
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState({ search: '', times: 0 });
  const isThere = wanted.search === search && numbers?.length === 1 && numbers[0]?.endsWith(searchedNumberEnd(search)) === true;
  /** How often it was asked for; 0: not there (yet). */
  const jump = isThere ? wanted.times : 0;
  useEffect(() => {
    if (jump > 0) list.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [jump]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWanted(({ times }) => ({ search, times: times + 1 }));
  };
  return { list, submit };
}
