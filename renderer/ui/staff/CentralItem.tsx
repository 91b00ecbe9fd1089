import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CentralStatus } from '../../../shared/rpc/methods/central.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { momentWords, timeWords } from '../format.ts';
import { useLanguage } from '../useLanguage.ts';
import { useNow } from '../useNow.ts';
import classes from './StatusLine.module.css';

export const syncPath = '/pengaturan/sinkronisasi';
/** What was recorded a moment ago is on its way: the line does not flicker with every ticket. */
const onItsWayMs = 10_000;

/** What waits for the central server and since when; nothing where the office is not enrolled at one. */
export function CentralItem({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(5000);
  const { data: status } = useHostQuery('central.status', {});
  if (status === undefined || status.enrolment === null) return null;
  const { waiting, problem } = status;
  const since = waiting.since !== null && (problem !== null || now - waiting.since > onItsWayMs) ? waiting.since : null;
  const waits = () => {
    if (since !== null) {
      const count = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(waiting.events);
      const words = now - since < dayMs ? timeWords : momentWords;
      return t('staff.central.waiting', { n: count, time: words(since, language, zone) });
    }
    return waiting.files > 0 ? t('staff.central.files', { n: waiting.files }) : null;
  };
  const trouble = problem === null ? null : t(`staff.central.problem.${troubleKey(problem.failure)}`);
  const words = [trouble, waits()].filter((part) => part !== null).join(': ');
  return (
    <span className={classes.item} data-tone={problem !== null ? 'bad' : words === '' && status.isPusher ? 'good' : 'quiet'}>
      <Link to={syncPath} className={classes.link}>
        {words === '' ? t(status.isPusher ? 'staff.central.done' : 'staff.central.byOther') : words}
      </Link>
    </span>
  );
}

const dayMs = 86_400_000;

/** In short; the settings explain each. */
function troubleKey(failure: NonNullable<CentralStatus['problem']>['failure']) {
  switch (failure) {
    case 'unreachable':
      return 'unreachable';
    case 'notTheServer':
    case 'otherServer':
      return 'network';
    case 'notUnderstood':
    case 'serverBusy':
    case 'serverFailed':
      return 'server';
    case 'refused':
      return 'refused';
  }
}
