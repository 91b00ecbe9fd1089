import { Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Placement } from '../../../../shared/domain/queue/types.ts';
import type { PaperSubject } from '../../../ui/printing/paperSubject.ts';
import type { PrintJob } from '../../../ui/printing/usePrinter.tsx';
import { type CounterView, type Why } from '../model/actions.ts';
import { HeldList } from './HeldList.tsx';
import { HistoryList } from './HistoryList.tsx';
import { NoShowList } from './NoShowList.tsx';
import { PapersList } from './PapersList.tsx';
import { RowButton } from './RowButton.tsx';
import classes from './SidePanels.module.css';
import { WaitingList } from './WaitingList.tsx';

interface Props {
  view: CounterView;
  zone: string;
  serviceTitle: (serviceId: string) => string;
  /** Why nobody can be called or resumed here now. */
  whyNotFree: Why | null;
  /** Why nothing at all can be done here now. */
  whyNothing: Why | null;
  /** Why no new ticket can be made now. */
  whyNoTicket: Why | null;
  jobs: readonly PrintJob[];
  onNewTicket: () => void;
  onCall: (ticketId: string) => void;
  onResume: (ticketId: string) => void;
  onReturn: (ticketId: string, placement: Placement) => void;
  onPrint: (subject: PaperSubject) => void;
  onPreview: (subject: PaperSubject) => void;
}

/** The waiting list, always in sight, and below it the lists one looks at now and then. */
export function SidePanels(props: Props) {
  const { view, zone, serviceTitle, whyNotFree, whyNothing, whyNoTicket, jobs } = props;
  const { t } = useTranslation();
  const failed = jobs.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <div className={classes.side}>
      <section className={classes.panel} aria-labelledby="waiting-title">
        <div className={classes.head} data-yields>
          <h2 id="waiting-title" className={classes.title}>
            {t('counter.list.waiting')} <Count n={view.waitingTotal} />
          </h2>
          <RowButton label={t('counter.newTicket.button')} why={whyNoTicket} onPress={props.onNewTicket}>
            <span className={classes.newTicket}>
              <IconPlus size={20} aria-hidden /> {t('counter.newTicket.button')}
            </span>
          </RowButton>
        </div>
        <div className={classes.scroll}>
          <WaitingList
            tickets={view.waiting}
            total={view.waitingTotal}
            serviceTitle={serviceTitle}
            why={whyNotFree}
            onCall={props.onCall}
          />
        </div>
      </section>
      <Tabs defaultValue="held" className={classes.panel ?? ''} classNames={{ tab: classes.tab ?? '', panel: classes.scroll ?? '' }}>
        <Tabs.List grow>
          <Tabs.Tab value="held">
            {t('counter.list.held')} <Count n={view.held.length} />
          </Tabs.Tab>
          <Tabs.Tab value="noShow">
            {t('counter.list.noShow')} <Count n={view.noShows.length} />
          </Tabs.Tab>
          <Tabs.Tab value="history">{t('counter.list.history')}</Tabs.Tab>
          <Tabs.Tab value="papers">
            {t('counter.list.papers')} {failed > 0 && <Count n={failed} bad />}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="held">
          <HeldList tickets={view.held} serviceTitle={serviceTitle} why={whyNotFree} onResume={props.onResume} />
        </Tabs.Panel>
        <Tabs.Panel value="noShow">
          <NoShowList tickets={view.noShows} serviceTitle={serviceTitle} why={whyNothing} zone={zone} onReturn={props.onReturn} />
        </Tabs.Panel>
        {/* Nothing in it takes the focus, so that the keyboard scrolls the panel itself. */}
        <Tabs.Panel value="history" tabIndex={0}>
          <HistoryList tickets={view.history} serviceTitle={serviceTitle} zone={zone} />
        </Tabs.Panel>
        <Tabs.Panel value="papers">
          <PapersList jobs={jobs} zone={zone} onPrint={props.onPrint} onPreview={props.onPreview} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Count({ n, bad = false }: { n: number; bad?: boolean }) {
  return n === 0 ? null : (
    <span className={classes.count} data-bad={bad}>
      {n}
    </span>
  );
}
