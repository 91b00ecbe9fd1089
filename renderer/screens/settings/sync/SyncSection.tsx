import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { useMay } from '../parts/access.ts';
import { Asked } from '../parts/Asked.tsx';
import { Empty, Section } from '../parts/Section.tsx';
import { Announcements } from './Announcements.tsx';
import { Enrolment } from './Enrolment.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { Findings } from './Findings.tsx';
import { Orders } from './Orders.tsx';
import { Sending } from './Sending.tsx';

/** `/pengaturan/sinkronisasi`: what waits for the central server and since when, what went wrong in words, and enrolling. */
export default function SyncSection() {
  const { t } = useTranslation();
  const may = useMay();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  return (
    <Section title={t('settings.sync.title')} lead={t('settings.sync.lead')}>
      <Asked query={useHostQuery('central.status', {})}>
        {(status) => {
          if (status.enrolment !== null)
            return (
              <>
                <Sending status={status} zone={zone} />
                <Findings status={status} zone={zone} />
                <Announcements zone={zone} />
                <Orders orders={status.orders} zone={zone} />
                <Enrolment enrolment={status.enrolment} zone={zone} />
              </>
            );
          if (may('central.enrol')) return <EnrolForm />;
          return <Empty title={t('settings.sync.none')} text={t('settings.sync.noneText')} />;
        }}
      </Asked>
    </Section>
  );
}
