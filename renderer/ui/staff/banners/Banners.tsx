import { lazy, Suspense } from 'react';
import { Progress } from '@mantine/core';
import {
  IconCalendarExclamation,
  IconClockExclamation,
  IconDatabase,
  IconDatabaseExclamation,
  IconPlugConnectedX,
  IconPlugOff,
  IconShieldExclamation,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAlarmSnapshot } from '../../../alarm/AlarmContext.tsx';
import { isDrillOverdue } from '../../../alarm/calls.ts';
import { guardPostPath } from '../../../alarm/useAlarmWho.ts';
import { useConnectionState } from '../../../api/HostProvider.tsx';
import { addTexts } from '../../../i18n/index.ts';
import { timeWords } from '../../format.ts';
import { loadStubbornly } from '../../loadStubbornly.ts';
import { useLanguage } from '../../useLanguage.ts';
import { useNow } from '../../useNow.ts';
import { useStaffSession } from '../StaffContext.tsx';
import type { SystemStatus } from '../StatusLine.tsx';
import { Banner } from './Banner.tsx';
import classes from './Banner.module.css';
import { LeadNews } from './LeadNews.tsx';
import { RecoveryBanner } from './RecoveryBanner.tsx';

const HelpBanner = lazy(() =>
  loadStubbornly(async () => {
    const [banner, texts] = await Promise.all([import('./HelpBanner.tsx'), import('../../../i18n/areas/calm.ts')]);
    addTexts(texts);
    return banner;
  }),
);

const BookBanner = lazy(() =>
  loadStubbornly(async () => {
    const [banner, texts] = await Promise.all([import('./BookBanner.tsx'), import('../../../i18n/areas/book.ts')]);
    addTexts(texts);
    return banner;
  }),
);
const AgencyNews = lazy(() => loadStubbornly(() => import('./AgencyNews.tsx')));
const FloorNotices = lazy(() => loadStubbornly(() => import('./FloorNotices.tsx')));

/** What everybody must know before going on; each says what happened, what is safe and what to do. */
export function Banners({ status, zone }: { status: SystemStatus | undefined; zone: string | undefined }) {
  return (
    <div className={classes.banners}>
      <Suspense fallback={null}>
        <HelpBanner />
      </Suspense>
      {status?.station.role === 'revoked' && <RevokedBanner />}
      <Suspense fallback={null}>
        <FloorNotices />
        <AgencyNews />
      </Suspense>
      <OfflineBanner zone={zone} />
      <SilentBanner />
      <LeadNews zone={zone} />
      {status?.recovery != null && <RecoveryBanner report={status.recovery} zone={zone} />}
      {(status?.storage === 'damaged' || status?.storage === 'failing') && <StorageBanner storage={status.storage} />}
      {status !== undefined && status.clock !== 'ok' && <ClockBanner clock={status.clock} />}
      {status?.replay != null && <ReplayBanner replay={status.replay} />}
      <Suspense fallback={null}>
        <BookBanner />
      </Suspense>
      <DrillBanner />
      {status !== undefined && status.unconfirmedHolidayYears.length > 0 && <HolidayBanner years={status.unconfirmedHolidayYears} />}
    </div>
  );
}

/** Stays for as long as the station is revoked: nobody may take it for one of the office. */
function RevokedBanner() {
  const { t } = useTranslation();
  return (
    <Banner tone="danger" Icon={IconPlugOff} title={t('staff.revoked.title')}>
      {t('staff.revoked.text')}
    </Banner>
  );
}

function OfflineBanner({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { online, lostAt, standby } = useConnectionState();
  if (online || lostAt === null) return null;
  return (
    <Banner tone="danger" Icon={IconPlugConnectedX} title={t('staff.offline.title')}>
      {standby?.problem != null && <>{t(`staff.standby.${standby.problem}`)} </>}
      {t('staff.offline.text', { time: timeWords(lostAt, language, zone) })}
    </Banner>
  );
}

/** The connection stands but the station is mute: this window would show nobody's call (RELIABILITY 38). */
function SilentBanner() {
  const { t } = useTranslation();
  if (!useAlarmSnapshot().isSilent) return null;
  return (
    <Banner tone="danger" Icon={IconPlugConnectedX} title={t('staff.silent.title')}>
      {t('staff.silent.text')}
    </Banner>
  );
}

function StorageBanner({ storage }: { storage: 'damaged' | 'failing' }) {
  const { t } = useTranslation();
  return (
    <Banner tone="danger" Icon={IconDatabaseExclamation} title={t(`staff.storage.${storage}.title`)}>
      {t(`staff.storage.${storage}.text`)}
    </Banner>
  );
}

function ClockBanner({ clock }: { clock: 'suspect' | 'behind' }) {
  const { t } = useTranslation();
  return (
    <Banner tone="danger" Icon={IconClockExclamation} title={t(`staff.clock.${clock}.title`)}>
      {t(`staff.clock.${clock}.text`)}
    </Banner>
  );
}

function ReplayBanner({ replay }: { replay: NonNullable<SystemStatus['replay']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB');
  const words = t('staff.replay.progress', { done: count.format(replay.done), total: count.format(replay.total) });
  return (
    <Banner tone="quiet" Icon={IconDatabase} title={t('staff.replay.title')}>
      {words}
      <Progress value={(100 * replay.done) / Math.max(1, replay.total)} aria-label={words} mt={4} />
    </Banner>
  );
}

/** The monthly reminder, for those who hold drills; at the guard post it stands beside the button. */
function DrillBanner() {
  const { t } = useTranslation();
  const { roles } = useStaffSession();
  const { pathname } = useLocation();
  const isOverdue = isDrillOverdue(useAlarmSnapshot(), useNow(60_000));
  const holdsDrills = roles.some((role) => role === 'pengawas' || role === 'admin' || role === 'keamanan');
  if (!isOverdue || !holdsDrills || pathname.startsWith(guardPostPath)) return null;
  return (
    <Banner tone="warning" Icon={IconShieldExclamation} title={t('staff.drill.title')}>
      {t('staff.drill.text')}{' '}
      <Link to={guardPostPath} className={classes.link}>
        {t('staff.drill.link')}
      </Link>
    </Banner>
  );
}

function HolidayBanner({ years }: { years: readonly number[] }) {
  const { t } = useTranslation();
  const { roles } = useStaffSession();
  return (
    <Banner tone="warning" Icon={IconCalendarExclamation} title={t('staff.holidays.title', { years: years.join(', ') })}>
      {t('staff.holidays.text')}{' '}
      {roles.includes('admin') ? (
        <Link to="/pengaturan" className={classes.link}>
          {t('staff.holidays.link')}
        </Link>
      ) : (
        t('staff.holidays.ask')
      )}
    </Banner>
  );
}
